import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { contrast, withLightness } from './color.ts';
import { pairs, type Scheme } from './palette.ts';
import { accentCorrection, accentRemark, themeColors, themeRule } from './theme-rule.ts';

/** WCAG 2.2, "relative luminance" and "contrast ratio", written down a second time. */
function contrastByTheBook(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(color: string): number {
  const linear = (start: number) => {
    const share = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5);
}

/** The pairs that cannot be read or seen well enough. */
function faults(accent: string | undefined): string[] {
  return (['light', 'dark'] as Scheme[]).flatMap((scheme) => {
    const colors = themeColors(accent === undefined ? {} : { accent }, scheme);
    return pairs
      .filter(([color, ground, least]) => contrastByTheBook(colors[color], colors[ground]) < least)
      .map(([color, ground]) => `${scheme}: ${color} on ${ground} with ${accent}`);
  });
}

const write = (rgb: number) => `#${rgb.toString(16).padStart(6, '0')}`;
const anyColor = fc.integer({ min: 0, max: 0xffffff }).map(write);

test('whatever the accent, every pair of colours that the pages use has enough contrast, light and dark', () => {
  assert.deepEqual(faults(undefined), []);
  fc.assert(
    fc.property(anyColor, (accent) => assert.deepEqual(faults(accent), [])),
    { numRuns: 3_000 },
  );
});

test('so it is with every grey, among them those where neither white nor our own ink is enough', () => {
  for (let level = 0; level < 256; level += 1) assert.deepEqual(faults(write(level * 0x010101)), []);
});

test('contrast is what WCAG says', () => {
  fc.assert(
    fc.property(anyColor, anyColor, (one, other) =>
      assert.ok(Math.abs(contrast(one, other) - contrastByTheBook(one, other)) < 1e-9),
    ),
  );
});

test('an accent that reads is used to the letter, one that does not keeps its hue', () => {
  assert.equal(themeColors({ accent: '#0F766E' }, 'light').accent, '#0f766e');
  assert.equal(themeColors({ accent: '#ffe600' }, 'dark').accent, '#ffe600');
  const { accent } = themeColors({ accent: '#ffe600' }, 'light');
  assert.equal(withLightness(accent, 0.5), '#ffe600');
});

test('dark accents carry white text, light ones dark text', () => {
  assert.equal(themeColors({ accent: '#0f766e' }, 'light')['on-accent'], '#ffffff');
  assert.equal(themeColors({ accent: '#facc15' }, 'dark')['on-accent'], '#1c1917');
});

test('what was corrected is said once, with where it applies; what was not is not mentioned', () => {
  const remark = (theme: Parameters<typeof themeRule>[0]) =>
    accentRemark({ name: 'Maple Court', theme: theme ?? {} });
  assert.equal(
    remark({ accent: '#FFE600' }),
    'Maple Court: the accent #ffe600 is too light to stand out on a light page; buttons there use #837600',
  );
  assert.match(remark({ accent: '#1e3a8a' }) ?? '', /is too dark for a dark page; buttons there use #\w{6}$/);
  for (const theme of [{}, { accent: '#0f766e' }, { accent: '#ffe600', scheme: 'dark' as const }])
    assert.equal(remark(theme), undefined);
});

test('no accent is wrong for both schemes', () => {
  fc.assert(
    fc.property(anyColor, (accent) => {
      const both = (['light', 'dark'] as Scheme[]).filter((scheme) => accentCorrection({ accent, scheme }));
      assert.ok(both.length < 2);
    }),
  );
});

test('a property that chose a scheme has no other; the rest follow the device', () => {
  assert.match(
    themeRule({ scheme: 'auto' }),
    /^:root\{color-scheme:light dark;.*--canvas:#f6f4f0;.*\}@media\(prefers-color-scheme:dark\)\{:root\{--canvas:#161412;[^}]*\}\}$/,
  );
  assert.match(themeRule({ scheme: 'dark' }), /^:root\{color-scheme:dark;[^}]*--canvas:#161412;[^}]*\}$/);
  assert.match(themeRule({ scheme: 'light' }), /^:root\{color-scheme:light;[^}]*--canvas:#f6f4f0;[^}]*\}$/);
});

test('the style sheet and the theme know the same names', () => {
  const used = ['app/global.css', 'tailwind.config.ts'].flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/var\((--(?!tw-)[a-z-]+)/g)].map(([, name]) => name),
  );
  const set = [...themeRule().matchAll(/(--[a-z-]+):/g)].map(([, name]) => name);
  assert.deepEqual([...new Set(used)].sort(), [...new Set(set)].sort());
});
