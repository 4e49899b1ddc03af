import { palettes } from '#lib/property/palette.ts';
import type { Theme } from '#lib/property/theme.ts';
import { schemesOf, themeRule } from '#lib/property/theme-rule.ts';

/** The colours of a page, and what the browser paints around it. Computed values only: a strict policy can allow them by hash. */
export function PageTheme({ theme = {} }: { theme?: Theme }) {
  const schemes = schemesOf(theme);
  return (
    <>
      <style>{themeRule(theme)}</style>
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
