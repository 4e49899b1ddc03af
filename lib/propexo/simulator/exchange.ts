import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Answer } from './answer.ts';
import type { Timers } from './clock.ts';
import type { ReceivedRequest } from './request.ts';

type Surroundings = {
  timers: Timers;
  changed: () => void;
  headers: () => Answer['headers'];
  now: () => number;
};

/** One request and the ways of answering it. Every answer waits `holdMs` and carries the rate limit headers. */
export class Exchange {
  holdMs = 0;
  received: ReceivedRequest;
  #response: ServerResponse;
  #around: Surroundings;

  constructor(received: ReceivedRequest, response: ServerResponse, around: Surroundings) {
    this.received = received;
    this.#response = response;
    this.#around = around;
  }

  reply(answer: Answer, afterMs = 0) {
    this.#later(afterMs, () => {
      const length = String(Buffer.byteLength(answer.text));
      this.#start(answer.status, { ...answer.headers, 'content-length': length });
      this.#response.end(answer.text);
      this.#around.changed();
    });
  }

  /** A JSON answer of so many megabytes, made while it is read, so that it costs no memory here. */
  replyHuge(megabytes: number) {
    this.#later(0, () => {
      this.#start(200, { 'content-type': 'application/json; charset=utf-8' });
      this.#around.changed();
      // A reader that hangs up halfway is what this answer is for.
      pipeline(Readable.from(padding(megabytes)), this.#response).catch(() => {});
    });
  }

  resetConnection() {
    this.#response.socket?.resetAndDestroy();
  }

  #later(ms: number, act: () => void) {
    const wait = ms + this.holdMs;
    const unlessGone = () => {
      if (!this.#response.destroyed) act();
    };
    if (wait > 0) this.#around.timers.start(wait, unlessGone);
    else unlessGone();
  }

  #start(status: number, headers: Answer['headers']) {
    this.received.status = status;
    // By the clock that the limit is counted with: clients tell from it when the minute ends.
    const date = new Date(this.#around.now()).toUTCString();
    this.#response.writeHead(status, { date, ...this.#around.headers(), ...headers });
  }
}

function* padding(megabytes: number) {
  const kilobyte = 'x'.repeat(1024);
  yield '{"padding":"';
  for (let written = 0; written < megabytes * 1024; written += 64) yield kilobyte.repeat(64);
  yield '"}';
}
