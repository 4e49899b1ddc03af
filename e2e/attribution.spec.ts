import { pageWithForm } from './fixtures/customer-site.ts';
import { expect, test } from './fixtures/journey.ts';
import { fillContact, leadForm } from './fixtures/lead-form.ts';
import { expectSameEverywhere } from './fixtures/same-everywhere.ts';

/** Each way in brings the same source and campaign from its link to ResMan, the database and the staff's files. */
const linkTo = (address: string, campaign: string) =>
  `${address}?source=zillow&utm_campaign=${encodeURIComponent(campaign)}`;

test('a link to the form’s own page', async ({ page, guestcard, inbox, email }) => {
  const campaign = `page ${email}`;
  await page.goto(`${linkTo('/p/maple-court', campaign)}&gclid=EAIa`, { referer: 'https://www.google.com/' });
  await fillContact(leadForm(page), email);
  await leadForm(page).send.click();
  const more = '; referrer www.google.com; gclid EAIa';
  await expectSameEverywhere({ page, guestcard, inbox, seen: page, campaign, place: 'page', more });
});

test('who came first by another link is told with both', { tag: '@javascript' }, async ({
  page,
  guestcard,
  inbox,
  email,
}) => {
  const campaign = `second ${email}`;
  await page.goto('/p/maple-court?utm_source=newsletter&utm_campaign=first');
  await page.goto('/p/maple-court');
  await page.goto(linkTo('/p/maple-court', campaign));
  await fillContact(leadForm(page), email);
  await leadForm(page).send.click();
  const today = new Date().toISOString().slice(0, 10);
  const more = `; first came ${today} by campaign first, campaign source newsletter`;
  await expectSameEverywhere({ page, guestcard, inbox, seen: page, campaign, place: 'page', more });
});

test('a frame whose own address says it, without the script', async ({
  page,
  guestcard,
  inbox,
  email,
  websites,
}) => {
  const campaign = `frame ${email}`;
  await page.goto(
    websites.own.show('/plain', pageWithForm(linkTo(`${guestcard.url}/embed/maple-court`, campaign))),
  );
  const frame = page.frameLocator('iframe');
  await fillContact(leadForm(frame), email);
  await leadForm(frame).send.click();
  const more = `; page ${new URL(websites.own.origin).host}`;
  await expectSameEverywhere({ page, guestcard, inbox, seen: frame, campaign, place: 'embed', more });
});

test('a link to the property’s website, with the script', { tag: '@javascript' }, async ({
  page,
  guestcard,
  inbox,
  email,
  websites,
}) => {
  const campaign = `website ${email}`;
  const withScript = `${pageWithForm(`${guestcard.url}/embed/maple-court`)}<script async src="${guestcard.url}/embed.js"></script>`;
  await page.goto(linkTo(websites.own.show('/contact', withScript), campaign), {
    referer: 'https://www.google.com/',
  });
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('[name=utm_campaign]')).toHaveValue(campaign);
  await fillContact(leadForm(frame), email);
  await leadForm(frame).send.click();
  const more = `; page ${new URL(websites.own.origin).host}/contact; referrer www.google.com`;
  await expectSameEverywhere({ page, guestcard, inbox, seen: frame, campaign, place: 'embed', more });
});

test('the pop-up on the property’s website', { tag: '@javascript' }, async ({
  page,
  guestcard,
  inbox,
  email,
  websites,
}) => {
  const campaign = `popup ${email}`;
  const opener = `<!DOCTYPE html><html lang="en"><title>Maple Court</title>
<a href="${guestcard.url}/p/maple-court" data-guestcard-open>Contact us</a>
<script async src="${guestcard.url}/embed.js"></script>`;
  await page.goto(linkTo(websites.own.show('/popup', opener), campaign));
  const frame = page.frameLocator('dialog iframe');
  await expect(async () => {
    await page.getByRole('link', { name: 'Contact us' }).click();
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(frame.locator('[name=utm_campaign]')).toHaveValue(campaign);
  await fillContact(leadForm(frame), email);
  await leadForm(frame).send.click();
  const more = `; page ${new URL(websites.own.origin).host}/popup`;
  await expectSameEverywhere({ page, guestcard, inbox, seen: frame, campaign, place: 'embed', more });
});
