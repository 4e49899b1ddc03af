import { startGuestcard } from './fixtures/guestcard.ts';
import { expect, properties, test } from './fixtures/journey.ts';
import { owner, setUpLink, signIn } from './fixtures/staff-door.ts';

const somewhere = '/staff/leads/2f0c5c1e-0000-4000-8000-000000000000';

test('signed out, every page of the staff area leads to the sign-in page, and back after signing in', async ({
  page,
  request,
}) => {
  for (const path of ['/staff', '/staff/leads', '/staff/leads?show=all', somewhere, `${somewhere}/edit`]) {
    const answer = await request.get(path, { maxRedirects: 5 });
    expect(answer.url(), path).toContain('/staff/sign-in');
    expect(await answer.text(), path).not.toContain('All leads');
  }
  await page.goto('/staff/leads?show=all');
  await signIn(page);
  await expect(page).toHaveURL(/\/staff\/leads\?show=all$/);
  await expect(page.getByText(owner.email)).toBeVisible();
  const answer = await page.goto('/staff/leads');
  expect(answer?.headers()['cache-control']).toContain('no-store');
  expect(answer?.headers()['x-robots-tag']).toBe('noindex');
  const [cookie] = (await page.context().cookies()).filter(({ name }) => name.includes('session'));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/staff', expires: -1 });

  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.context().addCookies([cookie as NonNullable<typeof cookie>]);
  await page.goto('/staff/leads');
  await expect(page, 'the session itself ended, not only its cookie').toHaveURL(/\/staff\/sign-in/);
});

test('a wrong password: said once for all cases, the address kept, and after five tries a wait', async ({
  page,
}) => {
  const email = `${crypto.randomUUID()}@example.com`;
  await page.goto('/staff/sign-in?next=https://evil.example/');
  for (let tries = 0; tries < 5; tries += 1) {
    await signIn(page, { email, password: 'not the password' });
    await expect(page.getByRole('alert').filter({ hasText: 'password is not right' })).toBeFocused();
    await expect(page.getByLabel('Email')).toHaveValue(email);
    await expect(page.getByLabel('Password')).toHaveValue('');
  }
  await signIn(page, { email, password: 'not the password' });
  await expect(page.getByText('Wait 15 minutes, then try again')).toBeVisible();
  await signIn(page);
  await expect(page).toHaveURL(/\/staff\/leads$/);
});

test('without an account the program prints a set-up link, which works once', async ({ page, context }) => {
  let guestcard = await startGuestcard({ LOG_LEVEL: 'error' }, properties);
  try {
    const link = setUpLink(guestcard.output());
    await page.goto(`${guestcard.url}/staff`);
    await expect(page.getByText('There is no account yet')).toBeVisible();
    await page.goto(`${guestcard.url}/staff/set-up?token=wrong`);
    await expect(page.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible();

    await page.goto(link);
    await page.getByLabel('Your email').fill('ana@example.com');
    await page.getByLabel('Password', { exact: true }).fill('too short');
    await page.getByRole('button', { name: 'Make the account' }).click();
    await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(
      /at least 12 characters/,
    );
    await expect(page.getByLabel('Your email')).toHaveValue('ana@example.com');
    await page.getByLabel('Password', { exact: true }).fill('a long password');
    await page.getByLabel('The same password again').fill('a long password');
    await page.getByRole('button', { name: 'Make the account' }).click();
    await expect(page).toHaveURL(/\/staff\/leads$/);
    await expect(page.getByText('Nothing needs you')).toBeVisible();

    await context.clearCookies();
    const used = await page.goto(link);
    expect(used?.status()).toBe(410);
    const output = guestcard.output();
    await page.goto('about:blank');
    guestcard = await guestcard.crash();
    expect(guestcard.output()).not.toContain('set-up');
    await page.goto(`${guestcard.url}/staff`);
    await signIn(page, { email: 'ana@example.com', password: 'a long password' });
    await expect(page).toHaveURL(/\/staff\/leads$/);
    expect(output + guestcard.output()).not.toContain('a long password');
  } finally {
    await guestcard.stop();
  }
});

test('a better-auth endpoint is nowhere to be found @no-javascript', async ({ request }) => {
  for (const path of ['/api/auth/sign-up/email', '/api/auth/sign-in/email', '/api/auth/get-session'])
    expect((await request.post(path, { data: owner })).status(), path).toBe(404);
});
