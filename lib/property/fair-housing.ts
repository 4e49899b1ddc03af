import { type FairHousingTopic, topics } from './fair-housing-topics.ts';

/** Something in a text that a housing provider's form should not ask. */
export interface FairHousingConcern {
  /** The words that it was noticed by, as they are written in the text. */
  words: string;
  topic: Pick<FairHousingTopic, 'about' | 'why' | 'instead' | 'reviewable'>;
}

/**
 * What of a question's wording touches on who somebody is instead of which home they look for, at most once for each
 * topic. It compares words (any case, with or without accents), so it can be wrong in both directions: it prevents
 * mistakes and judges nobody.
 * @param text in any language: the words of all known languages are looked for
 */
export function fairHousingConcerns(text: string): FairHousingConcern[] {
  const { plain, original } = plainWords(text);
  return matchers.flatMap(({ topic, words, innocent }) => {
    // As long as what they replace, so that every place stays where it is.
    const judged = innocent ? plain.replace(innocent, (phrase) => '_'.repeat(phrase.length)) : plain;
    const found = words.exec(judged);
    return found ? [{ words: original(found.index, found.index + found[0].length), topic }] : [];
  });
}

const matchers = topics.map((topic) => ({
  topic,
  words: wholeWords(topic.words),
  innocent: topic.innocent ? wholeWords(topic.innocent, 'g') : undefined,
}));

/** @param patterns with commas in between; none of them matches a part of a word */
function wholeWords(patterns: string, flags = ''): RegExp {
  const each = patterns.split(',').map((pattern) => pattern.trim());
  return new RegExp(`(?<=^| )(?:${each.join('|')})(?= |$)`, flags);
}

/**
 * Lower-case words without accents, with one space between them, and the way back to the text. Punctuation and hyphens
 * separate words: "mother-in-law" is three of them.
 */
function plainWords(text: string): { plain: string; original(from: number, to: number): string } {
  const visible = text.normalize('NFC').replace(/[\p{Cf}\p{Mn}]/gu, '');
  const words: { from: number; start: number; end: number }[] = [];
  let plain = '';
  for (const { 0: word, index } of visible.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (plain) plain += ' ';
    words.push({ from: plain.length, start: index, end: index + word.length });
    plain += word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  }
  return {
    plain,
    original(from, to) {
      const inside = words.filter((word) => word.from >= from && word.from < to);
      return visible.slice(inside[0]?.start, inside.at(-1)?.end);
    },
  };
}
