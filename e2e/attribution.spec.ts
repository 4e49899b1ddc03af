import { pageWithForm } from './fixtures/customer-site.ts';
import { expect, test } from './fixtures/journey.ts';
import { fillContact, leadForm } from './fixtures/lead-form.ts';
import { personsBrowser } from './fixtures/persons-browser.ts';
import { readCode } from './fixtures/qr-code.ts';
import { expectSameEverywhere } from './fixtures/same-everywhere.ts';
import { enter } from './fixtures/staff-door.ts';

test.use(personsBrowser);

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

test('a short link, scanned from its QR code', async ({ page, guestcard, inbox, email }) => {
  const campaign = `short ${email}`;
  await page.goto('/staff/links/new');
  await enter(page);
  await page.getByLabel('Property', { exact: true }).selectOption('Maple Court');
  await page.getByLabel('Source', { exact: true }).fill('zillow');
  await page.getByLabel('Campaign (optional)').fill(campaign);
  await page.getByRole('button', { name: 'Make the link' }).click();
  const short = await page.getByLabel('Short address').inputValue();
  const picture = await page.request.get(`${page.url().split('?')[0]}/qr.png`);
  const scanned = await readCode(page, await picture.body());
  expect(scanned).toBe(short);
  await page.goto('/staff/leads');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/staff/sign-in*');

  await page.goto(`${scanned}`);
  await fillContact(leadForm(page), email);
  await leadForm(page).send.click();
  await expectSameEverywhere({
    page,
    guestcard,
    inbox,
    seen: page,
    campaign,
    trust: 'verified',
    place: 'page',
  });
  expect(guestcard.look(`select link_code from lead where campaign = '${campaign}'`)).toEqual([
    short.slice(-7),
  ]);
});
