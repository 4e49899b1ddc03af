import { connections, post } from './load.ts';
import { closedPort, startForm, startPropexo } from './servers.ts';
import { inMinuteBefore } from './statistics.ts';
import { formVisitors } from './visitors.ts';

export interface Drain {
  leads: number;
  /** What Propexo received from its return until the last lead was delivered. */
  requests: number;
  tooMany: number;
  duplicates: number;
  /** Requests while leads were waiting, as a share of what the budget allows in that time. */
  budgetUsed: number;
  /** The most requests in any 60 seconds. */
  busiestMinute: number;
  /** Seconds from Propexo's return to the first lead it took, and to the last delivery. */
  firstLeadAfter: number;
  deliveredAfter: number;
  /** Seconds since Propexo's return, with what waited then and what was asked in the 60 seconds before. */
  course: Moment[];
}

export interface Moment {
  at: number;
  /** Not sent yet. */
  queued: number;
  /** Not delivered yet, those not sent among them. */
  undelivered: number;
  requestsPerMinute: number;
}

interface Sample {
  at: number;
  queued: number;
  undelivered: number;
}

/** The budget that Guestcard has when nothing is configured. */
export const budgetPerMinute = 110;

/** A backlog that was accepted while Propexo was down, and its delivery once Propexo is back. */
export async function measureDrain(leads: number): Promise<Drain> {
  const { port, url } = await closedPort();
  const form = await startForm(url);
  try {
    await acceptBacklog(form.url, leads);
    console.log(`  ${leads} leads accepted while Propexo was down; it comes back`);
    const simulator = await startPropexo({ port });
    try {
      const back = Date.now();
      const samples = await watch(form.look, back, 120_000 + (leads / budgetPerMinute) * 3 * 60_000);
      return judge(leads, back, samples, await simulator.received());
    } finally {
      await simulator.stop();
    }
  } finally {
    await form.stop();
  }
}

async function acceptBacklog(origin: string, leads: number): Promise<void> {
  const agent = connections(8);
  const next = await formVisitors(origin, '/p/maple-court');
  let left = leads;
  const visitor = async () => {
    while (left > 0) {
      left -= 1;
      const { status } = await post(origin, agent, next());
      if (status !== 303) throw new Error(`A lead was answered with ${status}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, visitor));
  agent.destroy();
}

/** Looks every second until everything is delivered. */
async function watch(look: (query: string) => unknown[], back: number, patience: number): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (;;) {
    const [queued, undelivered] = look(
      `select count(*) filter (where state = 'queued') as queued,
        count(*) filter (where state <> 'delivered') as undelivered from delivery`,
    ).map(Number) as [number, number];
    samples.push({ at: Date.now(), queued, undelivered });
    if (samples.length % 30 === 1) console.log(`  ${queued} queued, ${undelivered} not delivered yet`);
    if (undelivered === 0) return samples;
    if (Date.now() > back + patience) throw new Error(`${undelivered} leads are still not delivered`);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

interface Request {
  method: string;
  path: string;
  at: number;
  status: number | null;
  body: unknown;
}

/** What the samples and Propexo's own record say. Budget counts only while leads waited to be sent. */
export function judge(leads: number, back: number, samples: Sample[], received: Request[]): Drain {
  const moments = received.map(({ at }) => at);
  const taken = received.filter(({ method, path, status }) => {
    return method === 'POST' && path === '/v1/leads/resman/' && status === 200;
  });
  const first = taken[0]?.at ?? Number.NaN;
  const last = taken.at(-1)?.at ?? Number.NaN;
  const whileWaiting = moments.filter((at) => at > first && at <= last).length;
  const people = new Set(taken.map(({ body }) => (body as { email_1?: string }).email_1));
  return {
    leads,
    requests: received.length,
    tooMany: received.filter(({ status }) => status === 429).length,
    duplicates: taken.length - people.size,
    budgetUsed: whileWaiting / (((last - first) / 60_000) * budgetPerMinute),
    busiestMinute: Math.max(...moments.map((at) => inMinuteBefore(moments, at))),
    firstLeadAfter: (first - back) / 1_000,
    deliveredAfter: ((samples.at(-1)?.at ?? Number.NaN) - back) / 1_000,
    course: samples.map(({ at, queued, undelivered }) => ({
      at: (at - back) / 1_000,
      queued,
      undelivered,
      requestsPerMinute: inMinuteBefore(moments, at),
    })),
  };
}
