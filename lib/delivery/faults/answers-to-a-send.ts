import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Scenario } from '../../propexo/simulator/scenario.ts';
import { askedBefore, type BackOffice } from '../test-delivery.ts';
import { delivered, type End, type Fault, found, lostTrack, minutes, twoDays } from './fault.ts';

/** Sent, answered in this way, looked for until the searches are over. */
const sendAndSearch =
  (...scenarios: Scenario[]) =>
  async (office: BackOffice) => {
    await askedBefore(office);
    for (const scenario of scenarios) office.simulator.play(scenario);
    await office.accept();
    for (const seconds of [0, 5, 10, 15, 30, minutes, 30 * minutes, twoDays]) await office.pass(seconds);
  };

function createdOrNot(
  fault: Fault['fault'],
  reason: string,
  scenario: (act: boolean) => Scenario,
  status = '',
): Fault[] {
  const end: End = { ...lostTrack, reason };
  return [
    { fault, variant: `${status} created`.trim(), play: sendAndSearch(scenario(true)), end: found },
    { fault, variant: `${status} not created`.trim(), play: sendAndSearch(scenario(false)), end },
  ];
}

const serverErrors = [500, 502, 504].flatMap((status) =>
  createdOrNot(
    '500/502/504 created and not created',
    'server_error',
    (act) => ({ kind: 'answer', status, act }),
    String(status),
  ),
);

/** Another server that an answer points to: whatever arrives there is a leak. */
async function playRedirect(office: BackOffice, t: Parameters<Fault['play']>[1]): Promise<void> {
  let connections = 0;
  const other = createServer().on('connection', () => {
    connections += 1;
  });
  await once(other.listen(0, '127.0.0.1'), 'listening');
  t.after(() => other.close());
  const { port } = other.address() as AddressInfo;
  const location = `http://127.0.0.1:${port}/v1/leads/resman/`;
  await sendAndSearch(
    { kind: 'redirect', location },
    { kind: 'redirect', location, endpoint: 'leads' },
  )(office);
  assert.equal(connections, 0, 'nobody came to the other host, so the token did not either');
}

export const answersToASend: Fault[] = [
  {
    fault: 'answers after 25 s',
    async play(office) {
      office.simulator.play({ kind: 'delay', ms: 25_000 });
      await office.accept();
      const sending = office.pass(0);
      await office.simulator.waitFor(({ received }) => received.length === 1);
      for (let seconds = 0; seconds < 25; seconds += 5) await office.pass(5);
      await sending;
      await office.pass(2);
    },
    end: delivered,
  },
  { fault: 'hangs, lead created', hangs: true, play: sendAndSearch({ kind: 'hang', act: true }), end: found },
  {
    fault: 'hangs and creates later',
    hangs: true,
    play: sendAndSearch({ kind: 'hang', actAfterMs: 45_000 }),
    end: found,
  },
  {
    fault: '400 naming a field',
    variant: 'refused',
    play: sendAndSearch({ kind: 'refuse', status: 400, field: 'email_1', message: 'Invalid email' }),
    end: { ...lostTrack, state: 'failed', reason: 'refused', staff: 'mend the field, send it once more' },
  },
  ...serverErrors,
  {
    fault: '503 that lied',
    variant: 'and the job ends at once',
    play: sendAndSearch({ kind: 'answer', status: 503, act: true }),
    end: found,
  },
  {
    fault: '503 that lied',
    variant: 'and the job ends after a minute',
    play: sendAndSearch({ kind: 'job', afterMs: 60_000 }, { kind: 'answer', status: 503, act: true }),
    end: found,
  },
  ...createdOrNot('200 empty', 'no_job_id', (act) => ({ kind: 'empty', act })),
  ...createdOrNot('200 HTML', 'no_job_id', (act) => ({ kind: 'html', act })),
  ...createdOrNot('200 truncated JSON', 'no_job_id', (act) => ({ kind: 'truncated', act })),
  ...createdOrNot('50 MB answer', 'answer_cut', (act) => ({ kind: 'huge', megabytes: 50, act })),
  { fault: 'redirect to another host', play: playRedirect, end: { ...lostTrack, reason: 'redirected' } },
];
