import { escapeHtml } from '../form-page/escape-html.ts';
import { textsIn } from '../language/languages.ts';
import { fill } from '../language/texts.ts';
import type { Property } from '../property/property.ts';
import { type AskedScheme, readScheme } from '../property/shown-theme.ts';

/** How a website shows the form: in the page, over it when somebody follows a link, or behind a button that floats. */
export const snippetKinds = ['frame', 'popup', 'button'] as const;

export interface SnippetChoices {
  kind: (typeof snippetKinds)[number];
  /** Undefined: as the visitor's browser asks. */
  language: string | undefined;
  /** Undefined: as the property has it. */
  scheme: AskedScheme;
  /** An alias of the property's, for people who come by no link that says more. */
  source: string | undefined;
}

type Named = Pick<Property, 'slug' | 'name' | 'locales' | 'sources'>;

/** What an address asks for; what the property does not have is passed over. */
export function readChoices(
  { locales, sources }: Named,
  query: Record<string, string | string[] | undefined>,
): SnippetChoices {
  const known = <T extends string>(name: string, among: readonly T[]) =>
    among.find((choice) => choice === query[name]);
  return {
    kind: known('kind', snippetKinds) ?? 'frame',
    language: known('lang', locales),
    scheme: readScheme(query.theme),
    source: known(
      'source',
      sources.map(({ alias }) => alias),
    ),
  };
}

/** The HTML to paste into a website's page. */
export function snippetOf(appUrl: string, { slug, name }: Named, choices: SnippetChoices): string {
  const { kind, language, scheme, source } = choices;
  const texts = textsIn(language);
  const title = fill(texts.page.formTitle, { property: name });
  const address = (area: 'embed' | 'p') => `${appUrl}/${area}/${slug}${queryOf(choices)}`;
  const data = (options: Record<string, string | undefined>) =>
    Object.entries(options)
      .map(([key, value]) => (value ? ` data-guestcard-${key}="${escapeHtml(value)}"` : ''))
      .join('');
  const script = (attributes = '') => `<script async src="${appUrl}/embed.js"${attributes}></script>`;
  switch (kind) {
    case 'frame':
      return `<iframe data-guestcard src="${escapeHtml(address('embed'))}" title="${escapeHtml(title)}" loading="lazy" style="width:100%;min-height:720px;border:0"></iframe>
${script()}`;
    case 'popup':
      return `<a href="${escapeHtml(address('p'))}" data-guestcard-open${data({ lang: language, theme: scheme })}>${escapeHtml(title)}</a>
${script()}`;
    case 'button':
      return script(data({ button: slug, lang: language, theme: scheme, source }));
  }
}

/** What the choices add to the form's address. */
export function queryOf({ language, scheme, source }: Omit<SnippetChoices, 'kind'>, more = {}): string {
  const query = new URLSearchParams({
    ...(language ? { lang: language } : {}),
    ...(scheme ? { theme: scheme } : {}),
    ...(source ? { source } : {}),
    ...more,
  });
  return query.size > 0 ? `?${query}` : '';
}
