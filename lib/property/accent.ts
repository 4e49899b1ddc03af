const fallback = '#0f766e';

/**
 * The property's colour and the text colour that reads on it (WCAG 2 contrast), for the page's style sheet.
 * @param accent `#rrggbb`, checked by `propertySchema`.
 */
export function accentRule(accent: string = fallback): string {
  const onAccent = luminance(accent) > 0.179 ? '#1c1917' : '#ffffff';
  return `:root{--accent:${accent};--on-accent:${onAccent}}`;
}

/** Relative luminance as WCAG defines it; at 0.179 black and white contrast equally. */
function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
