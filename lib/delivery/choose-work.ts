/** A delivery that is due, with what decides whose turn it is. */
export interface Candidate {
  id: string;
  state: 'queued' | 'accepted' | 'unknown';
  /** True: the next request creates the lead. False: it only asks. */
  sends: boolean;
  integration_id: string;
  /** Several integrations take turns: this is its place among its own integration's. */
  place: number;
  /** How many of the same state and integration are due, as far as was looked. */
  peers: number;
  due_at: number;
  by_staff: 0 | 1;
  property_slug: string;
  email_key: string | null;
  phone_key: string | null;
  /** After an opened circuit: one send at a time. */
  trial: 0 | 1;
}

export interface Room {
  /** Requests that may leave now, and those that only staff's work may use. */
  requests: number;
  forStaff: number;
  /** How many more may be under way, in all and for an integration. */
  total: number;
  of: (integrationId: string) => number;
  /** Integrations that have a send under way somewhere. */
  sending: ReadonlySet<string>;
  /** Sends that went before questions since the last question. */
  sendsSinceQuestion: number;
  /** When it was an integration's turn last, as a growing number; 0 for never. */
  lastTurn: (integrationId: string) => number;
  now: number;
}

export interface Choice {
  /** One request each. */
  single: Candidate[];
  /** Integrations whose accepted jobs are asked about in one go. */
  together: string[];
  usedByStaff: number;
}

/** From here on, one page of the write log is cheaper than asking job by job. */
const worthAskingTogether = 5;
/** Questions wait for creates, but not for ever: after so many of them, one that is this late goes first. */
const sendsBeforeLateQuestion = 9;
const lateAfterMs = 10_000;

/** Whose turn it is: staff's first, creates before questions, integrations in turn, one send at a time for a person. */
export function chooseWork(candidates: readonly Candidate[], room: Room): Choice {
  const choice: Choice = { single: [], together: [], usedByStaff: 0 };
  const taken = new Map<string, number>();
  const people = new Set<string>();
  const sending = new Set(room.sending);
  let left = room.requests;
  let total = room.total;

  for (const candidate of inTurn(candidates, room)) {
    const { integration_id: integration } = candidate;
    const asksTogether = candidate.state === 'accepted' && candidate.peers >= worthAskingTogether;
    if (asksTogether && choice.together.includes(integration)) continue;
    const onStaffAccount = left <= 0 && candidate.by_staff === 1 && choice.usedByStaff < room.forStaff;
    if (left <= 0 && !onStaffAccount) continue;
    if (total <= 0 || (taken.get(integration) ?? 0) >= room.of(integration)) continue;
    if (candidate.sends) {
      if (candidate.trial === 1 && sending.has(integration)) continue;
      const keys = personKeysOf(candidate);
      if (keys.some((key) => people.has(key))) continue;
      for (const key of keys) people.add(key);
      sending.add(integration);
    }
    if (onStaffAccount) choice.usedByStaff += 1;
    else left -= 1;
    total -= 1;
    taken.set(integration, (taken.get(integration) ?? 0) + 1);
    if (asksTogether) choice.together.push(integration);
    else choice.single.push(candidate);
  }
  return choice;
}

function inTurn(candidates: readonly Candidate[], { now, sendsSinceQuestion, lastTurn }: Room): Candidate[] {
  const sorted = candidates.toSorted(
    (one, other) =>
      other.by_staff - one.by_staff ||
      Number(other.sends) - Number(one.sends) ||
      one.place - other.place ||
      // Often there is room for one request only: then whoever waited longest for a turn has it.
      lastTurn(one.integration_id) - lastTurn(other.integration_id) ||
      one.due_at - other.due_at,
  );
  if (sendsSinceQuestion < sendsBeforeLateQuestion) return sorted;
  const questions = sorted.filter(({ sends, due_at }) => !sends && now - due_at >= lateAfterMs);
  const [late] = questions.toSorted((one, other) => one.due_at - other.due_at);
  return late ? [late, ...sorted.filter((candidate) => candidate !== late)] : sorted;
}

function personKeysOf({ property_slug, email_key, phone_key }: Candidate): string[] {
  return [email_key, phone_key].flatMap((key) => (key === null ? [] : [`${property_slug} ${key}`]));
}
