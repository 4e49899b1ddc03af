import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { startGuestcard } from './fixtures/guestcard.ts';

const cannotStart = (settings: Record<string, string>) =>
  startGuestcard(settings).then(
    async (guestcard) => {
      await guestcard.stop();
      return 'it started';
    },
    (error: Error) => error.message,
  );

test('wrong settings stop the start with one message that names them all @no-javascript', async () => {
  const message = await cannotStart({ DATABASE_URL: 'mysql://x', TRUSTED_PROXY_HOPS: 'two' });
  expect(message).toContain('DATABASE_URL must start with postgres://');
  expect(message).toContain('TRUSTED_PROXY_HOPS must be a whole number');
  expect(message).toContain('APP_SECRET is required with DATABASE_URL');
  expect(message).not.toContain('    at ');
});

test('a wrong properties file stops the start, each fault with its place @no-javascript', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guestcard-e2e-'));
  const file = join(folder, 'properties.json');
  writeFileSync(
    file,
    JSON.stringify({ properties: [{ slug: 'Maple Court', name: 'Maple Court', time_zone: 'PST9' }] }),
  );
  const message = await cannotStart({ PROPERTIES_FILE: file });
  rmSync(folder, { recursive: true });
  for (const place of [
    'slug',
    'time_zone',
    'integration_id',
    'property_id',
    'employee_id',
    'lead_source_id',
  ]) {
    expect(message).toContain(`properties[0].${place} `);
  }
  expect(message).not.toContain('    at ');
});

test('a database that cannot be reached stops the start and says which @no-javascript', async () => {
  const message = await cannotStart({
    DATABASE_URL: 'postgres://nobody@127.0.0.1:9/nothing',
    APP_SECRET: 'a secret for this test only',
  });
  expect(message).toContain('PostgreSQL at 127.0.0.1:9 cannot be used');
  expect(message).not.toContain('    at ');
});
