import type { Speech } from '#lib/language/languages.ts';
import type { Texts } from '#lib/language/texts.ts';
import { themeRule } from '#lib/property/theme-rule.ts';

/**
 * A whole page as text, for the places where Next renders none: a route, and the proxy in front of a form.
 * @param text plain text without markup of others
 */
export function plainPage(title: string, text: string, { language, texts }: Speech, demo: boolean): string {
  return `<!DOCTYPE html>
<html lang="${language}" dir="${texts.direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${themeRule()}body{margin:0;background:var(--canvas);color:var(--ink);font:1.125rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}aside{background:var(--notice-wash);color:var(--notice)}main,aside{max-width:36rem;margin:0 auto;padding:1rem 1.25rem}h1{line-height:1.2}</style></head>
<body>${demo ? plainDemoNotice(texts) : ''}<main><h1>${title}</h1>
<p>${text}</p></main></body></html>`;
}

export function plainDemoNotice({ page }: Texts): string {
  return `<aside aria-label="${page.demo}"><strong>${page.demo}</strong> ${page.demoNotice}</aside>`;
}

/** Nothing of such a form could be read, so the text is only where it was typed. */
export function tooLargePage(spoken: Speech, demo: boolean): string {
  const { tooLarge, tooLargeText } = spoken.texts.notices;
  return plainPage(tooLarge, tooLargeText, spoken, demo);
}
