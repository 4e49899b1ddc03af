import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { webhooksReport } from './register-webhooks.ts';
import { call, openSimulator } from './simulator/fixture.ts';
import type { Simulator } from './simulator/simulator.ts';

const url = 'https://leads.example/api/webhooks/propexo';
const settingsFor = (simulator: Simulator, more: object = {}, appUrl = 'https://leads.example') => ({
  appUrl,
  propexo: {
    token: 'simulator-token' as string | undefined,
    baseUrl: simulator.url,
    webhookSecrets: ['the-newest-secret', 'the-older-secret'],
    requestsPerMinute: 110,
    ...more,
  },
});

const registered = ({ webhooks }: Simulator) =>
  webhooks.map(({ url, active, secret, triggers }) => ({
    url,
    active,
    secret,
    triggers: triggers.map(({ trigger, model }) => [trigger, model]),
  }));

const right = [
  { url, active: true, secret: 'the-newest-secret', triggers: [['WRITE_OPERATION_FAILURE', null]] },
  {
    url,
    active: true,
    secret: 'the-newest-secret',
    triggers: [
      ['DATA_NEW', 'leads'],
      ['DATA_UPDATE', 'leads'],
    ],
  },
];

const writes = ({ received }: Simulator) => received.filter(({ method }) => method !== 'GET').length;

async function open(t: TestContext, ...webhooks: object[]): Promise<Simulator> {
  const simulator = await openSimulator(t);
  for (const webhook of webhooks)
    assert.equal((await call(simulator, 'POST', '/v1/webhooks/', webhook)).status, 200);
  return simulator;
}

test('the check names what is missing, and changes nothing', async (t) => {
  const simulator = await open(t);
  const report = await webhooksReport(settingsFor(simulator), 'check');
  assert.equal(report.right, false);
  assert.match(
    report.text,
    /writes that failed +it is not registered\n +leads in ResMan +it is not registered/,
  );
  assert.match(report.text, /npm run webhooks -- register/);
  assert.equal(writes(simulator), 0);
});

test('both are made, and a second time changes nothing', async (t) => {
  const simulator = await open(t);
  const first = await webhooksReport(settingsFor(simulator), 'register');
  assert.match(first.text, /writes that failed +made\n +leads in ResMan +made$/);
  assert.equal(first.right, true);
  assert.deepEqual(registered(simulator), right);
  const before = writes(simulator);
  const second = await webhooksReport(settingsFor(simulator), 'register');
  assert.match(second.text, /was right\n.*was right$/);
  assert.equal(writes(simulator), before);
  const check = await webhooksReport(settingsFor(simulator), 'check');
  assert.equal(check.right, true);
  assert.doesNotMatch(first.text + second.text + check.text, /secret/);
});

const failures = { url, triggers: ['WRITE_OPERATION_FAILURE'], secret: 'the-newest-secret', active: true };
const leads = { ...failures, triggers: ['DATA_NEW', 'DATA_UPDATE'], model: 'leads' };
for (const [what, webhooks, fault] of [
  ['is switched off', [{ ...failures, active: false }, leads], 'not active'],
  ['has another secret', [{ ...failures, secret: 'the-older-secret' }, leads], 'secret is not the first'],
  ['has a secret of its own', [{ ...failures, secret: undefined }, leads], 'secret is not the first'],
  [
    'hears only of new leads',
    [failures, { ...leads, triggers: ['DATA_NEW'] }],
    'DATA_NEW and DATA_UPDATE of leads',
  ],
  ['is about another model', [failures, { ...leads, model: 'residents' }], 'of leads'],
  [
    'hears too much',
    [{ ...failures, triggers: ['WRITE_OPERATION_FAILURE', 'SYNC_COMPLETE'] }, leads],
    'should be about',
  ],
] as const) {
  test(`one that ${what} is found and corrected where it is`, async (t) => {
    const simulator = await open(t, ...webhooks);
    const ids = simulator.webhooks.map(({ id }) => id);
    const check = await webhooksReport(settingsFor(simulator), 'check');
    assert.equal(check.right, false);
    assert.ok(check.text.includes(fault), check.text);
    const report = await webhooksReport(settingsFor(simulator), 'register');
    assert.equal(report.right, true, report.text);
    assert.match(report.text, /corrected/);
    assert.deepEqual(registered(simulator), right);
    assert.deepEqual(
      simulator.webhooks.map(({ id }) => id),
      ids,
    );
  });
}

test('one for everything becomes two', async (t) => {
  const simulator = await open(t, {
    ...leads,
    triggers: ['WRITE_OPERATION_FAILURE', 'DATA_NEW', 'DATA_UPDATE'],
  });
  assert.equal((await webhooksReport(settingsFor(simulator), 'register')).right, true);
  assert.deepEqual(registered(simulator), right);
});

test('a second one for the same is switched off; those at other addresses are not touched', async (t) => {
  const elsewhere = {
    ...failures,
    url: 'https://another.example/hook',
    secret: 'of-somebody-else',
    active: true,
  };
  const simulator = await open(t, elsewhere, failures, leads, { ...failures, secret: 'the-older-secret' });
  const check = await webhooksReport(settingsFor(simulator), 'check');
  assert.match(check.text, /registered a second time/);
  assert.equal(check.right, false);
  assert.equal((await webhooksReport(settingsFor(simulator), 'register')).right, true);
  assert.deepEqual(
    simulator.webhooks.map(({ secret, active }) => [secret, active]),
    [
      ['of-somebody-else', true],
      ['the-newest-secret', true],
      ['the-newest-secret', true],
      ['the-older-secret', false],
    ],
  );
});

test('they are found behind hundreds of others', async (t) => {
  const other = (number: number) => ({ ...failures, url: `https://another.example/${number}` });
  const others = Array.from({ length: 260 }, (_, number) => other(number));
  const simulator = await openSimulator(t, { requestsPerMinute: null });
  for (const webhook of [failures, leads, ...others]) await call(simulator, 'POST', '/v1/webhooks/', webhook);
  assert.equal((await webhooksReport(settingsFor(simulator), 'check')).right, true);
});

test('a secret that Propexo does not show is no fault, and is set again', async (t) => {
  const simulator = await open(t, failures, leads);
  const results = simulator.webhooks.map((webhook) => ({ ...webhook, secret: '*****cret' }));
  const masked = { meta: { orderBy: [] }, results };
  simulator.play({
    kind: 'answer',
    endpoint: 'webhooks',
    status: 200,
    body: masked,
    match: 'active=',
    times: 'always',
  });
  assert.equal((await webhooksReport(settingsFor(simulator), 'check')).right, true);
  const before = writes(simulator);
  assert.equal((await webhooksReport(settingsFor(simulator), 'register')).right, true);
  assert.equal(writes(simulator), before + 2);
});

for (const [what, more, appUrl, words] of [
  ['a token', { token: undefined }, undefined, /PROPEXO_API_TOKEN is missing/],
  ['a secret', { webhookSecrets: [] }, undefined, /PROPEXO_WEBHOOK_SECRET is missing/],
  ['a secret of ten characters', { webhookSecrets: ['too-short'] }, undefined, /at least 10 characters/],
  ['a public address', {}, 'http://localhost:3000', /APP_URL is http:\/\/localhost:3000/],
  ['a public address (127.0.0.1)', {}, 'http://127.0.0.1:3000', /APP_URL/],
  ['a public address ([::1])', {}, 'http://[::1]:3000', /APP_URL/],
] as const) {
  for (const command of ['check', 'register'] as const) {
    test(`without ${what} ${command} says what is needed, and asks nothing`, async (t) => {
      const simulator = await open(t);
      const refusal = await webhooksReport(settingsFor(simulator, more, appUrl), command).then(
        () => assert.fail('it went on'),
        (error: Error) => error,
      );
      assert.equal(refusal.name, 'ConfigurationError');
      assert.match(refusal.message, words);
      assert.doesNotMatch(refusal.message, /too-short|newest/);
      assert.equal(simulator.received.length, 0);
    });
  }
}

test('what Propexo does not allow or does not answer is told', async (t) => {
  const simulator = await open(t);
  const asked = () => webhooksReport(settingsFor(simulator), 'register');
  simulator.play({ kind: 'answer', endpoint: 'webhooks', status: 500 });
  await assert.rejects(asked, { name: 'WebhookRequestError', message: /GET \/v1\/webhooks\/: 500/ });
  simulator.play({ kind: 'html', endpoint: 'webhooks' });
  await assert.rejects(asked, { name: 'WebhookRequestError', message: /cannot be read/ });
  simulator.play({ kind: 'revoke-token' });
  await assert.rejects(asked, { name: 'WebhookRequestError', message: /401.*PROPEXO_API_TOKEN/ });
  await simulator.goDown();
  await assert.rejects(asked, { name: 'WebhookRequestError', message: /could not be reached/ });
});
