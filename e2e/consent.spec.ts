import { createHash } from 'node:crypto';
import { textsIn } from '../lib/language/languages.ts';
import { fill } from '../lib/language/texts.ts';
import type { Guestcard } from './fixtures/guestcard.ts';
import { expect, test } from './fixtures/journey.ts';
import { fillContact, leadForm } from './fixtures/lead-form.ts';
import { signIn } from './fixtures/staff-door.ts';

/** The consents of the lead with this e-mail address. */
function consentsOf(guestcard: Guestcard, email: string): Record<string, unknown>[] {
  const rows = guestcard.look(`
    select json_object('wording', wording, 'hash', wording_hash, 'version', version, 'language', consent.language,
      'page', page, 'embed_origin', consent.embed_origin, 'address', address, 'user_agent', user_agent, 'given_at', given_at,
      'received_at', received_at)
    from consent join lead on lead.id = consent.lead_id where answers like '%${email}%'`);
  return rows.map((row) => JSON.parse(String(row)));
}

test('a consent is kept as it was given, goes along in the notes, and staff see the record', async ({
  page,
  guestcard,
  inbox,
  email,
}) => {
  const spanish = textsIn('es');
  await page.goto('/p/maple-court?lang=es');
  const form = leadForm(page, spanish);
  await fillContact(form, email);
  await form.phone.fill('(415) 555-0134');
  await expect(form.consent).not.toBeChecked();
  await form.consent.check();
  await form.send.click();
  await expect(page).toHaveURL(/\/status\//);

  const words = fill(spanish.consent.sms, { property: 'Maple Court' });
  const [record, ...others] = consentsOf(guestcard, email);
  expect(others).toEqual([]);
  expect(record).toEqual({
    wording: words,
    hash: createHash('sha256').update(words).digest('hex'),
    version: expect.stringMatching(/^standard-[0-9a-f]{8}$/),
    language: 'es',
    page: `${guestcard.url}/p/maple-court?lang=es`,
    embed_origin: null,
    address: expect.stringMatching(/127\.0\.0\.1|::1/),
    user_agent: expect.stringContaining('Chrome'),
    given_at: record?.received_at,
    received_at: expect.any(Number),
  });
  const minute = new Date(Number(record?.given_at)).toISOString().slice(0, 16).replace('T', ' ');
  await expect.poll(() => inbox().length).toBe(1);
  expect(inbox()[0]?.body.notes).toContain(
    `\nText messages: agreed to receive them (wording ${record?.version}, ${minute} UTC)`,
  );

  const [id] = guestcard.look(`select id from lead where answers like '%${email}%'`);
  await page.goto(`/staff/leads/${id}`);
  await signIn(page);
  await page.getByText('The record of it').click();
  await expect(page.getByText(String(record?.hash))).toBeVisible();
});

test('without a tick nothing is recorded, and a tick without a number is no consent', async ({
  page,
  guestcard,
  email,
}) => {
  await page.goto('/p/maple-court');
  const form = leadForm(page);
  await fillContact(form, email);
  await form.consent.check();
  await form.send.click();
  await expect(page).toHaveURL(/\/status\//);
  await page.goto('/p/maple-court');
  await fillContact(form, email);
  await form.phone.fill('(415) 555-0134');
  await form.send.click();
  await expect(page).toHaveURL(/\/status\//);
  expect(guestcard.look(`select id from lead where answers like '%${email}%'`)).toHaveLength(2);
  expect(consentsOf(guestcard, email)).toEqual([]);
});
