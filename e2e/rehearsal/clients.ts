import { setTimeout as wait } from 'node:timers/promises';
import type { ClientTruth } from './history.ts';
import type { PlannedLead } from './plan.ts';

/** How long a person, or the balancer in front, waits before it tries elsewhere. */
const patienceMs = 4_000;
const pauseMs = 700;

/** Sends one submission until somebody confirms it, each try at another replica; what it was told is its truth. */
export async function submit(lead: PlannedLead, addresses: string[], seed: number): Promise<ClientTruth> {
  const truth: ClientTruth = { mark: lead.mark, receipts: [], tries: 0 };
  const body = JSON.stringify({
    // The form makes this once; every repetition carries it.
    submission_id: `rehearsal-${seed}-${lead.mark}`,
    first_name: 'Ana',
    last_name: 'Cruz',
    email_1: lead.email,
    phone_1: lead.phone,
    notes: `Is a flat free in May? (${lead.mark})`,
  });
  const insist = async (routes: number[]) => {
    for (const route of routes) {
      truth.tries += 1;
      const address = addresses[Math.floor(route * addresses.length)];
      const receipt = await post(`${address}/api/leads/${lead.property}`, body);
      if (receipt) {
        if (!truth.receipts.includes(receipt)) truth.receipts.push(receipt);
        return;
      }
      await wait(pauseMs);
    }
  };
  await Promise.all([insist(lead.routes), ...(lead.twice ? [insist(lead.routes.toReversed())] : [])]);
  return truth;
}

/** The receipt, or undefined for every answer that confirms nothing. */
async function post(url: string, body: string): Promise<string | undefined> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(patienceMs),
    });
    const told = (await answer.json()) as { receipt?: string; field_errors?: unknown };
    if (answer.status === 201 && told.receipt) return told.receipt;
    if (answer.status === 422) throw new RefusedSubmission(JSON.stringify(told));
    return undefined;
  } catch (error) {
    if (error instanceof RefusedSubmission) throw error;
    // Refused, reset, silent, or no JSON: to the person it is the same.
    return undefined;
  }
}

/** The rehearsal itself sends something that no form would. */
class RefusedSubmission extends Error {
  override name = 'RefusedSubmission';
}
