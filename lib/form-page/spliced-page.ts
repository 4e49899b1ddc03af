import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A document that is the same for everybody but in one place, encoded once. */
export interface SplicedPage {
  plain(visit: string): Buffer;
  gzip(visit: string): Buffer;
}

const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
/** The most that a block without compression can hold. */
const largestBlock = 0xffff;

/**
 * A gzip stream may be made of parts that were compressed apart, if each but the last ends on a byte (a full flush) and
 * the last one ends the stream; what is new in each answer goes between them as it is, in blocks without compression.
 */
export function splicedPage(before: string, after: string): SplicedPage {
  const [head, tail] = [Buffer.from(before), Buffer.from(after)];
  const packedHead = deflateRawSync(head, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const packedTail = deflateRawSync(tail, { level: 9 });
  const crcOfHead = crc32(head);
  return {
    plain: (visit) => Buffer.concat([head, Buffer.from(visit), tail]),
    gzip(visit) {
      const middle = Buffer.from(visit);
      const trailer = Buffer.alloc(8);
      trailer.writeUInt32LE(crc32(tail, crc32(middle, crcOfHead)), 0);
      trailer.writeUInt32LE((head.length + middle.length + tail.length) % 2 ** 32, 4);
      return Buffer.concat([header, packedHead, ...storedBlocks(middle), packedTail, trailer]);
    },
  };
}

function storedBlocks(content: Buffer): Buffer[] {
  const blocks: Buffer[] = [];
  for (let start = 0; start < content.length; start += largestBlock) {
    const part = content.subarray(start, start + largestBlock);
    const frame = Buffer.alloc(5);
    frame.writeUInt16LE(part.length, 1);
    frame.writeUInt16LE(part.length ^ 0xffff, 3);
    blocks.push(frame, part);
  }
  return blocks;
}
