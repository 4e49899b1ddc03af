import type { Page } from 'playwright/test';
import { textsIn } from '../lib/language/languages.ts';
import { untilRunning } from './fixtures/framework.ts';
import { expect, test } from './fixtures/journey.ts';
import { fillContact, leadForm } from './fixtures/lead-form.ts';

/** What a screen reader gets from the browser, in its order; what is not named here may stand in between. */
const theForm = `
  - banner:
    - paragraph: Maple Court
    - group "Language":
      - button "Español"
    - heading "Let’s find your next home" [level=1]
    - paragraph:
      - link "+1 415 555 0100"
  - main:
    - region "How we reach you":
      - heading "How we reach you" [level=2]
      - textbox "First name"
      - textbox "Last name"
      - paragraph: "Email or phone: one of them is enough"
      - textbox "Email"
      - textbox "Phone"
      - checkbox "This number can receive texts"
    - region "What you’re looking for":
      - heading "What you’re looking for" [level=2]
      - paragraph: All optional. Skip what you don’t know yet.
      - textbox "Move-in date"
      - checkbox "Not sure yet"
      - group "Bedrooms":
        - radio "Any" [checked]
        - radio "Studio"
        - radio "1"
        - radio "2"
        - radio "3"
        - radio "4"
      - group: Tell us about your home
      - textbox "Message"
    - checkbox /Yes, Maple Court may text me/
    - button "Send to the leasing team"
    - status
  - contentinfo:
    - paragraph:
      - img "Equal Housing Opportunity"
`;

const withProblems = `
  - main:
    - region "There is a problem":
      - alert:
        - heading "There is a problem" [level=2]
        - list:
          - listitem:
            - link "Enter your last name"
          - listitem:
            - link "Enter an email address like name@example.com"
    - region "How we reach you":
      - textbox "First name": Ana
      - textbox "Last name" [invalid]
      - paragraph: "Error: Enter your last name"
      - textbox "Email" [invalid]: ana@@example
      - paragraph: "Error: Enter an email address like name@example.com"
`;

const received = `
  - main:
    - status:
      - heading "Thank you. We have your inquiry" [level=1]
      - paragraph: /safely stored and on its way/
    - list:
      - listitem: /Received/
      - listitem: With the leasing team On its way
`;

const delivered = `
  - main:
    - status:
      - heading "Your inquiry is with the leasing team" [level=1]
      - paragraph: /will get back to you/
    - list:
      - listitem: /Received/
      - listitem: /With the leasing team .*\\d/
`;

const inSpanish = `
  - main:
    - region "Hay un problema":
      - alert:
        - heading "Hay un problema" [level=2]
        - list:
          - listitem:
            - link "Escriba su nombre"
    - region "Cómo comunicarnos con usted":
      - textbox "Nombre" [invalid]
      - paragraph: "Error: Escriba su nombre"
`;

test('the form and what is wrong with it, as they are read out', async ({ page }) => {
  await page.goto('/p/maple-court');
  await expect(page.locator('body')).toMatchAriaSnapshot(theForm);
  const { firstName, lastName, email, phone, send, problem } = leadForm(page);
  for (const [field, isNeeded] of [
    [firstName, 'true'],
    [lastName, 'true'],
    [email, null],
    [phone, null],
  ] as const)
    expect(await field.getAttribute('aria-required')).toBe(isNeeded);
  await expect(email).toHaveAccessibleDescription('Email or phone: one of them is enough');

  await firstName.fill('Ana');
  await email.fill('ana@@example');
  await send.click();
  await expect(problem).toBeFocused();
  await expect(page).toHaveTitle('Error: Contact Maple Court');
  await expect(page.locator('body')).toMatchAriaSnapshot(withProblems);
  // The same words beside the field, after its hint.
  await expect(email).toHaveAccessibleDescription(
    'Email or phone: one of them is enough Error: Enter an email address like name@example.com',
  );
});

test('in Spanish what is wrong is read out in Spanish', async ({ page }) => {
  const form = leadForm(page, textsIn('es'));
  await page.goto('/p/maple-court?lang=es');
  await form.send.click();
  await form.problem.waitFor();
  await expect(page.locator('body')).toMatchAriaSnapshot(inSpanish);
});

test('sending, received and delivered are said without a move of the focus @javascript', async ({
  page,
  email,
}) => {
  const letThrough = await holdAnswers(page);
  await page.goto('/p/maple-court');
  await fillContact(leadForm(page), email);
  await untilRunning(page);
  await leadForm(page).send.click();
  await expect(page.getByRole('status')).toHaveText('Sending…');
  letThrough.submit();
  await expect(page.locator('body')).toMatchAriaSnapshot(received);
  // Next reads out the title of a page that it shows without loading one.
  await expect(page.getByRole('alert')).toHaveText('Thank you. We have your inquiry · Maple Court');
  letThrough.status();
  await expect(page.locator('body')).toMatchAriaSnapshot(delivered);
  await expect(page).toHaveTitle('Your inquiry is with the leasing team · Maple Court');
});

test('received and delivered without scripts: the page loads again, and its title says so @no-javascript', async ({
  page,
  email,
}) => {
  await page.goto('/p/maple-court');
  await fillContact(leadForm(page), email);
  await leadForm(page).send.click();
  await expect(page.locator('body')).toMatchAriaSnapshot(received);
  await expect(page).toHaveTitle('Thank you. We have your inquiry · Maple Court');
  await expect(page.locator('body')).toMatchAriaSnapshot(delivered, { timeout: 15_000 });
  await expect(page).toHaveTitle('Your inquiry is with the leasing team · Maple Court');
});

/** Holds back the answers to a submit and to questions for its status, each until it is let through. */
async function holdAnswers(page: Page) {
  const hold = () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    return { release, released };
  };
  const submit = hold();
  const status = hold();
  await page.route('**/*', async (route) => {
    const request = route.request();
    if (request.method() === 'POST') await submit.released;
    if (request.url().includes('/api/status/')) await status.released;
    await route.continue();
  });
  return { submit: submit.release, status: status.release };
}
