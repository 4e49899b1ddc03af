import type { Page } from 'playwright/test';
import { frame, listeningPage, loader } from './fixtures/customer-page.ts';
import { expect, test } from './fixtures/journey.ts';
import { fillContact, leadForm, status } from './fixtures/lead-form.ts';
import { personsBrowser } from './fixtures/persons-browser.ts';
import { enter } from './fixtures/staff-door.ts';

test.use(personsBrowser);

const bot = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
const unique = () => `spring-${crypto.randomUUID().slice(0, 8)}`;

async function openSources(page: Page): Promise<void> {
  await page.goto('/staff/sources?property=maple-court&days=7');
  if (page.url().includes('sign-in')) await enter(page);
}

/** The table's line with this name, once what was counted has been written. */
async function expectLine(page: Page, name: string, cells: string[]): Promise<void> {
  await expect(async () => {
    await page.reload();
    const row = page.getByRole('row').filter({ hasText: name });
    const [, ...names] = await page.getByRole('columnheader').allTextContents();
    const figures = await row.locator('td > span:last-child').allTextContents();
    // There is a column more while a lead of another journey looks like spam.
    expect(figures.filter((_, place) => names[place] !== 'Held as spam')).toEqual(cells);
  }).toPass({ timeout: 20_000 });
}

test('two visits by one link, one of them sent: two views, two starts, one submit, in the table and the CSV', async ({
  page,
  guestcard,
  request,
  email,
}) => {
  const campaign = unique();
  const link = `/p/maple-court?source=Zillow&utm_campaign=${campaign}`;
  const starts: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/first-focus')) starts.push(request.resourceType());
  });
  const form = leadForm(page);
  const begin = async () => {
    await page.goto(link);
    await page.waitForLoadState('networkidle');
    const started = page.waitForResponse('**/p/maple-court/first-focus');
    await form.firstName.focus();
    expect((await started).status()).toBe(204);
  };
  await begin();
  // Refused, and touched again: the same visit.
  await form.send.click();
  await form.problem.waitFor();
  await form.lastName.focus();
  await begin();
  await fillContact(form, email);
  await form.send.click();
  await expect(page.getByRole('status')).toContainText(status.received);
  expect(starts).toEqual(['image', 'image']);
  for (const path of ['', '/first-focus'])
    await request.get(`/p/maple-court${path}${path ? '' : link.slice(14)}`, {
      headers: { 'user-agent': bot, referer: guestcard.url + link },
    });

  await openSources(page);
  await expectLine(page, campaign, ['2', '2', '1', '50 %', '1', '0', '0', '0', 'under 1 min']);
  await expect(page.getByRole('row').filter({ hasText: campaign })).not.toContainText('Not a source');
  const download = await page.getByRole('link', { name: 'Download as CSV' }).getAttribute('href');
  const csv = await page.request.get(download ?? '');
  expect(csv.headers()['content-disposition']).toMatch(
    /^attachment; filename="guestcard-sources-maple-court-\d{4}-\d\d-\d\d-to-\d{4}-\d\d-\d\d\.csv"$/,
  );
  const line = (await csv.text()).split('\r\n').find((line) => line.includes(campaign));
  expect(line).toMatch(
    new RegExp(`^maple-court,Maple Court,[\\d-]+,[\\d-]+,zillow,${campaign},yes,2,2,1,50,1,0,0,0,0,[\\d.]+$`),
  );

  const stranger = await request.get(download ?? '', { maxRedirects: 0 });
  expect(stranger.headers().location).toContain('/staff/sign-in?next=%2Fstaff%2Fsources.csv');
  expect(await stranger.text()).not.toContain(campaign);
});

test('a name that is no source of the property is told, with what to do about it', async ({ page }) => {
  const name = unique();
  await page.goto(`/p/maple-court?utm_source=${name}`);
  await openSources(page);
  await expectLine(page, name, ['1', '0', '0', '0 %', '0', '0', '0', '0', '–']);
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText(
    'Not a source of this property',
  );
  await expect(page.getByRole('region', { name: 'not a source of this property' })).toContainText(
    `${name}: 1 view, 0 submits`,
  );
});

test('a form in a website is counted by what the website’s address says; without scripts, the frame’s', async ({
  page,
  guestcard: { url },
  websites: { own },
  javaScriptEnabled,
}) => {
  const campaign = unique();
  const said = `?source=zillow&utm_campaign=${campaign}`;
  const scripts = javaScriptEnabled !== false;
  const query = scripts ? '?source=website' : said;
  const address = own.show(
    '/counted',
    listeningPage({ url, body: frame(url, 'form', { query }) + loader(url) }),
  );
  const moved = scripts ? page.waitForResponse('**/came-by') : undefined;
  await page.goto(address + said);
  await moved;
  const started = page.waitForResponse('**/embed/maple-court/first-focus');
  await leadForm(page.frameLocator('#form')).firstName.focus();
  await started;
  await openSources(page);
  await expectLine(page, campaign, ['1', '1', '0', '0 %', '0', '0', '0', '0', '–']);
  await expect(page.getByRole('rowheader', { name: 'website', exact: true })).toHaveCount(0);
});
