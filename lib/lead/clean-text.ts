/**
 * Text as a person meant it: one Unicode form, plain line breaks, no characters that are invisible
 * and act on the text around them (controls, NUL, bidirectional overrides that reverse what follows),
 * and no half of a character (a lone surrogate, which UTF-8 cannot write).
 */
export function cleanText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      .replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]/gu, (character) =>
        character === '\n' || character === '\t' ? character : '',
      )
      // After the removals, which can bring a letter and its accent together.
      .normalize('NFC')
      .trim()
  );
}

/** The same for a field of one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ');
}

/** The same for an address or a number: what is copied from a page often brings invisible characters along. */
export function cleanAddress(text: string): string {
  return cleanLine(text.replace(/\p{Cf}/gu, ''));
}
