import { z } from 'zod';
import { type Language, languages } from './languages.ts';

/** A text of a property's configuration: the same in every language, or one for each. */
export type Localized = string | Record<Language, string>;

const known = () => [...languages.keys()].map((code) => `"${code}"`).join(' or ');

/** A code such as "es" for which there is a file in `lib/language/texts`. */
export const languageCode = z.string({ error: 'must be text' }).refine((code) => languages.has(code), {
  error: () => `must be ${known()}`,
});

/** @param most the longest text that fits its place */
export function localized(most: number) {
  const text = z
    .string({ error: 'must be text' })
    .trim()
    .min(1, { error: 'is empty' })
    .max(most, { error: `can have at most ${most} characters` });
  return z.union([text, z.record(languageCode, text).refine((texts) => Object.keys(texts).length > 0)], {
    error: `must be a text of at most ${most} characters, or one for each language, like { "en": "…", "es": "…" }`,
  });
}

/** What a configured text says in this language; in the first one that it has where this one is missing. */
export function inLanguage(text: Localized, language: Language): string {
  return typeof text === 'string' ? text : (text[language] ?? text.en ?? Object.values(text)[0] ?? '');
}
