type Waiter = { look: () => void; giveUp: (cause: Error) => void };

/** Whoever waits for something to become true; looks again only when told that something changed. */
export class Waiting {
  #waiters = new Set<Waiter>();

  /** Rejects after `timeoutMs` of real time with a message that ends in `describe()`. */
  until(holds: () => boolean, timeoutMs: number, describe: () => string): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(timer);
        this.#waiters.delete(waiter);
        settle();
      };
      const waiter: Waiter = {
        look: () => {
          try {
            if (holds()) end(resolve);
          } catch (cause) {
            end(() => reject(cause));
          }
        },
        giveUp: (cause) => end(() => reject(cause)),
      };
      const timer = setTimeout(() => {
        waiter.giveUp(new Error(`The simulator waited ${timeoutMs} ms in vain. ${describe()}`));
      }, timeoutMs);
      this.#waiters.add(waiter);
      waiter.look();
    });
  }

  lookAgain() {
    for (const waiter of [...this.#waiters]) waiter.look();
  }

  giveUp(reason: string) {
    for (const waiter of [...this.#waiters]) waiter.giveUp(new Error(reason));
  }
}
