import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import pg from 'pg';
import { testDelivery } from '../delivery/test-delivery.ts';
import { startWorker } from '../delivery/worker.ts';
import { speech } from '../language/languages.ts';
import { receiveLead } from '../lead/receive-lead.ts';
import type { Scenario } from '../propexo/simulator/scenario.ts';
import { createLog, reportConsoleTo } from './log.ts';

const person = {
  first_name: 'Telltalefirst',
  last_name: 'Telltalelast',
  email_1: 'telltale@example.com',
  phone_1: '(415) 555-0177',
  notes: 'Telltalenote',
};
const telling = /telltale|555.?0177|simulator-token/i;

function capture() {
  const lines: string[] = [];
  return { lines, log: createLog('trace', { write: (line) => void lines.push(line) }) };
}

testDelivery('whatever happens to leads, the log tells it without them', async (office) => {
  const { lines, log } = capture();
  const { context, simulator, database, property } = office;
  context.log = log;
  const now = Date.UTC(2026, 2, 2, 17);
  let count = 0;
  const arrive = async () => {
    count += 1;
    const sent = { ...person, email_1: `telltale${count}@example.com`, notes: `Telltalenote ${count}` };
    const received = await receiveLead(
      { database, now, log, secret: 'a secret of the tests', timeScale: 1 },
      property,
      { sent, tooLarge: false },
      {},
      speech('en'),
    );
    assert.ok(received.receipt);
    return received.receipt;
  };
  const receipts: string[] = [];
  const quote = 'first_name Telltalefirst is taken by telltale@example.com';
  const scenarios: Scenario[] = [
    { kind: 'refuse', status: 400, field: 'first_name', message: quote },
    { kind: 'hang', act: true },
    { kind: 'hang' },
    { kind: 'answer', status: 500, body: { message: quote } },
    { kind: 'answer', status: 503, body: quote },
    { kind: 'answer', status: 200, body: `{"Telltalefirst` },
    { kind: 'html', act: true },
    { kind: 'truncated', act: true },
    { kind: 'redirect', location: 'http://127.0.0.1:9/telltale?token=simulator-token' },
    { kind: 'job', outcome: 'FAILURE', errors: [quote] },
    { kind: 'job', outcome: 'PARTIAL_SUCCESS', errors: [quote] },
    { kind: 'answer', endpoint: 'write-status', status: 400, body: { message: quote } },
    { kind: 'answer', endpoint: 'leads', status: 500, body: quote },
    { kind: 'answer', endpoint: 'write-log', status: 200, body: `{"Telltalefirst` },
    { kind: 'refuse', status: 404, message: quote },
    { kind: 'refuse', status: 401, message: quote },
    { kind: 'refuse', status: 429, message: quote },
  ];
  for (const scenario of scenarios) {
    simulator.play(scenario);
    receipts.push(await arrive());
    await office.pass(120);
    await simulator.settle();
    await office.pass(120);
  }
  await simulator.goDown();
  receipts.push(await arrive());
  await office.pass(300);
  await simulator.comeBack();
  assert.ok(lines.length >= 8, `something was logged: ${lines.length} lines`);

  // What is stored cannot be read, and then cannot be stored.
  await database.db.updateTable('lead').set({ answers: '{"first_name":Telltalefirst' }).execute();
  await office.pass(3_600);
  assert.match(lines.join(''), /cannot be put together/);
  await database.db.schema.alterTable('lead').renameTo('lead_telltale').execute();
  const lost = await receiveLead(
    { database, now, log, secret: 'a secret of the tests', timeScale: 1 },
    property,
    { sent: person, tooLarge: false },
    {},
    speech('en'),
  );
  assert.ok(lost.state, 'it could not be saved');
  const worker = startWorker({ ...context, log: log.child({}) }, 5);
  await new Promise<void>((resolve) => {
    const look = () => (/delivery round failed/.test(lines.join('')) ? resolve() : setImmediate(look));
    look();
  });
  await worker.stop(1_000);

  for (const line of lines) {
    // The table was renamed by this test; its name is in SQL's messages.
    assert.doesNotMatch(line.replaceAll('lead_telltale', ''), telling);
    for (const receipt of receipts) assert.equal(line.includes(receipt), false, line);
  }
});

test('what Next writes to the console: where it happened, and nothing that hangs on it', (t: TestContext) => {
  const { error, warn } = console;
  t.after(() => Object.assign(console, { error, warn }));
  const { lines, log } = capture();
  reportConsoleTo(log);
  const refused = Object.assign(new pg.DatabaseError('duplicate key value', 1, 'error'), {
    code: '23505',
    detail: 'Key (email)=(telltale@example.com) already exists.',
  });
  const unreadable = () => JSON.parse('{"email_1": telltale@example.com}');
  for (const report of [
    () => console.error('⨯', refused),
    () => console.error(Object.assign(new Error('a page failed'), { digest: '1', answers: person })),
    () => console.error('Failed to handle request for /status/telltale-receipt?email=telltale@example.com'),
    () => console.error(new TypeError('nothing', { cause: person })),
    () => console.error(person, [person]),
    () => console.warn('careful', person),
    () => assert.throws(unreadable, (fault) => void console.error(fault) === undefined),
    () =>
      assert.throws(
        () => new URL('//telltale:simulator-token@'),
        (fault) => void console.error(fault) === undefined,
      ),
  ])
    report();
  assert.equal(lines.length, 8);
  for (const line of lines) assert.doesNotMatch(line, telling);
  assert.match(lines.join(''), /a page failed/);
  assert.match(lines.join(''), /log\.test\.ts/);
  assert.match(lines.join(''), /\/status\/…/);
});
