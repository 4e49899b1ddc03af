import { type Language, textsIn } from '../language/languages.ts';
import { inLanguage, type Localized } from '../language/localized.ts';
import type { FormLayout, ShownField, ShownGroup } from '../lead/shown-fields.ts';
import { askedIn } from './asked-questions.ts';
import { alwaysAsked, type FieldEntry, isStandardGroup, standardGroups } from './fields.ts';
import { type FormEntry, formEntries, type GroupEntry, type SingleEntry } from './form-entries.ts';

/**
 * A property's form: what is asked, in which order, in the words of one language. The order is that of the
 * configuration: what precedes the first wish is about contact, and a consent in last place is the end.
 * @param given.homes whether there are homes to choose from; see `formEntries`
 */
export function formLayout(
  fields: readonly FieldEntry[],
  language: Language,
  given: { homes: boolean },
): FormLayout {
  const entries = formEntries(fields, given);
  const end = entries.length - (isConsent(entries.at(-1)) ? 1 : 0);
  const wishes = entries.slice(0, end).findIndex((entry) => !isContact(entry));
  const startOfWishes = wishes === -1 ? end : wishes;
  const words = wordsFor(language, entries);
  return {
    contact: entries.slice(0, startOfWishes).map(words),
    wishes: entries.slice(startOfWishes, end).map(words),
    end: entries.slice(end).map(words),
  };
}

const contact = new Set<string>([
  ...alwaysAsked,
  'phone_1',
  'phone_2',
  'sms_consent',
  ...standardGroups.address,
]);

function isContact(entry: FormEntry): boolean {
  if ('group' in entry) return entry.fields.every(isContact);
  return 'field' in entry && contact.has(entry.field);
}

function isConsent(entry: FormEntry | undefined): boolean {
  return entry !== undefined && 'field' in entry && entry.field === 'sms_consent';
}

function wordsFor(language: Language, entries: FormEntry[]): (entry: FormEntry) => ShownField | ShownGroup {
  const texts = textsIn(language);
  const asksPhone = entries.flatMap((entry) => ('group' in entry ? entry.fields : [entry])).some(isPhone);
  const own = (text: Localized | undefined) => (text === undefined ? undefined : inLanguage(text, language));
  const hinted = (hint: string | undefined) => (hint === undefined ? {} : { hint });
  const field = (entry: SingleEntry): ShownField => {
    if ('question' in entry)
      return {
        ...askedIn(entry, language),
        label: inLanguage(entry.label, language),
        ...hinted(own(entry.hint)),
      };
    const { field: name, label, hint } = entry;
    const usualLabel = name === 'sms_consent' ? '' : texts.labels[name];
    const usualHint = name === 'email_1' && asksPhone ? texts.hints.email_1 : undefined;
    return { name, label: own(label) ?? usualLabel, ...hinted(own(hint) ?? usualHint) };
  };
  const title = ({ group, title }: GroupEntry) =>
    own(title) ?? (isStandardGroup(group) ? texts.groups[group] : group);
  return (entry) =>
    'group' in entry
      ? { group: entry.group, title: title(entry), fields: entry.fields.map(field) }
      : field(entry);
}

const isPhone = (entry: SingleEntry) => 'field' in entry && entry.field === 'phone_1';
