const fallback = '#0f766e';

/** In order of preference. On a few mid-tones only pure black reads well enough; one of the three always does. */
const textColors = ['#ffffff', '#1c1917', '#000000'];

/** The lightest and the darkest ground of app/global.css that the accent's own text colour stands on. */
const grounds = { light: '#f6f4f0', dark: '#211e1b' };

/**
 * The property's colour for the page's style sheet, with the colours that follow from it: text on it, a wash of it, and
 * it as a text colour, for light and dark. Each text reads on its ground (WCAG 2 contrast of 4.5), whatever the colour.
 * @param accent `#rrggbb`, checked by `propertySchema`.
 */
export function accentRule(accent: string = fallback): string {
  const colors = {
    '--accent': accent,
    '--on-accent': textColors.find((color) => contrast(color, accent) >= 4.5),
    '--wash-light': mix('#ffffff', accent, 0.12),
    '--wash-dark': mix(grounds.dark, accent, 0.2),
  };
  const ink = {
    '--ink-light': readable(accent, '#000000', [grounds.light, colors['--wash-light']]),
    '--ink-dark': readable(accent, '#ffffff', [grounds.dark, colors['--wash-dark']]),
  };
  const declarations = Object.entries({ ...colors, ...ink }).map(([name, value]) => `${name}:${value}`);
  return `:root{${declarations.join(';')}}`;
}

/** As near to the accent as reading allows. */
function readable(accent: string, towards: string, backgrounds: string[]): string {
  for (let share = 0; share < 1; share += 0.05) {
    const color = mix(accent, towards, share);
    if (backgrounds.every((background) => contrast(color, background) >= 4.5)) return color;
  }
  return towards;
}

/** @param share of the other colour, 0 to 1 */
function mix(color: string, other: string, share: number): string {
  const channels = [1, 3, 5].map((start) => {
    const [from, to] = [color, other].map((text) => Number.parseInt(text.slice(start, start + 2), 16)) as [
      number,
      number,
    ];
    return Math.round(from + (to - from) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance as WCAG defines it. */
function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
