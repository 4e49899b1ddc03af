import type { Page } from 'playwright/test';
import { expect, test, zillowSourceId } from './fixtures/journey.ts';
import { fillContact, leadForm, status } from './fixtures/lead-form.ts';
import { personsBrowser } from './fixtures/persons-browser.ts';
import { readCode } from './fixtures/qr-code.ts';
import { enter } from './fixtures/staff-door.ts';

test.use(personsBrowser);

async function openLinks(page: Page): Promise<void> {
  await page.goto('/staff/links/new');
  if (page.url().includes('sign-in')) await enter(page);
}

const shortAddress = (page: Page) => page.getByLabel('Short address').inputValue();

async function send(page: Page, email: string): Promise<void> {
  await fillContact(leadForm(page), email);
  await leadForm(page).send.click();
  await expect(page.getByRole('status')).toContainText(status.received);
}

test('a link is made, followed, counted, edited by somebody, retired and restored', async ({
  page,
  guestcard,
  inbox,
  email,
}) => {
  const campaign = `spring ${crypto.randomUUID().slice(0, 8)}`;
  await openLinks(page);
  await page.getByLabel('Property', { exact: true }).selectOption('Maple Court');
  await page.getByLabel('Source', { exact: true }).fill('Flyer');
  await page.getByLabel('Campaign (optional)').fill(campaign);
  await page.getByLabel('Page on the property').fill('https://elsewhere.example/');
  await page.getByRole('button', { name: 'Make the link' }).click();
  // What is wrong is said where it is, and nothing typed is lost.
  const source = page.getByLabel('Source', { exact: true });
  await expect(source).toHaveAccessibleDescription(/no source called “Flyer”. It has: zillow./);
  await expect(source).toBeFocused();
  await expect(page.getByLabel('Page on the property')).toHaveAccessibleDescription(
    /its own website|own website, which starts with http/,
  );
  await expect(page.getByLabel('Campaign (optional)')).toHaveValue(campaign);
  await expect(page.getByLabel('Property', { exact: true })).toHaveValue('maple-court');
  await source.fill('zillow');
  await page.getByLabel('Page on the property').fill('');
  await page.getByRole('button', { name: 'Make the link' }).click();
  await expect(page.getByText('The link is ready.')).toBeVisible();
  const linkPage = page.url().split('?')[0] ?? '';
  const short = await shortAddress(page);
  expect(short).toMatch(/\/l\/[a-z0-9]{7}$/);
  const long = await page.getByLabel('Long address').inputValue();

  await page.goto(`${short}?gclid=click-1`);
  await expect(page).toHaveURL(/\/p\/maple-court\?source=zillow&.*gclid=click-1.*gc_signature=/);
  await send(page, email);
  await expect.poll(() => inbox()[0]?.body.lead_source_id).toBe(zillowSourceId);
  const known = (address: string) =>
    guestcard.look(`select trust || ' ' || coalesce(link_code, '') from lead where campaign = '${address}'`);
  const code = short.slice(-7);
  expect(known(campaign)).toEqual([`verified ${code}`]);

  await page.goto(long.replace(encodeURIComponent(campaign), encodeURIComponent(`${campaign} edited`)));
  await send(page, `edited-${email}`);
  expect(known(`${campaign} edited`)).toEqual([`self_declared ${code}`]);

  await expect(async () => {
    await page.goto(linkPage);
    await expect(page.getByRole('region', { name: 'What came of it' })).toContainText(
      /Visits\s*1.*Leads\s*2.*In ResMan\s*2|1\s*Visits\s*2\s*Leads\s*2\s*In ResMan/,
      { timeout: 500 },
    );
  }).toPass();
  await page.getByRole('button', { name: 'Retire this link' }).click();
  await expect(page.getByText('Retired. Whoever follows it')).toBeVisible();
  await page.goto(`${short.toUpperCase().replace(/^.*\/L\//, '/l/')}?lang=es`);
  await expect(page).toHaveURL(/\/p\/maple-court\?lang=es$/);
  await page.goto(linkPage);
  await page.getByRole('button', { name: 'Restore this link' }).click();
  await expect(page.getByText('It brings its source along again.')).toBeVisible();
  await page.goto(short);
  await expect(page).toHaveURL(/source=zillow/);
});

test('who looks, looks ahead or is no person is not counted; a wrong code is told', async ({
  page,
  request,
}) => {
  await openLinks(page);
  await page.getByLabel('Property', { exact: true }).selectOption('Maple Court');
  await page.getByLabel('Source', { exact: true }).fill('flyer');
  await page.getByRole('button', { name: 'Make the link' }).click();
  await page.getByLabel('Use “flyer” all the same').check();
  await page.getByRole('button', { name: 'Make the link' }).click();
  await expect(page.getByText('has no source called “flyer”')).toBeVisible();
  const short = await shortAddress(page);
  const never = { maxRedirects: 0 };
  const followed = await request.get(short, { ...never, headers: { 'user-agent': 'Googlebot/2.1' } });
  expect(followed.status()).toBe(302);
  expect(followed.headers()).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'strict-origin-when-cross-origin',
    location: expect.stringMatching(/^\/p\/maple-court\?source=flyer&gc_signature=/),
  });
  await request.head(short, never);
  await request.get(short, { ...never, headers: { 'sec-purpose': 'prefetch' } });
  await page.reload();
  await expect(page.getByRole('region', { name: 'What came of it' })).toContainText(
    /^What came of it\s*(0\s*Visits|Visits\s*0)/,
  );

  const qr = await page.request.get(`${page.url().split('?')[0]}/qr.png`);
  expect(qr.headers()['content-type']).toBe('image/png');
  expect(await readCode(page, await qr.body())).toBe(short);
  expect((await request.get(`${page.url().split('?')[0]}/qr.png`, never)).status()).toBe(303);

  expect((await page.goto('/l/nothere'))?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'This link leads nowhere' })).toBeVisible();
});

test('an action without a session makes nothing @no-javascript', async ({ page, request, guestcard }) => {
  await openLinks(page);
  const form = await page
    .locator('main form')
    .evaluate(
      (element) => Object.fromEntries(new FormData(element as HTMLFormElement)) as Record<string, string>,
    );
  const label = crypto.randomUUID();
  const answer = await request.post('/staff/links/new', {
    multipart: { ...form, property: 'maple-court', source: 'zillow', label },
    headers: { origin: guestcard.url, cookie: 'guestcard.session_token=made-up' },
    maxRedirects: 0,
  });
  expect(answer.headers().location).toContain('/staff/sign-in');
  expect(guestcard.look(`select count(*) from link where label = '${label}'`)).toEqual([0]);
});
