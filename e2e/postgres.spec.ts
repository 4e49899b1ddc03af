import { createPostgresDatabase } from '../lib/database/test-postgres.ts';
import { startGuestcard } from './fixtures/guestcard.ts';
import { expect, properties, test } from './fixtures/journey.ts';
import { fillContact, leadForm, status } from './fixtures/lead-form.ts';

test.skip(process.env.SKIP_POSTGRES === '1', 'SKIP_POSTGRES=1');

test('on PostgreSQL a lead is delivered; with the server gone nothing is sent, and everything typed is kept', async ({
  page,
  simulator,
  inbox,
  email,
}) => {
  const database = await createPostgresDatabase();
  const guestcard = await startGuestcard(
    {
      DATABASE_URL: database.url,
      APP_SECRET: 'a secret for this test only',
      PROPEXO_API_TOKEN: 'simulator-token',
      PROPEXO_BASE_URL: simulator.url,
      DELIVERY_TIME_SCALE: '0.1',
      LOG_LEVEL: 'silent',
    },
    properties,
  );
  try {
    await page.goto(`${guestcard.url}/p/maple-court`);
    await fillContact(leadForm(page), email);
    await leadForm(page).send.click();
    await expect(page.getByRole('status')).toContainText(status.delivered, { timeout: 15_000 });
    expect(inbox()).toHaveLength(1);
    const statusPage = page.url();

    await page.goto(`${guestcard.url}/p/maple-court`);
    const form = leadForm(page);
    await fillContact(form, email);
    await form.message.fill('Please do not lose this');
    await database.drop();
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await form.send.click();
    expect((await answer).status()).toBe(503);
    await expect(form.problem).toContainText('nothing was sent');
    await expect(form.problem).toContainText('+1 415 555 0100');
    await expect(form.message).toHaveValue('Please do not lose this');

    expect((await page.goto(`${guestcard.url}/p/maple-court`))?.status(), 'the form is still shown').toBe(
      200,
    );
    expect((await page.goto(statusPage))?.status()).toBe(503);
    await expect(page.getByRole('heading', { name: 'We cannot look this up right now' })).toBeVisible();
  } finally {
    await guestcard.stop();
    await database.drop();
  }
});
