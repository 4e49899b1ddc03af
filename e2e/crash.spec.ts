import type { Guestcard } from './fixtures/guestcard.ts';
import { startGuestcard } from './fixtures/guestcard.ts';
import { expect, properties, test } from './fixtures/journey.ts';

/** Accepts a lead, ends the process as a power cut would, starts it again: what became of the lead? */
async function acceptCrashRestart(
  upstream: string,
  email: string,
  beforeCrash: (guestcard: Guestcard) => Promise<unknown>,
  look: (state: () => Promise<unknown>) => Promise<void>,
): Promise<void> {
  let guestcard: Guestcard = await startGuestcard(
    {
      PROPEXO_API_TOKEN: 'simulator-token',
      PROPEXO_BASE_URL: upstream,
      DELIVERY_TIME_SCALE: '0.05',
      LOG_LEVEL: 'silent',
    },
    properties,
  );
  try {
    const answer = await fetch(`${guestcard.url}/api/leads/maple-court`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ first_name: 'Ana', last_name: 'Cruz', email_1: email }),
    });
    const { receipt } = await answer.json();
    await beforeCrash(guestcard);
    guestcard = await guestcard.crash();
    await look(async () => {
      const status = await fetch(`${guestcard.url}/api/status/${receipt}`);
      return (await status.json()).state;
    });
  } finally {
    await guestcard.stop();
  }
}

test('killed before it could send: sent after the restart, once @no-javascript', async ({
  simulator,
  inbox,
  email,
}) => {
  // Refused for its token, it waits a second and a half: nothing of it is under way while the process is killed.
  simulator.play({ kind: 'refuse', status: 401, match: email });
  await acceptCrashRestart(
    simulator.url,
    email,
    ({ look }) =>
      expect.poll(() => look('select state || reason from delivery')).toEqual(['queuedcredentials']),
    (state) => expect.poll(state, { timeout: 15_000 }).toBe('delivered'),
  );
  expect(inbox()).toHaveLength(1);
});

test('killed in the middle of sending: not sent again, found by its reference, one record @no-javascript', async ({
  simulator,
  inbox,
  email,
}) => {
  simulator.play({ kind: 'hang', act: true, match: email });
  await acceptCrashRestart(
    simulator.url,
    email,
    () => simulator.waitFor(() => inbox().length === 1),
    (state) => expect.poll(state, { timeout: 20_000 }).toBe('delivered'),
  );
  expect(inbox()).toHaveLength(1);
  expect(simulator.leads.filter((lead) => lead.email_1 === email)).toHaveLength(1);
});
