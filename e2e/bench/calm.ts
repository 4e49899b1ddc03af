import { connections, post } from './load.ts';
import { startForm, startPropexo } from './servers.ts';
import { formVisitors } from './visitors.ts';

export const settleMs = 800;

export interface Calm {
  leads: number;
  /** What Propexo received for each delivered lead. */
  requestsPerLead: number;
  /** Milliseconds from the submit to the delivery, without the time that Propexo itself took, for each lead. */
  beyondSettling: number[];
}

/** Leads one at a time, each delivered before the next is sent. */
export async function measureCalm(leads: number): Promise<Calm> {
  const simulator = await startPropexo({ settleMs });
  const form = await startForm(simulator.url);
  const agent = connections(1);
  try {
    const next = await formVisitors(form.url, '/p/maple-court');
    const beyondSettling: number[] = [];
    for (let lead = 0; lead < leads; lead += 1) {
      const submitted = Date.now();
      const { status, location } = await post(form.url, agent, next());
      if (status !== 303 || !location) throw new Error(`A lead was answered with ${status}`);
      beyondSettling.push((await deliveredAt(form.url, location)) - submitted - settleMs);
      // Spread over the worker's rhythm, whatever it is.
      await pause(200 + ((lead * 370) % 1_000));
    }
    const received = await simulator.received();
    return { leads, requestsPerLead: received.length / leads, beyondSettling };
  } finally {
    agent.destroy();
    await form.stop();
    await simulator.stop();
  }
}

/** When Guestcard says that this lead was delivered, epoch milliseconds. */
async function deliveredAt(origin: string, statusPage: string): Promise<number> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const answer = await fetch(`${origin}/api${statusPage}`);
    const { state, delivered_at } = (await answer.json()) as { state: string; delivered_at: string | null };
    if (state === 'delivered' && delivered_at) return Date.parse(delivered_at);
    await pause(100);
  }
  throw new Error(`${statusPage} was not delivered within a minute`);
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
