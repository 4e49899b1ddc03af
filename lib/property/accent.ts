import { contrast, lightnessOf, mix, withLightness } from './color.ts';
import { type AccentColors, palettes, type Scheme } from './palette.ts';

/** In order of preference. On a few mid-tones only pure black reads well enough; one of the three always does. */
const textColors = ['#ffffff', '#1c1917', '#000000'];

/** How much of the accent is in its wash. */
const washShare = 0.13;

/**
 * The colours that follow from a property's accent.
 * @param wanted `#rrggbb`
 */
export function accentColors(wanted: string, scheme: Scheme): AccentColors {
  const accent = usableAccent(wanted, scheme);
  const onAccent = textOn(accent);
  const { surface } = palettes[scheme];
  const wash = mix(surface, accent, washShare);
  const awayFromText = lightnessOf(onAccent) > 0.5 ? -0.06 : 0.06;
  const hovers = [awayFromText, -awayFromText].map((by) => withLightness(accent, lightnessOf(accent) + by));
  return {
    accent,
    'accent-hover':
      hovers.find((color) => standsOut(color, scheme) && contrast(onAccent, color) >= 4.5) ?? accent,
    'on-accent': onAccent,
    'accent-ink': nearest(wanted, (color) =>
      [...groundsOf(scheme), wash].every((ground) => contrast(color, ground) >= 4.5),
    ),
    'accent-wash': wash,
  };
}

/**
 * The accent, or where it cannot be told from the page its nearest lightness that can; the hue stays. On a light page
 * that is as dark as white text needs, which looks better than a murky middle with black text.
 */
export function usableAccent(accent: string, scheme: Scheme): string {
  if (standsOut(accent, scheme)) return accent;
  return nearest(
    accent,
    (color) => standsOut(color, scheme) && (scheme === 'dark' || contrast(color, '#ffffff') >= 4.5),
  );
}

const groundsOf = (scheme: Scheme) => {
  const { canvas, surface, field } = palettes[scheme];
  return [canvas, surface, field];
};

const standsOut = (color: string, scheme: Scheme) =>
  groundsOf(scheme).every((ground) => contrast(color, ground) >= 3);

const textOn = (color: string) => textColors.find((text) => contrast(text, color) >= 4.5) ?? '#000000';

/** The lightness nearest to this colour's own that will do. Black and white are at the ends, so one always does. */
function nearest(color: string, willDo: (color: string) => boolean): string {
  const start = lightnessOf(color);
  if (willDo(color)) return color;
  for (let step = 1; step <= 250; step += 1) {
    for (const lightness of [start - step / 250, start + step / 250]) {
      const candidate = withLightness(color, Math.min(1, Math.max(0, lightness)));
      if (willDo(candidate)) return candidate;
    }
  }
  return color;
}
