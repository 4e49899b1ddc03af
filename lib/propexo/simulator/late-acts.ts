import type { Timers } from './clock.ts';

/** Requests that were left hanging and take effect later. */
export class LateActs {
  #timers: Timers;
  #acts = new Set<() => void>();

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  add(ms: number, act: () => void) {
    const once = () => {
      if (this.#acts.delete(once)) act();
    };
    this.#acts.add(once);
    this.#timers.start(ms, once);
  }

  actNow() {
    for (const act of [...this.#acts]) act();
  }

  clear() {
    this.#acts.clear();
  }
}
