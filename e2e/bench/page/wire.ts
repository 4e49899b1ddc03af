import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession } from 'playwright';

export interface Transferred {
  requests: number;
  /** Bytes as they came over the wire: headers, and bodies as compressed. */
  bytes: number;
  script: number;
  style: number;
}

/** Counts what a page fetches, and knows when it has stopped fetching. */
export class Wire {
  readonly #kinds = new Map<string, string>();
  readonly #open = new Set<string>();
  readonly #done: { kind: string; bytes: number }[] = [];
  readonly elsewhere: string[] = [];
  #latest = performance.now();

  constructor(session: CDPSession, origin: string) {
    session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
      // Not the icon of a page that names none: Chromium asks for it once in a while.
      if (!/^https?:/.test(request.url) || request.url.endsWith('/favicon.ico')) return;
      if (!request.url.startsWith(origin)) this.elsewhere.push(request.url);
      this.#kinds.set(requestId, type ?? 'Other');
      this.#open.add(requestId);
      this.#latest = performance.now();
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      this.#close(requestId, encodedDataLength);
    });
    session.on('Network.loadingFailed', ({ requestId }) => this.#close(requestId, 0));
  }

  #close(requestId: string, bytes: number): void {
    if (!this.#open.delete(requestId)) return;
    this.#done.push({ kind: this.#kinds.get(requestId) ?? 'Other', bytes });
    this.#latest = performance.now();
  }

  transferred(): Transferred {
    const sum = (kind?: string) =>
      this.#done.reduce((bytes, one) => bytes + (kind === undefined || one.kind === kind ? one.bytes : 0), 0);
    return {
      requests: this.#kinds.size,
      bytes: sum(),
      script: sum('Script'),
      style: sum('Stylesheet'),
    };
  }

  /** Resolves once nothing has been fetched for so long (milliseconds). */
  async quiet(calm: number): Promise<void> {
    while (this.#open.size > 0 || performance.now() - this.#latest < calm) await pause(50);
  }
}
