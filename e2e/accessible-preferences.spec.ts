import type { Locator } from 'playwright/test';
import { untilRunning } from './fixtures/framework.ts';
import { expect, test } from './fixtures/journey.ts';
import { focusHidden } from './fixtures/keyboard.ts';
import { fillContact, leadForm } from './fixtures/lead-form.ts';

const styleOf = (locator: Locator) =>
  locator.evaluate((element) => {
    const { backgroundColor, borderTopWidth, borderTopStyle, borderTopColor, color, outlineColor } =
      getComputedStyle(element.closest('label.choice') ?? element);
    return { backgroundColor, borderTopWidth, borderTopStyle, borderTopColor, color, outlineColor };
  });

test('in the reader’s own colours a choice, the focus, an error and the button are seen @javascript', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/p/maple-court');
  const form = leadForm(page);
  await form.bedrooms('1').focus();
  await page.keyboard.press('ArrowRight');
  const chosen = await styleOf(form.bedrooms('2'));
  const other = await styleOf(form.bedrooms('1'));
  expect(chosen.backgroundColor).not.toBe(other.backgroundColor);
  expect(chosen.color).not.toBe(chosen.backgroundColor);
  expect(await focusHidden(page)).toBeUndefined();
  // The outline stands apart from what the choice is filled with.
  expect(chosen.outlineColor).not.toBe(chosen.backgroundColor);

  await form.firstName.fill('Ana');
  await form.send.click();
  await expect(form.problem).toBeFocused();
  const wrong = await styleOf(form.lastName);
  const right = await styleOf(form.firstName);
  expect(Number.parseFloat(wrong.borderTopWidth)).toBeGreaterThan(Number.parseFloat(right.borderTopWidth));
  for (const edge of [await styleOf(form.send), await styleOf(form.problem)]) {
    expect(edge.borderTopStyle).toBe('solid');
    expect(Number.parseFloat(edge.borderTopWidth)).toBeGreaterThanOrEqual(1);
    expect(edge.borderTopColor).not.toMatch(/^rgba.* 0\)$/);
  }
});

test('who asks for more contrast reads no grey; who asks for less motion sees none @javascript', async ({
  page,
}) => {
  await page.emulateMedia({ contrast: 'more', reducedMotion: 'reduce' });
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/*', async (route) => {
    if (route.request().method() === 'POST') await released;
    await route.continue();
  });
  await page.goto('/p/maple-court');
  const form = leadForm(page);
  const hint = page.getByText('All optional.');
  expect((await styleOf(hint)).color).toBe((await styleOf(page.locator('body'))).color);
  await fillContact(form, 'calm@example.com');
  await untilRunning(page);
  await form.send.click();
  await expect(page.getByRole('button', { name: 'Sending…' })).toBeVisible();
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) =>
      [undefined, '::before', '::after'].flatMap((part) => {
        const { animationDuration, transitionDuration } = getComputedStyle(element, part);
        const longest = Math.max(
          ...`${animationDuration}, ${transitionDuration}`
            .split(', ')
            .map((duration) => Number.parseFloat(duration) * (duration.endsWith('ms') ? 0.001 : 1)),
        );
        return longest > 0.01 ? [`${element.tagName} ${element.className} ${part ?? ''} ${longest} s`] : [];
      }),
    ),
  );
  expect(moving).toEqual([]);
  release();
});
