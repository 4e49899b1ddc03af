import type { APIRequestContext } from 'playwright/test';
import type { Simulator } from '../lib/propexo/simulator/contract.ts';
import { call } from '../lib/propexo/simulator/fixture.ts';
import { signPayload } from '../lib/propexo/simulator/webhook-delivery.ts';
import { type Guestcard, startGuestcard } from './fixtures/guestcard.ts';
import { test as base, expect, properties } from './fixtures/journey.ts';

const secret = 'the-secret-of-the-journeys';

/** A Guestcard so slow that by itself it would ask about a lead only after minutes, and Propexo's webhooks for it. */
const test = base.extend<{ slow: Guestcard }>({
  slow: async ({ simulator }, use) => {
    const guestcard = await startGuestcard(
      {
        PROPEXO_API_TOKEN: 'simulator-token',
        PROPEXO_BASE_URL: simulator.url,
        PROPEXO_WEBHOOK_SECRET: `${secret},an-older-secret`,
        DELIVERY_TIME_SCALE: '100',
        LOG_LEVEL: 'warn',
      },
      properties,
    );
    const hook = { url: `${guestcard.url}/api/webhooks/propexo`, secret, active: true };
    const ids: string[] = [];
    for (const asked of [
      { triggers: ['WRITE_OPERATION_FAILURE'] },
      { triggers: ['DATA_NEW', 'DATA_UPDATE'], model: 'leads' },
    ]) {
      const made = await call(simulator, 'POST', '/v1/webhooks/', { ...hook, ...asked });
      ids.push(made.json.result.id);
    }
    await use(guestcard);
    for (const id of ids) await call(simulator, 'DELETE', `/v1/webhooks/${id}`);
    await guestcard.stop();
  },
});

async function submit(request: APIRequestContext, { url }: Guestcard, email: string): Promise<string> {
  const answer = await request.post(`${url}/api/leads/maple-court`, {
    data: { first_name: 'Ana', last_name: 'Cruz', email_1: email },
    headers: { accept: 'application/json' },
  });
  expect(answer.status()).toBe(201);
  return (await answer.json()).receipt;
}

const stateOf = async (request: APIRequestContext, { url }: Guestcard, receipt: string) =>
  (await (await request.get(`${url}/api/status/${receipt}`)).json()).state;

const questions = (simulator: Simulator, jobId: string | undefined) =>
  simulator.received.filter(({ path }) => path === `/v1/admin/write-status/${jobId}`).length;

test('a job that fails is told by the webhook and asked about once, long before its turn @no-javascript', async ({
  request,
  page,
  simulator,
  slow,
  inbox,
  email,
}) => {
  simulator.play({ kind: 'job', outcome: 'FAILURE', errors: ['no such source'], match: email, afterMs: 500 });
  const receipt = await submit(request, slow, email);
  await expect.poll(() => stateOf(request, slow, receipt)).toBe('needs_staff');
  expect(questions(simulator, inbox()[0]?.job_id)).toBe(1);
  await page.goto(`${slow.url}/status/${receipt}`);
  await expect(page.getByRole('status')).toContainText('will be in touch');
});

test('a lead that appears in ResMan is told by the webhook: asked about once, and delivered @no-javascript', async ({
  request,
  simulator,
  slow,
  inbox,
  email,
}) => {
  const receipt = await submit(request, slow, email);
  await expect.poll(() => stateOf(request, slow, receipt)).toBe('delivered');
  expect(questions(simulator, inbox()[0]?.job_id)).toBe(1);
  expect(slow.look('select record_id from delivery')).toEqual([
    simulator.leads.find(({ email_1 }) => email_1 === email)?.id,
  ]);
});

test('forged, repeated and hostile messages @no-javascript', async ({
  request,
  simulator,
  slow,
  inbox,
  email,
}) => {
  simulator.play({ kind: 'job', outcome: 'PENDING', match: email });
  const receipt = await submit(request, slow, email);
  await expect.poll(() => inbox().length).toBe(1);
  const [jobId, integration_id] = [inbox()[0]?.job_id, inbox()[0]?.body.integration_id];
  const body = JSON.stringify({
    trigger: 'WRITE_OPERATION_FAILURE',
    data: { root_job_id: jobId, integration_id, write_status: 'FAILURE', errors: [] },
  });
  const send = async (signature?: string, data: string | Buffer = body) => {
    const headers = {
      'content-type': 'application/json',
      ...(signature && { 'propexo-signature': signature }),
    };
    return (await request.post(`${slow.url}/api/webhooks/propexo`, { data, headers })).status();
  };
  const rows = () => slow.look('select count(*) from webhook_event');

  expect(await send()).toBe(401);
  expect(await send(signPayload('guessed', body))).toBe(401);
  expect(await send(signPayload(secret, body), `${body} `)).toBe(401);
  expect(rows()).toEqual([0]);
  expect(slow.output()).toContain('without a right signature');
  expect(slow.output()).not.toContain(String(jobId));

  expect(await send(signPayload(secret, 'x'.repeat(1_000_001)), 'x'.repeat(1_000_001))).toBe(413);
  const repeated = Array.from({ length: 50 }, () => send(signPayload('an-older-secret', body)));
  expect(new Set(await Promise.all(repeated))).toEqual(new Set([200]));
  await expect.poll(() => questions(simulator, jobId)).toBe(1);
  expect(rows()).toEqual([1]);
  expect(await stateOf(request, slow, receipt)).toBe('received');

  const release = slow.blockDatabase();
  expect(await send(signPayload(secret, '{}'), '{}')).toBe(503);
  release();
  expect(await send(signPayload(secret, '{}'), '{}')).toBe(200);
});

test('without a secret the door is shut @no-javascript', async ({ request }) => {
  const headers = { 'propexo-signature': signPayload('', '{}') };
  expect((await request.post('/api/webhooks/propexo', { data: '{}', headers })).status()).toBe(404);
});
