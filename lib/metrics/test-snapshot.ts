import type { Snapshot } from './snapshot.ts';

const none = { count: 0, oldestAge: null };

/** A quiet moment, with changes. */
export function quietSnapshot({
  leads,
  ...changes
}: Partial<Omit<Snapshot, 'leads'>> & { leads?: Partial<Snapshot['leads']> } = {}): Snapshot {
  return {
    now: 1_000_000,
    leads: {
      queued: none,
      sending: none,
      accepted: none,
      unknown: none,
      failed: none,
      quarantined: none,
      ...leads,
    },
    needPerson: 0,
    delivered: { inLastHour: 0, times: [] },
    budget: {
      next_at: 0,
      staff_next_at: 0,
      account_limit: null,
      pace_ms: null,
      pace_until: 0,
      blocked_until: 0,
    },
    openCircuits: [],
    homes: { oldestReadAge: null, failing: 0 },
    sources: { vanished: 0, stopped: 0, example: undefined, oldestReadAge: null },
    webhooks: { waiting: 0, oldestWaitingAge: null, handledInLastHour: {} },
    ...changes,
  };
}
