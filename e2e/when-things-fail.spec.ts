import { expect, test } from './fixtures/journey.ts';
import { fillContact, leadForm, status } from './fixtures/lead-form.ts';

test('the database cannot be written: nothing sent, whom to call, the text kept, 503', async ({
  page,
  guestcard,
  inbox,
  email,
}) => {
  await page.goto('/p/maple-court');
  const form = leadForm(page);
  await fillContact(form, email);
  await form.bedrooms('3').check();
  await form.message.fill('Please do not lose this');
  const release = guestcard.blockDatabase();
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await form.send.click();
  expect((await answer).status()).toBe(503);
  await expect(form.problem).toBeFocused();
  await expect(form.problem).toContainText('nothing was sent');
  await expect(form.problem).toContainText('+1 415 555 0100');
  await expect(form.message).toHaveValue('Please do not lose this');
  await expect(form.email).toHaveValue(email);
  await expect(form.bedrooms('3')).toBeChecked();
  release();
  await form.send.click();
  await expect(page.getByRole('status')).toContainText(status.delivered, { timeout: 15_000 });
  expect(inbox()).toHaveLength(1);
});

test('Propexo is down at submit and back later: received at once, delivered then, once', async ({
  page,
  simulator,
  inbox,
  email,
}) => {
  await simulator.goDown();
  await page.goto('/p/maple-court');
  await fillContact(leadForm(page), email);
  await leadForm(page).send.click();
  await expect(page.getByRole('status')).toContainText(status.received);
  await simulator.comeBack();
  await expect(page.getByRole('status')).toContainText(status.delivered, { timeout: 20_000 });
  expect(inbox()).toHaveLength(1);
});

test('a job that fails: the person hears that the team will be in touch, never ResMan’s words', async ({
  page,
  simulator,
  email,
}) => {
  simulator.play({
    kind: 'job',
    outcome: 'FAILURE',
    errors: ['Transaction Source could not be found'],
    match: email,
  });
  await page.goto('/p/maple-court');
  await fillContact(leadForm(page), email);
  await leadForm(page).send.click();
  await expect(page.getByRole('status')).toContainText('will be in touch', { timeout: 15_000 });
  await expect(page.getByText('The team will be in touch')).toBeVisible();
  await expect(page.getByText('Transaction')).toHaveCount(0);
});

test('a job that stays pending: still on its way, and sent only once', async ({
  page,
  simulator,
  inbox,
  email,
}) => {
  simulator.play({ kind: 'job', outcome: 'PENDING', match: email });
  await page.goto('/p/maple-court');
  await fillContact(leadForm(page), email);
  await leadForm(page).send.click();
  await page.waitForURL('**/status/*');
  const jobId = () => inbox()[0]?.job_id ?? 'none';
  const questions = () => simulator.received.filter(({ path }) => path.endsWith(jobId())).length;
  await expect.poll(questions, { timeout: 15_000 }).toBeGreaterThanOrEqual(4);
  await expect(page.getByRole('status')).toContainText(status.received);
  await expect(page.getByText('On its way', { exact: true })).toBeVisible();
  expect(inbox()).toHaveLength(1);
});
