/** Colours are sRGB, written `#rrggbb`. */

/** WCAG 2.2's contrast ratio of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance as WCAG defines it. */
function luminance(color: string): number {
  const [red, green, blue] = channelsOf(color).map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  ) as Channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @param share of the other colour, 0 to 1 */
export function mix(color: string, other: string, share: number): string {
  const others = channelsOf(other);
  return write(
    channelsOf(color).map((channel, index) => channel + ((others[index] ?? 0) - channel) * share) as Channels,
  );
}

/** HSL lightness, 0 to 1. */
export function lightnessOf(color: string): number {
  const channels = channelsOf(color);
  return (Math.max(...channels) + Math.min(...channels)) / 2;
}

/** The same hue and saturation (of HSL), lighter or darker. @param lightness 0 to 1 */
export function withLightness(color: string, lightness: number): string {
  const channels = channelsOf(color);
  const middle = lightnessOf(color);
  const reach = Math.min(middle, 1 - middle);
  const newReach = Math.max(0, Math.min(lightness, 1 - lightness));
  const scale = reach === 0 ? 0 : newReach / reach;
  return write(channels.map((channel) => lightness + (channel - middle) * scale) as Channels);
}

type Channels = [red: number, green: number, blue: number];

/** Each 0 to 1. */
function channelsOf(color: string): Channels {
  return [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16) / 255) as Channels;
}

function write(channels: Channels): string {
  return `#${channels
    .map((channel) =>
      Math.round(Math.min(1, Math.max(0, channel)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
