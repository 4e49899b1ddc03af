import { Agent, request as httpRequest } from 'node:http';
import { configured, expect, test, zillowSourceId } from './fixtures/journey.ts';
import { fillContact, leadForm, status } from './fixtures/lead-form.ts';

const json = { accept: 'application/json' };

test('JSON: 201 with a receipt, whose status becomes delivered @no-javascript', async ({
  request,
  inbox,
  email,
}) => {
  const fields = {
    first_name: 'Ana',
    last_name: 'Cruz',
    email_1: email,
    desired_num_bedrooms: 2,
    sms_consent: false,
    source: 'zillow',
    // Configured ids never come from outside.
    property_id: 'evil',
    lead_source_id: 'evil',
  };
  const answer = await request.post('/api/leads/maple-court', { data: fields, headers: json });
  expect(answer.status()).toBe(201);
  const { receipt, status_url } = await answer.json();
  expect(status_url).toMatch(new RegExp(`/status/${receipt}$`));
  const again = await request.post('/api/leads/maple-court', { data: fields, headers: json });
  expect(await again.json()).toEqual({ receipt, status_url });

  await expect
    .poll(async () => (await request.get(`/api/status/${receipt}`)).json())
    .toEqual({
      state: 'delivered',
      received_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      delivered_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
  expect(inbox()).toHaveLength(1);
  expect(inbox()[0]?.body).toMatchObject({
    ...configured,
    lead_source_id: zillowSourceId,
    desired_num_bedrooms: 2,
  });
});

test('JSON: what is wrong comes back as 422 by field @no-javascript', async ({ request }) => {
  const answer = await request.post('/api/leads/maple-court', { data: { first_name: 'Ana' }, headers: json });
  expect(answer.status()).toBe(422);
  expect(await answer.json()).toEqual({
    field_errors: {
      last_name: 'Enter your last name',
      email_1: 'Enter an email address or a phone number, so that the team can reach you',
    },
    form_errors: [],
  });
});

const refusals: [what: string, status: number, options: object][] = [
  ['no JSON', 400, { data: '{"first_name":', headers: { ...json, 'content-type': 'application/json' } }],
  ['a list', 400, { data: [1], headers: json }],
  ['a field that is an object', 422, { data: { first_name: { a: 1 } }, headers: json }],
  ['another type', 415, { data: 'x', headers: { ...json, 'content-type': 'text/plain' } }],
  ['more than 64 KB', 413, { data: { notes: 'x'.repeat(70_000) }, headers: json }],
  [
    'more than 50 fields',
    413,
    { data: Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`f${n}`, 'x'])), headers: json },
  ],
];
for (const [what, expected, options] of refusals) {
  test(`${what} is refused with ${expected} and words @no-javascript`, async ({ request }) => {
    const answer = await request.post('/api/leads/maple-court', options);
    expect(answer.status()).toBe(expected);
    expect((await answer.json()).form_errors[0]).toMatch(/\w+ \w+/);
  });
}

test('an unknown form is 404, an unknown receipt is 404 @no-javascript', async ({ request }) => {
  expect((await request.post('/api/leads/nowhere', { data: {}, headers: json })).status()).toBe(404);
  expect((await request.get('/api/status/AAAAAAAAAAAAAAAAAAAAAAAAAAA')).status()).toBe(404);
});

test('a property’s own HTML form: what is wrong is shown with everything typed, then it leads to the status page', async ({
  page,
  guestcard,
  inbox,
  email,
}) => {
  await page.setContent(`<form method="post" action="${guestcard.url}/api/leads/maple-court?source=zillow">
    <input name="first_name" value="Ana &quot;Q&quot; &amp; < Bo"><input name="email_1" value="${email}">
    <textarea name="notes">two\nlines</textarea><button>Go</button></form>`);
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name: 'Go' }).click();
  expect((await answer).status()).toBe(422);
  await expect(page.getByRole('region', { name: 'There is a problem' })).toContainText(
    'Enter your last name',
  );
  await expect(page.getByLabel('First name')).toHaveValue('Ana "Q" & < Bo');
  await expect(page.getByLabel('Message')).toHaveValue('two\nlines');
  await page.getByLabel('Last name').fill('Cruz');
  await page.getByRole('button').click();
  await expect(page).toHaveURL(/\/status\//);
  await expect(page.getByRole('status')).toContainText(status.received);
  await expect
    .poll(() => inbox()[0]?.body)
    .toMatchObject({
      first_name: 'Ana "Q" & < Bo',
      lead_source_id: zillowSourceId,
    });
});

test('a consent of a form elsewhere stays in sight while a mistake is mended, and can be taken back', async ({
  page,
  guestcard,
  inbox,
  email,
}) => {
  const words = 'Yes, text me <3';
  await page.setContent(`<form method="post" action="${guestcard.url}/api/leads/maple-court">
    <input name="first_name" value="Ana"><input name="email_1" value="${email}"><input name="phone_1" value="415 555 0134">
    <input name="sms_consent" value="yes"><input name="sms_consent_wording" value="${words}"><button>Go</button></form>`);
  await page.getByRole('button', { name: 'Go' }).click();
  await expect(page.getByLabel(words)).toBeChecked();
  await page.getByLabel(words).uncheck();
  await page.getByLabel('Last name').fill('Cruz');
  await page.getByRole('button').click();
  await expect(page).toHaveURL(/\/status\//);
  await expect.poll(inbox).toHaveLength(1);
  expect(inbox()[0]?.body.notes).not.toContain('Text messages');
});

test('each lead is sent within 250 ms of being accepted, by whatever way it came @no-javascript', async ({
  request,
  page,
  simulator,
}) => {
  const delay = async (email: string, receipt: string) => {
    const sent = () => simulator.inbox.find(({ body }) => body.email_1 === email)?.received_at;
    await expect.poll(sent).toBeDefined();
    const status = await (await request.get(`/api/status/${receipt}`)).json();
    return (sent() ?? Number.NaN) - Date.parse(status.received_at);
  };
  const delays: number[] = [];
  for (let lead = 0; lead < 5; lead += 1) {
    const email = `${crypto.randomUUID()}@example.com`;
    const fields = { first_name: 'Ana', last_name: 'Cruz', email_1: email };
    const answer = await request.post('/api/leads/maple-court', { data: fields, headers: json });
    delays.push(await delay(email, (await answer.json()).receipt));
  }
  for (let lead = 0; lead < 5; lead += 1) {
    const email = `${crypto.randomUUID()}@example.com`;
    await page.goto('/p/maple-court');
    await fillContact(leadForm(page), email);
    await leadForm(page).send.click();
    await page.waitForURL('**/status/*');
    delays.push(await delay(email, page.url().split('/').at(-1) ?? ''));
  }
  // Without the wake, each would wait for the worker's next round, up to a second: most of ten would be late.
  const late = delays.filter((milliseconds) => milliseconds > 250);
  expect(late.length, `milliseconds from accepted to sent: ${delays.join(', ')}`).toBeLessThanOrEqual(1);
});

test('health: writable, working, no counts of people @no-javascript', async ({ request, guestcard }) => {
  const answer = await request.get('/api/health');
  expect(answer.status()).toBe(200);
  expect(Object.keys(await answer.json()).toSorted()).toEqual([
    'database',
    'oldest_undelivered_age_seconds',
    'status',
    'worker',
  ]);
  const release = guestcard.blockDatabase();
  const failing = await request.get('/api/health');
  release();
  expect(failing.status()).toBe(503);
  expect(await failing.json()).toMatchObject({ status: 'failing', database: 'not_writable' });
});

test('after a body that is too large the connection ends: the next request is not lost on it @no-javascript', async ({
  guestcard,
}) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (method: string, path: string, body = '') =>
    new Promise<number | undefined>((resolve, reject) => {
      const url = `${guestcard.url}${path}`;
      const headers = { 'content-type': 'application/json', 'propexo-signature': '0'.repeat(64) };
      httpRequest(url, { method, agent, headers }, (answer) => {
        answer.resume().on('end', () => resolve(answer.statusCode));
      })
        .on('error', reject)
        .end(body);
    });
  const huge = JSON.stringify({ notes: 'x'.repeat(300_000) });
  for (const path of ['/api/leads/maple-court', '/api/leads/nowhere', '/api/webhooks/propexo']) {
    await ask('POST', path, huge).catch(() => {});
    expect(await ask('GET', '/api/health'), `after ${path}`).toBe(200);
  }
  agent.destroy();
});
