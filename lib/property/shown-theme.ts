import type { OwnPlace } from '../lead/form-place.ts';
import type { Theme } from './theme.ts';

/** What `?theme=` in a form's address may ask for. */
export const schemeChoices = ['light', 'dark', 'auto'] as const;
export type AskedScheme = (typeof schemeChoices)[number] | undefined;

export function readScheme(theme: string | string[] | undefined): AskedScheme {
  const asked = [theme].flat()[0];
  return schemeChoices.find((choice) => choice === asked);
}

/**
 * A property's look as this page shows it. In a frame, light unless somebody decided: a browser says what the person's
 * device prefers, not whether the website around the frame follows it.
 */
export function shownTheme(theme: Theme, place: OwnPlace, asked?: AskedScheme): Theme {
  const scheme = asked ?? theme.scheme ?? (place === 'embed' ? 'light' : undefined);
  return scheme ? { ...theme, scheme } : theme;
}

/** What else the addresses say that follow from this page, after their first name. */
export function addressSuffix(scheme: AskedScheme, preview?: string): string {
  return (scheme ? `&theme=${scheme}` : '') + (preview ? `&preview=${preview}` : '');
}
