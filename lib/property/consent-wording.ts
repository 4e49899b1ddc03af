import { createHash } from 'node:crypto';
import { type Language, textsIn } from '../language/languages.ts';
import { inLanguage } from '../language/localized.ts';
import { fill } from '../language/texts.ts';
import { cleanLine } from '../lead/clean-text.ts';
import { formEntries } from './form-entries.ts';
import type { Property } from './property.ts';

/** Words beside a box that a person may tick. */
export interface Wording {
  /** The language of the form. */
  language: Language;
  version: string;
  /** As shown, to the letter. */
  words: string;
}

type Speaker = Pick<Property, 'name' | 'legal_name' | 'sms_consent'>;

/**
 * What the form of this property says beside the box for text messages. The standard wording is versioned by its own
 * hash: nobody has to remember to count when it changes.
 */
export function smsWording(property: Speaker, language: Language): Wording {
  const { name, legal_name, sms_consent } = property;
  const text = sms_consent ? inLanguage(sms_consent.text, language) : textsIn(language).consent.sms;
  const version = sms_consent?.version ?? `standard-${hashWords(text).slice(0, 8)}`;
  const sender = legal_name ? `${name} (${legal_name})` : name;
  return { language, version, words: cleanLine(fill(text, { property: sender })) };
}

/** Whether the form has the box; only who is asked for a telephone number is asked whether it may be texted. */
export function asksConsent({ fields }: Pick<Property, 'fields'>): boolean {
  const entries = formEntries(fields, { homes: false }).flatMap((entry) =>
    'group' in entry ? entry.fields : [entry],
  );
  return entries.some((entry) => 'field' in entry && entry.field === 'sms_consent');
}

/** What the form of this property can say, in each of its languages; nothing when it does not ask. */
export function offeredWordings(property: Speaker & Pick<Property, 'locales' | 'fields'>): Wording[] {
  return asksConsent(property) ? property.locales.map((language) => smsWording(property, language)) : [];
}

/** SHA-256 in hexadecimal. */
export function hashWords(words: string): string {
  return createHash('sha256').update(words).digest('hex');
}
