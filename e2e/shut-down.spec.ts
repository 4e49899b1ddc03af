import { once } from 'node:events';
import { connect } from 'node:net';
import { startGuestcard } from './fixtures/guestcard.ts';
import { expect, properties, test } from './fixtures/journey.ts';

test('asked to end: a visitor who never finishes does not keep it, and a send under way is written down @no-javascript', async ({
  simulator,
  inbox,
  email,
}) => {
  const guestcard = await startGuestcard(
    {
      PROPEXO_API_TOKEN: 'simulator-token',
      PROPEXO_BASE_URL: simulator.url,
      DELIVERY_TIME_SCALE: '0.1',
      LOG_LEVEL: 'silent',
    },
    properties,
  );
  simulator.play({ kind: 'delay', ms: 1_000, match: email });
  const answer = await fetch(`${guestcard.url}/api/leads/maple-court`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ first_name: 'Ana', last_name: 'Cruz', email_1: email }),
  });
  expect(answer.status).toBe(201);
  await simulator.waitFor(() => inbox().length === 1);
  const visitor = connect(Number(new URL(guestcard.url).port), 'localhost');
  await once(visitor, 'connect');
  visitor.on('error', () => {});
  visitor.write(
    `POST /api/leads/maple-court HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{`,
  );
  // Another request, answered after it on the same thread, shows that the unfinished one was read.
  await fetch(`${guestcard.url}/api/health`);
  expect(await guestcard.stop()).toBe(0);
  visitor.destroy();
});
