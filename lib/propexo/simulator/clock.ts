/** Calls `act` after `ms` milliseconds; returns the way to call it off. */
export type Schedule = (ms: number, act: () => void) => () => void;

// setTimeout fires at once for anything above this (24.8 days).
const longestTimeout = 2 ** 31 - 1;

export const realSchedule: Schedule = (ms, act) => {
  const timer = setTimeout(act, Math.min(Math.max(ms, 0), longestTimeout));
  return () => clearTimeout(timer);
};

/** Every timer the simulator has running, so that closing or resetting leaves none behind. */
export class Timers {
  #schedule: Schedule;
  #cancels = new Set<() => void>();

  constructor(schedule: Schedule) {
    this.#schedule = schedule;
  }

  start(ms: number, act: () => void): () => void {
    let cancel = () => {};
    const stop = this.#schedule(ms, () => {
      this.#cancels.delete(cancel);
      act();
    });
    cancel = () => {
      this.#cancels.delete(cancel);
      stop();
    };
    this.#cancels.add(cancel);
    return cancel;
  }

  cancelAll() {
    for (const cancel of [...this.#cancels]) cancel();
  }
}

/** A clock that moves only when told to, for tests: pass `now` and `schedule` to `startSimulator`. */
export class HandClock {
  #time: number;
  #timers: { due: number; act: () => void }[] = [];

  constructor(start = Date.UTC(2026, 2, 2, 17, 0, 0)) {
    this.#time = start;
  }

  now = () => this.#time;

  schedule: Schedule = (ms, act) => {
    const timer = { due: this.#time + ms, act };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  };

  /** Moves time on by `ms`, firing whatever comes due in its order. */
  advance(ms: number) {
    const end = this.#time + ms;
    for (;;) {
      const next = this.#timers.filter((timer) => timer.due <= end).sort((a, b) => a.due - b.due)[0];
      if (!next) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#time = Math.max(this.#time, next.due);
      next.act();
    }
    this.#time = end;
  }
}
