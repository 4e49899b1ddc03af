import type { AppLead, History } from './history.ts';

export interface Finding {
  mark: string;
  what: string;
}

export interface Verdict {
  /** Submissions that somebody was told are accepted. */
  accepted: number;
  delivered: number;
  /** In front of staff, how many by "state: reason". */
  withStaff: Record<string, number>;
  /** Taken by Propexo and PENDING there for ever: followed, and shown to staff in time. */
  withPropexo: number;
  lost: Finding[];
  doubled: Finding[];
  /** Everything else that must not be. */
  broken: Finding[];
}

/**
 * LOST: somebody has a receipt, and there is no lead, or a lead that is neither delivered, nor in front of staff with a
 * reason, nor legitimately on its way; or the program says "delivered" and ResMan has nothing.
 * DOUBLED: more than one record in ResMan, more than one create that took effect, or more than one receipt, for one submission.
 */
export function check(history: History): Verdict {
  const app = groupBy(history.app, ({ mark }) => mark);
  const jobs = groupBy(
    history.jobs.filter(({ isRetry }) => !isRetry),
    ({ mark }) => mark,
  );
  const records = groupBy(history.records, ({ mark }) => mark);
  const creates = groupBy(history.creates, ({ mark }) => mark);
  const receipts = new Map(history.app.map((lead) => [lead.receipt, lead]));

  const verdict: Verdict = {
    accepted: history.clients.filter((client) => client.receipts.length > 0).length,
    delivered: 0,
    withStaff: {},
    withPropexo: 0,
    lost: [],
    doubled: [],
    broken: [],
  };
  const { lost, doubled, broken } = verdict;

  for (const { mark, receipts: told } of history.clients) {
    for (const receipt of told)
      if (receipts.get(receipt)?.mark !== mark)
        lost.push({ mark, what: `nothing for the receipt ${receipt}` });
    if (told.length > 1) doubled.push({ mark, what: `${told.length} receipts` });
  }
  for (const lead of history.app) {
    const { mark } = lead;
    const end = endOf(lead, history);
    if (end === 'delivered') verdict.delivered += 1;
    else if (end === 'with staff') {
      const why = `${lead.state}: ${lead.reason}`;
      verdict.withStaff[why] = (verdict.withStaff[why] ?? 0) + 1;
    } else if (end === 'with Propexo') verdict.withPropexo += 1;
    else lost.push({ mark, what: end });

    const sent = creates.get(mark)?.length ?? 0;
    if (sent > lead.attempts)
      broken.push({ mark, what: `${sent} sends, ${lead.attempts} written down before` });
    const arrived = (records.get(mark)?.length ?? 0) > 0;
    if (arrived && lead.state === 'unknown')
      broken.push({ mark, what: 'in ResMan, and the search did not find it' });
    if (arrived && lead.state === 'failed' && !mayHaveArrived.has(lead.reason ?? ''))
      broken.push({ mark, what: `in ResMan, and staff are told "${lead.reason}"` });
  }
  for (const [mark, rows] of app)
    if (rows.length > 1) doubled.push({ mark, what: `${rows.length} leads accepted for one submission` });
  for (const [mark, rows] of records) {
    if (rows.length > 1) doubled.push({ mark, what: `${rows.length} records in ResMan` });
    const known = app.get(mark)?.map(({ reference }) => reference) ?? [];
    for (const { reference } of rows)
      if (!known.includes(reference))
        broken.push({ mark, what: `a record in ResMan that nobody accepted (${reference})` });
  }
  for (const [mark, rows] of jobs)
    if (rows.length > 1) doubled.push({ mark, what: `${rows.length} creates took effect` });
  for (const request of history.strayRequests)
    broken.push({ mark: '-', what: `another host received ${request}` });
  return verdict;
}

/** Failures after which ResMan may have the lead nevertheless: staff look before they send again. */
const mayHaveArrived = new Set(['refused_by_resman', 'partial']);

/** Where a lead ended; what is none of the good ends is said in words. */
function endOf(lead: AppLead, history: History): string {
  const { state, reason, mark } = lead;
  switch (state) {
    case null:
      return 'accepted without a delivery';
    case 'delivered':
      return history.records.some((record) => record.mark === mark)
        ? 'delivered'
        : 'called delivered, and ResMan has nothing';
    case 'failed':
      return reason ? 'with staff' : 'failed without a reason';
    case 'unknown':
      if (!reason) return 'unknown without a reason';
      return lead.inStateMs >= history.noticeMs ? 'with staff' : 'unknown, and not yet in front of staff';
    case 'accepted': {
      const job = history.jobs.find(({ jobId }) => jobId === lead.jobId);
      if (!job) return `waits for a job that Propexo does not have (${lead.jobId})`;
      if (job.pending !== 'for ever') return 'the job is done, and nobody noticed';
      // Nothing due would mean that nobody asks again; only the last look may end so, and it says so.
      return lead.dueAt !== null || reason === 'pending_too_long'
        ? 'with Propexo'
        : 'a pending job that nobody follows';
    }
    default:
      return `still ${state} (${reason ?? 'no reason'})`;
  }
}

/** Leads about which the program can still find something out, or do something, by itself. */
export function outstanding({ app, jobs, records }: Pick<History, 'app' | 'jobs' | 'records'>): AppLead[] {
  const pendingForEver = new Set(
    jobs.filter(({ pending }) => pending === 'for ever').map(({ jobId }) => jobId),
  );
  const visible = new Set([
    ...records.map(({ mark }) => mark),
    ...jobs.filter(({ pending }) => pending !== 'for ever').map(({ mark }) => mark),
  ]);
  return app.filter(({ state, jobId, mark }) => {
    if (state === 'queued' || state === 'sending') return true;
    if (state === 'accepted') return !pendingForEver.has(jobId ?? '');
    return state === 'unknown' && visible.has(mark);
  });
}

function groupBy<T>(list: T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
