import { type Database, readClock } from '../../lib/database/connect.ts';
import type { Simulator } from '../../lib/propexo/simulator/contract.ts';
import type { AppLead, History } from './history.ts';

/** Every lead that the program has, with what it says about it. */
export async function readLeads(database: Database): Promise<AppLead[]> {
  const now = await readClock(database);
  const rows = await database.db
    .selectFrom('lead')
    .leftJoin('delivery', 'delivery.lead_id', 'lead.id')
    .select(['lead.receipt', 'lead.reference', 'lead.answers', 'lead.received_at'])
    .select(['state', 'reason', 'attempts', 'job_id', 'delivered_at', 'state_since', 'due_at'])
    .execute();
  return rows.map((row) => ({
    mark: markOf(JSON.parse(row.answers).email_1),
    receipt: row.receipt,
    reference: row.reference,
    state: row.state,
    reason: row.reason,
    attempts: row.attempts ?? 0,
    jobId: row.job_id,
    receivedAt: row.received_at,
    deliveredAt: row.delivered_at,
    inStateMs: row.state_since === null ? 0 : now - row.state_since,
    dueAt: row.due_at,
  }));
}

/** What Propexo and ResMan know, of the same leads. */
export function readUpstream(
  simulator: Simulator,
): Pick<History, 'jobs' | 'records' | 'creates' | 'requests'> {
  const creates = simulator.received.filter(
    ({ method, path }) => method === 'POST' && path === '/v1/leads/resman/',
  );
  return {
    jobs: simulator.jobs.map((job) => ({
      mark: markOf(job.body.email_1),
      jobId: job.job_id,
      pending: job.write_status !== 'PENDING' ? 'no' : job.settles_at === null ? 'for ever' : 'still',
      isRetry: job.retry_of !== null,
    })),
    records: simulator.leads.map(({ email_1, notes }) => ({
      mark: markOf(email_1),
      reference: /^Ref (\S+)$/m.exec(notes ?? '')?.[1] ?? 'no reference',
    })),
    creates: creates.map(({ body, status }) => ({
      mark: markOf((body as { email_1?: string } | null)?.email_1),
      status,
    })),
    requests: {
      total: simulator.received.length,
      refusedForRate: simulator.received.filter(({ status }) => status === 429).length,
    },
  };
}

function markOf(email: string | null | undefined): string {
  return email?.split('@', 1)[0] ?? 'nobody';
}
