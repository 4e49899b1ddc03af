import { startGuestcard } from './fixtures/guestcard.ts';
import { expect, properties, test } from './fixtures/journey.ts';

const person = {
  first_name: 'Telltalefirst',
  last_name: 'Telltalelast',
  phone_1: '(415) 555-0177',
  notes: 'Telltalenote',
};

test('nothing that a person typed, no receipt and no secret is in what the program prints @no-javascript', async ({
  simulator,
}) => {
  const guestcard = await startGuestcard(
    {
      PROPEXO_API_TOKEN: 'simulator-token',
      PROPEXO_BASE_URL: simulator.url,
      PROPEXO_WEBHOOK_SECRET: 'telltale-webhook-secret',
      METRICS_TOKEN: 'telltale-metrics-token',
      STAFF_EMAIL: 'owner@telltale.example',
      STAFF_PASSWORD: 'telltale-password',
      DELIVERY_TIME_SCALE: '0.1',
      LOG_LEVEL: 'trace',
    },
    properties,
  );
  const post = (email_1: string) =>
    fetch(`${guestcard.url}/api/leads/maple-court?utm_campaign=telltale`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...person, email_1 }),
    });
  const scrape = (token: string) =>
    fetch(`${guestcard.url}/api/metrics`, { headers: { authorization: `Bearer ${token}` } });
  try {
    simulator.play({
      kind: 'refuse',
      status: 400,
      field: 'first_name',
      message: 'Telltalefirst',
      match: 'telltale1',
    });
    const { receipt } = await (await post('telltale1@example.com')).json();
    const metrics = async () => (await scrape('telltale-metrics-token')).text();
    await expect.poll(metrics).toContain('guestcard_leads{state="failed"} 1');
    const told = await metrics();
    expect(told).toContain('guestcard_leads_accepted_total 1');
    expect(told).toContain('guestcard_database_up 1');
    expect(told).not.toMatch(/telltale|555.?0177/i);
    expect(told).not.toContain(receipt);
    expect((await scrape('telltale-wrong')).status).toBe(401);
    await fetch(`${guestcard.url}/status/${receipt}`);

    const release = guestcard.blockDatabase();
    expect((await post('telltale2@example.com')).status).toBe(503);
    release();

    // A form action whose arguments cannot be read: Next itself throws and reports it.
    const form = await (await fetch(`${guestcard.url}/p/maple-court?email=telltale@example.com`)).text();
    const action = /&quot;id&quot;:&quot;(\w+)&quot;|"id":"(\w+)"/.exec(form)?.slice(1).find(Boolean) ?? '';
    expect(action).not.toBe('');
    const broken = await fetch(`${guestcard.url}/p/maple-court?email=telltale@example.com`, {
      method: 'POST',
      headers: {
        'next-action': action,
        'content-type': 'text/plain;charset=UTF-8',
        accept: 'text/x-component',
      },
      body: '[{"email_1": telltale@example.com}]',
    });
    expect(broken.status).toBe(500);

    // The answer can be here before what the program printed about it.
    await expect.poll(guestcard.output).toContain('"type":"SyntaxError"');
    const printed = guestcard.output();
    expect(printed).toContain('could not be saved');
    expect(printed).not.toMatch(/telltale|555.?0177|simulator-token/i);
    expect(printed).not.toContain(receipt);
  } finally {
    await guestcard.stop();
  }
});

test('without METRICS_TOKEN there is no page with metrics @no-javascript', async ({ guestcard }) => {
  const answer = await fetch(`${guestcard.url}/api/metrics`, { headers: { authorization: 'Bearer ' } });
  expect(answer.status).toBe(404);
});
