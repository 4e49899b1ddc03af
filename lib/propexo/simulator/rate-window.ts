import type { Answer } from './answer.ts';

export type Toll = { allowed: boolean; holdMs: number };

/**
 * The request budget of one calendar minute.
 * Source: Propexo docs, rate-limiting: 150 a minute, answers held back 2 s from 80 %, 429 at 100 % until the minute rolls over.
 */
export class RateWindow {
  #limit: number | null;
  #now: () => number;
  #minute = -1;
  #used = 0;

  constructor(limit: number | null, now: () => number) {
    this.#limit = limit;
    this.#now = now;
  }

  count(): Toll {
    if (this.#limit === null) return { allowed: true, holdMs: 0 };
    this.#rollOver();
    if (this.#used >= this.#limit) return { allowed: false, holdMs: 0 };
    this.#used += 1;
    return { allowed: true, holdMs: this.#used >= this.#limit * 0.8 ? 2000 : 0 };
  }

  headers(): Answer['headers'] {
    if (this.#limit === null) return {};
    this.#rollOver();
    return {
      'x-ratelimit-limit': String(this.#limit),
      'x-ratelimit-remaining': String(this.#limit - this.#used),
    };
  }

  reset() {
    this.#used = 0;
  }

  #rollOver() {
    const minute = Math.floor(this.#now() / 60_000);
    if (minute !== this.#minute) this.#used = 0;
    this.#minute = minute;
  }
}
