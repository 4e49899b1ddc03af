import { textsIn } from '../lib/language/languages.ts';
import { expect, test } from './fixtures/journey.ts';
import { focused, focusHidden, walk } from './fixtures/keyboard.ts';
import { leadForm, status } from './fixtures/lead-form.ts';

const { labels, form: words, groups, rules } = textsIn('en');

/** The form of Maple Court in the order in which it is read; a group of radio buttons is one stop. */
const readingOrder = [
  'button “Español”',
  'link “+1 415 555 0100”',
  `textbox “${labels.first_name}”`,
  `textbox “${labels.last_name}”`,
  `textbox “${labels.email_1}”`,
  `textbox “${labels.phone_1}”`,
  `checkbox “${labels.phone_1_type}”`,
  `textbox “${labels.target_move_in_date}”`,
  `checkbox “${labels.move_in_not_sure}”`,
  `radio “${words.any}”`,
  `opens “${groups.home}”`,
  `textbox “${labels.notes}”`,
  expect.stringMatching(/^checkbox “Yes, Maple Court may text me/),
  `button “${words.send}”`,
  'link “+1 415 555 0100”',
];

test('Tab goes through the form as it is read, each stop is seen, and none holds it; Shift+Tab goes back', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await page.goto('/p/maple-court');
  const there = await walk(page, 'Tab', async (stop) => {
    expect(await focusHidden(page), stop).toBeUndefined();
  });
  expect(there).toEqual(readingOrder);
  await page.setViewportSize({ width: 390, height: 500 });
  const back = await walk(page, 'Shift+Tab', async (stop) =>
    expect(await focusHidden(page), stop).toBeUndefined(),
  );
  expect(back).toEqual(there.toReversed());
});

test('from the first Tab to the status page without a mouse, with a mistake on the way', async ({
  page,
  inbox,
  email,
}) => {
  await page.goto('/p/maple-court');
  const { keyboard } = page;
  const form = leadForm(page);
  const tabTo = async (stop: string) => {
    for (let presses = 0; (await focused(page)) !== stop; presses += 1) {
      if (presses > 60) throw new Error(`Tab does not reach ${stop}`);
      await keyboard.press('Tab');
    }
  };
  await tabTo(`textbox “${labels.first_name}”`);
  await keyboard.type('Ana');
  await tabTo(`textbox “${labels.email_1}”`);
  await keyboard.type('ana@@example');
  await tabTo(`textbox “${labels.phone_1}”`);
  await keyboard.type('4155550134');
  await tabTo(`checkbox “${labels.phone_1_type}”`);
  await keyboard.press('Space');
  await tabTo(`textbox “${labels.target_move_in_date}”`);
  await keyboard.type('03012027');
  await tabTo(`radio “${words.any}”`);
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await tabTo(`opens “${groups.home}”`);
  await keyboard.press('Enter');
  await tabTo(`textbox “${labels.desired_max_rent}”`);
  await keyboard.type('cheap');
  await tabTo(`button “${words.send}”`);
  await keyboard.press('Enter');

  await expect(form.problem).toBeFocused();
  await keyboard.press('Tab');
  expect(await focused(page)).toBe(`link “${rules.lastName}”`);
  await keyboard.press('Enter');
  await expect(form.lastName).toBeFocused();
  await expect(page.getByText(labels.last_name, { exact: true })).toBeInViewport();
  expect(await focusHidden(page)).toBeUndefined();
  await keyboard.type('Cruz');
  await form.problem.focus();
  await tabTo(`link “${rules.budget}”`);
  await keyboard.press('Enter');
  // It is in a group that opens on demand.
  await expect(form.budget).toBeFocused();
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('2950');
  await keyboard.press('Shift+Tab');
  await form.problem.focus();
  await tabTo(`link “${rules.email}”`);
  await keyboard.press('Enter');
  await expect(form.email).toBeFocused();
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type(email);
  await keyboard.press('Enter');

  await expect(page.getByRole('status')).toContainText(status.delivered, { timeout: 15_000 });
  expect(inbox()[0]?.body).toMatchObject({
    last_name: 'Cruz',
    phone_1_type: 'MOBILE',
    target_move_in_date: '2027-03-01',
    desired_num_bedrooms: 1,
    desired_max_rent_in_cents: 295_000,
  });
  await tabTo(`link “${textsIn('en').status.another}”`);
  expect(await focusHidden(page)).toBeUndefined();
});
