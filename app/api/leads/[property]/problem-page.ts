import { plainDemoNotice } from '#components/page/plain-page.ts';
import { attributionKeys } from '#lib/attribution/read-attribution.ts';
import { escapeHtml } from '#lib/form-page/escape-html.ts';
import type { Language, Speech } from '#lib/language/languages.ts';
import { fill } from '#lib/language/texts.ts';
import { autofill } from '#lib/lead/autofill.ts';
import { wordingField } from '#lib/lead/consent.ts';
import { isQuestionName } from '#lib/lead/custom-answers.ts';
import { embedOriginField, endpointPath, placeField, placeOf, schemeField } from '#lib/lead/form-place.ts';
import type { LeadFormState } from '#lib/lead/form-state.ts';
import { type AnswerName, fieldNames, needed } from '#lib/lead/schema.ts';
import { allFields, type ShownField } from '#lib/lead/shown-fields.ts';
import { optionalFields } from '#lib/property/fields.ts';
import { formLayout } from '#lib/property/form-layout.ts';
import type { Property } from '#lib/property/property.ts';
import { readScheme, shownTheme } from '#lib/property/shown-theme.ts';
import { themeRule } from '#lib/property/theme-rule.ts';

const known = new Set<string>([
  ...fieldNames,
  ...attributionKeys,
  'submission_id',
  'lang',
  wordingField,
  placeField,
  schemeField,
  embedOriginField,
]);
const always: AnswerName[] = ['first_name', 'last_name', 'email_1', 'phone_1', 'notes'];

/**
 * Answers a browser whose form stands on somebody else's page: what is wrong, and everything that was typed, ready to
 * be sent again. Plain text templates, because a route cannot render a page's components and this has to work when
 * little else does.
 */
export function problemPage(
  property: Property,
  state: LeadFormState,
  sent: Record<string, string>,
  { language, texts }: Speech,
  demo: boolean,
): string {
  const { values, fieldErrors, formErrors } = state;
  const shown = fieldsOf(property, language).filter(
    ({ name }) => always.includes(name) || values[name] || fieldErrors[name],
  );
  const isShown = (name: string) => shown.some((field) => field.name === name);
  // The rest that we know travels on unseen, except a wrong value that nobody could mend here.
  const hidden = Object.entries(sent).filter(
    ([name]) =>
      (known.has(name) || isQuestionName(name)) &&
      name !== 'sms_consent' &&
      !isShown(name) &&
      !(name in fieldErrors),
  );
  const unseen = Object.entries(fieldErrors).filter(([name]) => !isShown(name));
  const problems = [
    ...formErrors.map(escapeHtml),
    ...shown.flatMap(({ name }) =>
      fieldErrors[name] ? [`<a href="#${name}">${escapeHtml(fieldErrors[name])}</a>`] : [],
    ),
    ...unseen.map(([, message = '']) => escapeHtml(message)),
  ];
  const value = (name: AnswerName) => values[name] ?? '';
  const said = (name: AnswerName) => fieldErrors[name] && texts.page.errorPrefix + fieldErrors[name];
  const formTitle = fill(texts.page.formTitle, { property: property.name });
  const title = (problems.length > 0 ? texts.page.errorPrefix : '') + formTitle;
  return `<!DOCTYPE html>
<html lang="${language}" dir="${texts.direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${themeRule(shownTheme(property.theme, placeOf(sent) === 'embed' ? 'embed' : 'page', readScheme(sent[schemeField])))}${style}</style></head>
<body>${demo ? plainDemoNotice(texts) : ''}<main><p class="name">${escapeHtml(property.name)}</p>
${problems.length > 0 ? summary(texts.form.problem, problems, placeOf(sent)) : `<h1>${escapeHtml(formTitle)}</h1>`}
<form method="post" action="${endpointPath(property.slug, placeOf(sent))}" novalidate>
${hidden.map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`).join('\n')}
${shown.map((field) => fieldHtml(field, value(field.name), said(field.name))).join('\n')}
${consentBox(values.sms_consent, sent[wordingField])}
<button type="submit">${texts.form.send}</button></form></main></body></html>`;
}

/** A consent travels only where its words are seen, and can be taken back. */
function consentBox(given: string | undefined, wording: string | undefined): string {
  if (!given || !wording) return '';
  return `<p><label class="tick"><input type="checkbox" name="sms_consent" value="yes" checked> ${escapeHtml(wording)}</label></p>`;
}

function summary(heading: string, problems: string[], place: ReturnType<typeof placeOf>): string {
  const items = problems.map((problem) => `<li>${problem}</li>`).join('');
  return `<section class="problem" tabindex="-1"${place === 'embed' ? '' : ' autofocus'} aria-labelledby="problem"><div role="alert"><h1 id="problem">${heading}</h1><ul>${items}</ul></div></section>`;
}

/** What the property asks, then what it does not ask: a form of somebody else's may. No ids and no ticks: they travel on. */
function fieldsOf({ fields }: Property, language: Language): ShownField[] {
  const asked = allFields(formLayout(fields, language, { homes: false }));
  const names = new Set(asked.map(({ name }) => name));
  const others = optionalFields.filter((name) => !names.has(name));
  const unasked = allFields(formLayout(others, language, { homes: false }));
  return [...asked, ...unasked.filter(({ name }) => !names.has(name))].filter(
    ({ name }) => name !== 'sms_consent',
  );
}

function fieldHtml(field: ShownField, value: string, error: string | undefined): string {
  const { name, label, hint } = field;
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  const attributes = [
    `id="${name}" name="${name}"`,
    autofill[name] && `autocomplete="${autofill[name]}"`,
    needed.has(name) && 'aria-required="true"',
    error && 'aria-invalid="true"',
    described && `aria-describedby="${described}"`,
  ]
    .filter(Boolean)
    .join(' ');
  const help = hint ? `<p class="hint" id="${name}-hint">${escapeHtml(hint)}</p>` : '';
  const message = error ? `<p class="error" id="${name}-error">${escapeHtml(error)}</p>` : '';
  return `<label for="${name}">${escapeHtml(label)}</label>${help}${control(field, attributes, value)}${message}`;
}

function control(field: ShownField, attributes: string, value: string): string {
  if (field.name === 'notes' || field.type === 'long_text')
    return `<textarea ${attributes} rows="4">\n${escapeHtml(value)}</textarea>`;
  if (field.type !== 'choice' && field.type !== 'yes_no')
    return `<input ${attributes} value="${escapeHtml(value)}">`;
  const options = field.choices.map(
    ([choice, label]) =>
      `<option value="${escapeHtml(choice)}"${choice === value ? ' selected' : ''}>${escapeHtml(label)}</option>`,
  );
  return `<select ${attributes}><option value=""></option>${options.join('')}</select>`;
}

const style = `
*{box-sizing:border-box}body{margin:0;background:var(--canvas);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
aside{background:var(--notice-wash);color:var(--notice)}main,aside{max-width:40rem;margin:0 auto;padding:2rem 1.25rem 3rem}.name{font-weight:600;font-size:1.125rem}
.problem{border:2px solid var(--danger);border-radius:var(--radius);padding:1rem 1.25rem;margin-bottom:1.5rem}
h1{margin:0;font-size:1.25rem}.problem a,.error{color:var(--danger)}.problem a{display:inline-block;padding:.25rem 0}.hint{margin:-.25rem 0 .375rem}.error{margin:.375rem 0 0}
label{display:block;margin:1.25rem 0 .375rem;font-weight:500}
input,textarea,select{width:100%;min-height:3rem;padding:.6rem .875rem;border:1px solid var(--edge);border-radius:var(--radius);background:var(--field);color:inherit;font:inherit;scroll-margin-block:6rem}
[aria-invalid]{border:2px solid var(--danger)}@media(forced-colors:active){[aria-invalid]{border-width:4px}}
input:focus,textarea:focus,select:focus,button:focus-visible,a:focus-visible,.problem:focus-visible{outline:3px solid var(--accent-ink);outline-offset:2px}
button{min-height:3.25rem;margin-top:1.75rem;padding:0 1.5rem;border:1px solid transparent;border-radius:var(--radius);background:var(--accent);color:var(--on-accent);font:inherit;font-weight:600;cursor:pointer}button:hover{background:var(--accent-hover)}`;
