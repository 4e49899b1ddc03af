import type { Dice } from './dice.ts';

export type Store = 'postgres' | 'sqlite';

const upstream = [
  'refuses connections',
  'token revoked',
  'address gone (404)',
  'questions answered with 500',
  'questions answered with 404',
  'questions answered with 400',
  'questions answered with HTML',
  'questions hang',
  'webhooks forged',
  'webhooks replayed 50 times',
] as const;
const databases = {
  postgres: ['connections cut', 'unreachable', 'stalled', 'server crashes'],
  sqlite: ['file locked'],
} as const;
const processes = ['SIGKILL', 'SIGTERM', 'SIGSTOP'] as const;

/** Something that happens to everybody at a moment, and how long it lasts. */
export type Disturbance = { atMs: number; forMs: number } & (
  | { to: 'upstream'; what: (typeof upstream)[number] | '429 storm' }
  | { to: 'database'; what: (typeof databases)[Store][number] }
  | { to: 'process'; what: (typeof processes)[number]; replica: number }
);

interface Frame {
  store: Store;
  replicas: number;
  /** Disturbances begin within this time. */
  durationMs: number;
  storm: boolean;
  /** A process is frozen for longer than this. */
  leaseMs: number;
}

/** A started process needs so long to be there again. */
const startMs = 4_000;

/** Each of Propexo, the database and every process has its troubles one after the other, all of them at the same time. */
export function planDisturbances(dice: Dice, frame: Frame): Disturbance[] {
  const { store, replicas, durationMs, storm, leaseMs } = frame;
  const plan: Disturbance[] = [];

  const onUpstream = new Deck(dice, upstream);
  for (let at = dice.between(500, 2_500); at < durationMs; ) {
    const forMs = dice.between(1_000, 3_500);
    plan.push({ to: 'upstream', what: onUpstream.draw(), atMs: at, forMs });
    at += forMs + dice.between(500, 3_000);
  }
  const onDatabase = new Deck(dice, databases[store]);
  for (let at = dice.between(2_000, 5_000); at < durationMs; ) {
    // A locked file has to outlast the patience of those who wait for it (3 s).
    const forMs = store === 'sqlite' ? dice.between(3_500, 5_000) : dice.between(500, 4_000);
    plan.push({ to: 'database', what: onDatabase.draw(), atMs: at, forMs });
    at += forMs + dice.between(4_000, 12_000);
  }
  for (let replica = 0; replica < replicas; replica += 1) {
    const onProcess = new Deck(dice, processes);
    for (let at = dice.between(1_000, 6_000); at < durationMs; ) {
      const what = onProcess.draw();
      const forMs = what === 'SIGSTOP' ? leaseMs + dice.between(500, 3_000) : dice.between(0, 2_000);
      plan.push({ to: 'process', what, replica, atMs: at, forMs });
      at += forMs + startMs + dice.between(1_000, 8_000);
    }
  }
  // Last, because each refusal stops everything for the rest of a real minute.
  if (storm) plan.push({ to: 'upstream', what: '429 storm', atMs: durationMs, forMs: 0 });
  return plan.sort((one, other) => one.atMs - other.atMs);
}

/** Every card before any comes again. */
class Deck<T> {
  #dice: Dice;
  #cards: readonly T[];
  #left: T[] = [];

  constructor(dice: Dice, cards: readonly T[]) {
    this.#dice = dice;
    this.#cards = cards;
  }

  draw(): T {
    if (this.#left.length === 0) this.#left = this.#dice.shuffled(this.#cards);
    return this.#left.pop() as T;
  }
}
