import { barriers } from './fixtures/barriers.ts';
import { expect, test } from './fixtures/journey.ts';
import { openOffice } from './fixtures/staff-office.ts';
import { staffStates } from './fixtures/states.ts';

test('the staff’s pages: nothing is in anybody’s way @javascript', async ({ browser }) => {
  test.setTimeout(120_000);
  const office = await openOffice();
  const page = await browser.newPage({ baseURL: office.guestcard.url });
  try {
    // One after the other in one browser: who has signed in stays so.
    for (const [name, show] of Object.entries(staffStates)) {
      await show(page);
      expect.soft(await barriers(page, 'one'), name).toEqual([]);
    }
    office.simulator.play({ kind: 'revoke-token' });
    await office.sendLead('Wanda', 'Waits');
    await expect(async () => {
      await page.goto('/staff/leads');
      await expect(page.getByRole('region', { name: 'Delivery is held up' })).toBeVisible({ timeout: 500 });
    }).toPass();
    expect.soft(await barriers(page, 'one'), 'staff-held-up').toEqual([]);
  } finally {
    await page.close();
    await office.stop();
  }
});
