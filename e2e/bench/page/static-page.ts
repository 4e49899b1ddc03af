import type { Field, Form } from './form.ts';

/** The limit: one answer with everything in it, and no script. */
export function staticPage(form: Form, css: string): string {
  return [
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${htmlText(form.title)}</title><style>${shorten(css)}</style></head><body><main>`,
    `<h1>${htmlText(form.heading)}</h1><p class="introduction">${htmlText(form.introduction)}</p>`,
    `<form method="post">${form.fields.map(field).join('')}<button>${htmlText(form.send)}</button></form>`,
    '</main></body></html>',
  ].join('');
}

function field({ name, label, kind, required, autoComplete, choices = [] }: Field): string {
  const words = htmlText(label);
  if (kind === 'tick')
    return `<label class="tick"><input type="checkbox" name="${name}" value="yes"> <span>${words}</span></label>`;
  if (kind === 'radios') {
    const radios = choices.map(
      ([value, choice], index) =>
        `<label><input type="radio" name="${name}" value="${value}"${index === 0 ? ' checked' : ''}> ${htmlText(choice)}</label>`,
    );
    return `<fieldset><legend>${words}</legend><div class="choices">${radios.join('')}</div></fieldset>`;
  }
  const control = `class="control" id="${name}" name="${name}"${required ? ' required' : ''}`;
  const box =
    kind === 'message'
      ? `<textarea ${control} rows="4"></textarea>`
      : `<input ${control} type="${kind}"${autoComplete ? ` autocomplete="${autoComplete}"` : ''}>`;
  return `<div><label for="${name}">${words}</label>${box}</div>`;
}

const shorten = (css: string) => css.replace(/\s+/g, ' ').replace(/ ?([{};,]) ?/g, '$1');

const htmlText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
