import { pageWithForm } from './fixtures/customer-site.ts';
import { expect, test } from './fixtures/journey.ts';
import { fillContact, leadForm, status } from './fixtures/lead-form.ts';

test('in a frame on the property’s website, a lead goes to ResMan and its status stays in the frame', async ({
  page,
  guestcard,
  websites: { own },
  inbox,
  email,
}) => {
  await page.goto(own.show('/contact', pageWithForm(`${guestcard.url}/embed/maple-court`)));
  const frame = page.frameLocator('iframe');
  const form = leadForm(frame);
  await fillContact(form, email);
  await form.send.click();
  await expect(frame.getByRole('status')).toContainText(status.delivered, { timeout: 15_000 });
  expect(page.frames()[1]?.url()).toContain('/embed/status/');
  expect(inbox()).toHaveLength(1);
  expect(guestcard.look('select place from lead order by received_at desc limit 1')).toEqual(['embed']);
  await frame.getByRole('link', { name: 'Send another inquiry' }).click();
  await expect(form.firstName).toHaveValue('');
  expect(page.frames()[1]?.url()).toContain('/embed/maple-court');
});

test('a website that is not the property’s own gets a frame that the browser refuses', async ({
  browser,
  guestcard,
  websites: { foreign },
}) => {
  // Not the page of the fixture: the browser says on the console that it refuses.
  const page = await browser.newPage();
  const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
  await page.goto(foreign.show('/contact', pageWithForm(`${guestcard.url}/embed/maple-court`)));
  await refused;
  await expect(page.frameLocator('iframe').getByRole('textbox')).toHaveCount(0);
  await page.close();
});
