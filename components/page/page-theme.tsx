import { palettes } from '#lib/property/palette.ts';
import type { Theme } from '#lib/property/theme.ts';
import { schemesOf, themeRule } from '#lib/property/theme-rule.ts';

interface Props {
  theme?: Theme;
  /** In a frame the page has no ground of its own. */
  isFramed?: boolean;
}

/** The colours of a page, and what the browser paints around it. Computed values only: a strict policy can allow them by hash. */
export function PageTheme({ theme = {}, isFramed = false }: Props) {
  const schemes = schemesOf(theme);
  return (
    <>
      <style>{themeRule(theme) + (isFramed ? 'body{background:none}' : '')}</style>
      {schemes.map((scheme) => (
        <meta
          key={scheme}
          name="theme-color"
          media={schemes.length > 1 ? `(prefers-color-scheme:${scheme})` : undefined}
          content={palettes[scheme].canvas}
        />
      ))}
    </>
  );
}
