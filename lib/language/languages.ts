import { readdirSync } from 'node:fs';
import type { Texts } from './texts.ts';

/** The code of a language, such as "en": the name of its file. */
export type Language = string;

export const defaultLanguage: Language = 'en';

const codes = readdirSync(/*turbopackIgnore: true*/ 'lib/language/texts').map((file) =>
  file.replace(/\.ts$/, ''),
);

/**
 * Every file in `lib/language/texts` is a language. Only the server knows them all; a browser is given the words of the
 * one it shows.
 */
export const languages: ReadonlyMap<Language, Texts> = new Map(
  await Promise.all(
    codes.sort().map(async (code): Promise<[Language, Texts]> => {
      const file: { default: Texts } = await import(`./texts/${code}.ts`);
      return [code, file.default];
    }),
  ),
);

/** The words of this language; English where there is no such language. */
export function textsIn(language: Language | null | undefined): Texts {
  const texts = languages.get(language ?? defaultLanguage) ?? languages.get(defaultLanguage);
  if (!texts) throw new Error('lib/language/texts/en.ts is missing');
  return texts;
}

/** A language and its words. */
export interface Speech {
  language: Language;
  texts: Texts;
}

export function speech(language: Language): Speech {
  return { language, texts: textsIn(language) };
}
