/**
 * A whole page as text, for the places where Next renders none: a route, and the proxy in front of a form.
 * @param paragraphs plain text without markup of others
 */
export function plainPage(title: string, paragraphs: string, demo: boolean): string {
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>:root{color-scheme:light dark}body{margin:0;font:1.125rem/1.5 system-ui,sans-serif}main,aside{max-width:36rem;margin:0 auto;padding:1rem 1.25rem}h1{line-height:1.2}</style></head>
<body>${demo ? plainDemoNotice : ''}<main><h1>${title}</h1>
<p>${paragraphs}</p></main></body></html>`;
}

export const plainDemoNotice =
  '<aside aria-label="Demo"><strong>Demo.</strong> Inquiries go to a local simulator, not to a leasing team.</aside>';

/** Nothing of such a form could be read, so the text is only where it was typed. */
export function tooLargePage(demo: boolean): string {
  return plainPage(
    'Your message is too long to send',
    'Nothing was sent. Use your browser’s Back button: what you typed is still there. Shorten it to 2,000 characters and send it again.',
    demo,
  );
}
