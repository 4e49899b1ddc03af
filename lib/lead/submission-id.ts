import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const timeBytes = 6;
const randomPart = 10;
const signatureBytes = 12;
const length = Math.ceil(((timeBytes + randomPart + signatureBytes) * 4) / 3);

/** Older than this, a form's age says nothing: a tab may stay open for days. */
const oldestMs = 7 * 24 * 60 * 60_000;

/**
 * Identifies one rendering of a form: sent twice, it is one lead. It carries the time of rendering (`now`, epoch
 * milliseconds), signed.
 */
export function newSubmissionId(secret: string, now: number): string {
  const content = Buffer.alloc(timeBytes + randomPart);
  content.writeUIntBE(now, 0, timeBytes);
  randomBytes(randomPart).copy(content, timeBytes);
  return Buffer.concat([content, sign(content, secret)]).toString('base64url');
}

/**
 * How long before `now` our form of this id was rendered, in milliseconds. Undefined for an id that says nothing: made
 * elsewhere, signed with another secret, too old, or of a replica whose clock is ahead.
 */
export function sinceRendering(id: string | undefined, secret: string, now: number): number | undefined {
  if (id?.length !== length || !/^[\w-]+$/.test(id)) return undefined;
  const bytes = Buffer.from(id, 'base64url');
  const content = bytes.subarray(0, timeBytes + randomPart);
  if (!timingSafeEqual(sign(content, secret), bytes.subarray(timeBytes + randomPart))) return undefined;
  const since = now - content.readUIntBE(0, timeBytes);
  return since >= 0 && since <= oldestMs ? since : undefined;
}

function sign(content: Uint8Array, secret: string): Buffer {
  return createHmac('sha256', secret)
    .update('rendering of a form')
    .update(content)
    .digest()
    .subarray(0, signatureBytes);
}
