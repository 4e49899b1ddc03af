import { accentColors, usableAccent } from './accent.ts';
import { type ColorName, palettes, type Scheme } from './palette.ts';
import type { Theme } from './theme.ts';

type Look = { [Name in 'accent' | 'radius' | 'scheme']?: Theme[Name] | undefined };

const ownAccent = '#0f766e';
const radii = { none: '0', small: '.25rem', medium: '.625rem', large: '1rem' };

/** Every colour of a page in this scheme, by the name that the style sheet knows it by. */
export function themeColors({ accent = ownAccent }: Look, scheme: Scheme): Record<ColorName, string> {
  return { ...palettes[scheme], ...accentColors(accent.toLowerCase(), scheme) };
}

/** The schemes that this theme shows. */
export function schemesOf({ scheme = 'auto' }: Look): Scheme[] {
  return scheme === 'auto' ? ['light', 'dark'] : [scheme];
}

/** A property's look as the one style sheet that its pages carry of their own: computed values, and nothing else. */
export function themeRule({ accent, radius, scheme }: Look = {}): string {
  const key = [accent, radius, scheme].join();
  const rule = known.get(key) ?? compute({ accent, radius, scheme });
  known.set(key, rule);
  return rule;
}

/** Finding colours that read takes a millisecond; there are as many rules as properties. */
const known = new Map<string, string>();

function compute(theme: Look): string {
  const [first = 'light', other] = schemesOf(theme);
  const declare = (scheme: Scheme) =>
    Object.entries(themeColors(theme, scheme))
      .map(([name, value]) => `--${name}:${value}`)
      .join(';');
  const common = `color-scheme:${schemesOf(theme).join(' ')};--radius:${radii[theme.radius ?? 'medium']}`;
  const rule = `:root{${common};${declare(first)}}`;
  return other ? `${rule}@media(prefers-color-scheme:${other}){:root{${declare(other)}}}` : rule;
}

/** An accent that could not be used as it is, where, and what took its place. */
export interface AccentCorrection {
  accent: string;
  scheme: Scheme;
  used: string;
}

/** No colour is too light for a light page and too dark for a dark one, so there is one at most. */
export function accentCorrection(theme: Look): AccentCorrection | undefined {
  const wanted = theme.accent?.toLowerCase();
  if (wanted === undefined) return undefined;
  return schemesOf(theme)
    .map((scheme) => ({ accent: wanted, scheme, used: usableAccent(wanted, scheme) }))
    .find(({ accent, used }) => used !== accent);
}

/** What whoever chose the colour should know, as a sentence; undefined when it is used as it is. */
export function accentRemark(property: { name: string; theme: Look }): string | undefined {
  const correction = accentCorrection(property.theme);
  if (!correction) return undefined;
  const { accent, scheme, used } = correction;
  const fault = scheme === 'light' ? 'too light to stand out on a light page' : 'too dark for a dark page';
  return `${property.name}: the accent ${accent} is ${fault}; buttons there use ${used}`;
}
