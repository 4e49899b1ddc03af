const fallback = '#0f766e';

/** In order of preference. On a few mid-tones only pure black reads well enough; one of the three always does. */
const textColors = ['#ffffff', '#1c1917', '#000000'];

/**
 * The property's colour and the text colour that reads on it (WCAG 2 contrast), for the page's style sheet.
 * @param accent `#rrggbb`, checked by `propertySchema`.
 */
export function accentRule(accent: string = fallback): string {
  const onAccent = textColors.find((color) => contrast(color, accent) >= 4.5);
  return `:root{--accent:${accent};--on-accent:${onAccent}}`;
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
