import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { accentRule } from './accent.ts';

/** WCAG 2.2, "relative luminance" and "contrast ratio", written down a second time. */
function luminance(color: string): number {
  const linear = (start: number) => {
    const share = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5);
}

function contrastOnAccent(accent: string): number {
  const [, background, text] =
    /^:root\{--accent:(#\w{6});--on-accent:(#\w{6})\}$/.exec(accentRule(accent)) ?? [];
  assert.equal(background, accent);
  const [dark, light] = [luminance(accent), luminance(text ?? '')].sort((one, other) => one - other);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

test('text on any accent has a contrast of at least 4.5', () => {
  const color = fc.integer({ min: 0, max: 0xffffff }).map((rgb) => `#${rgb.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(color, (accent) => assert.ok(contrastOnAccent(accent) >= 4.5)),
    { numRuns: 5_000 },
  );
});

test('so has every grey, among them those where neither white nor our own ink is enough', () => {
  for (let level = 0; level < 256; level += 1) {
    const accent = `#${level.toString(16).padStart(2, '0').repeat(3)}`;
    assert.ok(contrastOnAccent(accent) >= 4.5, accent);
  }
});

test('dark accents carry white text, light ones our ink', () => {
  assert.match(accentRule('#0f766e'), /--on-accent:#ffffff/);
  assert.match(accentRule('#facc15'), /--on-accent:#1c1917/);
});

test('without an accent it is the one of Guestcard', () => {
  assert.equal(accentRule(undefined), accentRule('#0f766e'));
});
