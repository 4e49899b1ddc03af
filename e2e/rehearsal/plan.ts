import { Dice } from './dice.ts';
import { type Disturbance, planDisturbances, type Store } from './disturbances.ts';
import { isOutOfSight, jobFaults, type LeadFaultName, sendFaults } from './lead-faults.ts';

export interface PlannedLead {
  /** Stands in the e-mail address, so that every request and record of this lead can be told from all others. */
  mark: string;
  atMs: number;
  property: string;
  email: string;
  /** Some people write twice: another inquiry, the same telephone. */
  phone: string;
  /** A double click, or a balancer that asks two at once. */
  twice: boolean;
  /** From 0 to 1, for each try: which replica is asked. */
  routes: number[];
  faults: LeadFaultName[];
}

export interface Plan {
  leads: PlannedLead[];
  disturbances: Disturbance[];
}

export interface PlanOptions {
  seed: number;
  store: Store;
  leads: number;
  /** Leads come within this time. */
  durationMs: number;
  replicas: number;
  properties: string[];
  leaseMs: number;
  storm: boolean;
  /** False: nothing goes wrong by plan. */
  faults: boolean;
}

export const mostTries = 12;

/** Everything that is decided beforehand: a pure function of the options. How the processes take it is up to them. */
export function makePlan(options: PlanOptions): Plan {
  const { seed, leads, durationMs, properties, faults } = options;
  const dice = new Dice(seed);
  // Half of all leads meet a fault when they are sent; of the others every fourth when its job is done, of these every tenth.
  const onSend = dealTo(dice, leads, faults ? sendFaults : [], 1 / 2);
  const onJobAlone = dealTo(dice, leads, faults ? jobFaults : [], 1 / 4);
  const onJobToo = dealTo(dice, leads, faults ? jobFaults : [], 1 / 10);
  const moments = Array.from({ length: leads }, () => dice.between(0, durationMs)).sort((a, b) => a - b);
  let before: { phone: string; property: string } | undefined;
  const planned = moments.map((atMs, index): PlannedLead => {
    const mark = `no-${String(index + 1).padStart(5, '0')}`;
    const sameBefore = before && dice.chance(0.1) ? before : undefined;
    const property = sameBefore?.property ?? dice.pick(properties);
    const phone = sameBefore?.phone ?? `+1415${String(2_000_000 + index)}`;
    before = { phone, property };
    return {
      mark,
      atMs,
      property,
      email: `${mark}@example.com`,
      phone,
      twice: dice.chance(0.1),
      routes: Array.from({ length: mostTries }, () => dice.next()),
      faults: together(onSend[index], onSend[index] ? onJobToo[index] : onJobAlone[index]),
    };
  });
  return {
    leads: planned,
    disturbances: faults ? planDisturbances(new Dice(seed + 1), options) : [],
  };
}

/** A fault for this share of the leads, at random places; every fault before any comes again. */
function dealTo(
  dice: Dice,
  leads: number,
  deck: LeadFaultName[],
  share: number,
): (LeadFaultName | undefined)[] {
  if (deck.length === 0) return [];
  const dealt: (LeadFaultName | undefined)[] = dice.deal(deck, Math.round(leads * share));
  return dice.shuffled([...dealt, ...Array(leads - dealt.length).fill(undefined)]);
}

function together(onSend: LeadFaultName | undefined, onJob: LeadFaultName | undefined): LeadFaultName[] {
  const impossible = onSend === '503, but created' && onJob !== undefined && isOutOfSight(onJob);
  return [onSend, impossible ? undefined : onJob].filter((fault) => fault !== undefined);
}
