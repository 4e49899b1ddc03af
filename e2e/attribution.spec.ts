import { expect, test } from './fixtures/journey.ts';
import { fillContact, leadForm } from './fixtures/lead-form.ts';
import { expectSameEverywhere } from './fixtures/same-everywhere.ts';

const place = 'page';
const trust = 'self_declared';

/** Each way in brings the same source and campaign from its link to ResMan, the database and the staff's files. */
test('a link to the form’s own page', async ({ page, guestcard, inbox, email, javaScriptEnabled }) => {
  const campaign = `page ${javaScriptEnabled} ${email}`;
  await page.goto(`/p/maple-court?source=zillow&utm_campaign=${encodeURIComponent(campaign)}&gclid=EAIa`, {
    referer: 'https://www.google.com/',
  });
  await fillContact(leadForm(page), email);
  await leadForm(page).send.click();
  const more = '; referrer www.google.com; gclid EAIa';
  await expectSameEverywhere({ guestcard, inbox, seen: page, campaign, trust, place, more });
});

test('who came first by another link is told with both', { tag: '@javascript' }, async ({
  page,
  guestcard,
  inbox,
  email,
}) => {
  const campaign = `second ${email}`;
  await page.goto(`/p/maple-court?utm_source=newsletter&utm_campaign=first`);
  await page.goto('/p/maple-court');
  await page.goto(`/p/maple-court?source=zillow&utm_campaign=${encodeURIComponent(campaign)}`);
  await fillContact(leadForm(page), email);
  await leadForm(page).send.click();
  const today = new Date().toISOString().slice(0, 10);
  const more = `; first came ${today} by campaign first, campaign source newsletter`;
  await expectSameEverywhere({ guestcard, inbox, seen: page, campaign, trust, place, more });
  expect(guestcard.look(`select attribution from lead where campaign = '${campaign}'`).join()).toContain(
    '"first":{"at":',
  );
});
