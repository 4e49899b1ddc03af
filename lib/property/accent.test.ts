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

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** The rule's colours by their names. */
function colorsOf(accent: string): Record<string, string> {
  const rule = accentRule(accent);
  assert.match(rule, /^:root\{(--[a-z-]+:#[0-9a-f]{6};?)+\}$/);
  return Object.fromEntries(
    [...rule.matchAll(/(--[a-z-]+):(#\w{6})/g)].map(([, name, color]) => [name, color]),
  );
}

function leastContrast(accent: string): number {
  const colors = colorsOf(accent);
  assert.equal(colors['--accent'], accent);
  const pairs: [string | undefined, string | undefined][] = [
    [colors['--on-accent'], accent],
    [colors['--ink-light'], '#ffffff'],
    [colors['--ink-light'], '#f6f4f0'],
    [colors['--ink-light'], colors['--wash-light']],
    [colors['--ink-dark'], '#161412'],
    [colors['--ink-dark'], '#211e1b'],
    [colors['--ink-dark'], colors['--wash-dark']],
  ];
  return Math.min(...pairs.map(([text, ground]) => contrast(text ?? '', ground ?? '')));
}

test('text on any accent, and any accent as text, light and dark, has a contrast of at least 4.5', () => {
  const color = fc.integer({ min: 0, max: 0xffffff }).map((rgb) => `#${rgb.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(color, (accent) => assert.ok(leastContrast(accent) >= 4.5)),
    { numRuns: 5_000 },
  );
});

test('so has every grey, among them those where neither white nor our own ink is enough', () => {
  for (let level = 0; level < 256; level += 1) {
    const accent = `#${level.toString(16).padStart(2, '0').repeat(3)}`;
    assert.ok(leastContrast(accent) >= 4.5, accent);
  }
});

test('dark accents carry white text, light ones our ink', () => {
  assert.match(accentRule('#0f766e'), /--on-accent:#ffffff/);
  assert.match(accentRule('#facc15'), /--on-accent:#1c1917/);
});

test('without an accent it is the one of Guestcard', () => {
  assert.equal(accentRule(undefined), accentRule('#0f766e'));
});
