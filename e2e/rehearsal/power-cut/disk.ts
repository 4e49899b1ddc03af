import { dirname } from 'node:path';
import type { DiskOperation } from './strace-log.ts';

const sector = 512;

interface File {
  /** As of its last sync. */
  durable: Content;
  /** Since then, in order: it may reach the disk or not, each sector for itself. */
  pending: Extract<DiskOperation, { kind: 'write' | 'truncate' }>[];
  /** Whether its name is on the disk: a directory has to be synced too. */
  named: 'yes' | 'not yet' | 'no longer';
}

/**
 * The files that a power cut leaves. What a sync covered is there; everything since is at the mercy of the page cache:
 * any sector of 512 bytes may have been written, in any order, or not. Also a name that no sync of its directory covered.
 */
export class Disk {
  #files = new Map<string, File>();

  apply(operation: DiskOperation): void {
    const { path } = operation;
    switch (operation.kind) {
      case 'create':
        if (this.#files.get(path)?.named === 'no longer' || !this.#files.has(path))
          this.#files.set(path, { durable: new Content(), pending: [], named: 'not yet' });
        return;
      case 'write':
      case 'truncate':
        this.#files.get(path)?.pending.push(operation);
        return;
      case 'remove': {
        const file = this.#files.get(path);
        if (file?.named === 'not yet') this.#files.delete(path);
        else if (file) file.named = 'no longer';
        return;
      }
      case 'sync':
        this.#sync(path);
    }
  }

  /**
   * The contents of every file after a power cut now.
   * @param reached whether the next thing that nobody waited for had reached the disk by chance
   */
  afterPowerCut(reached: () => boolean): Map<string, Buffer> {
    const left = new Map<string, Buffer>();
    for (const [path, { durable, pending, named }] of this.#files) {
      const isThere = named === 'yes' || (named === 'not yet' ? reached() : !reached());
      if (!isThere) continue;
      const content = durable.copy();
      for (const operation of pending) content.apply(operation, reached);
      left.set(path, content.bytes());
    }
    return left;
  }

  #sync(path: string): void {
    const file = this.#files.get(path);
    if (file) {
      for (const operation of file.pending) file.durable.apply(operation, () => true);
      file.pending = [];
      return;
    }
    for (const [name, entry] of this.#files) {
      if (dirname(name) !== path) continue;
      if (entry.named === 'no longer') this.#files.delete(name);
      else entry.named = 'yes';
    }
  }
}

/** Bytes that grow without being copied at every step. */
class Content {
  #bytes: Buffer;
  #length: number;

  constructor(bytes: Buffer = Buffer.alloc(4096)) {
    this.#bytes = bytes;
    this.#length = 0;
  }

  copy(): Content {
    const copy = new Content(Buffer.from(this.#bytes));
    copy.#length = this.#length;
    return copy;
  }

  bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  apply(operation: File['pending'][number], reached: () => boolean): void {
    if (operation.kind === 'truncate') {
      if (reached()) this.#resize(operation.length);
      return;
    }
    const { offset, data } = operation;
    for (let from = 0; from < data.length; ) {
      const to = Math.min(data.length, from + sector - ((offset + from) % sector));
      if (reached()) {
        this.#resize(Math.max(this.#length, offset + to));
        data.copy(this.#bytes, offset + from, from, to);
      }
      from = to;
    }
  }

  #resize(length: number): void {
    if (length > this.#bytes.length) {
      const larger = Buffer.alloc(Math.max(length, 2 * this.#bytes.length));
      this.#bytes.copy(larger);
      this.#bytes = larger;
    }
    // What was cut off must not come back when the file grows again.
    if (length < this.#length) this.#bytes.fill(0, length, this.#length);
    this.#length = length;
  }
}
