import { randomBytes } from 'node:crypto';

/** 160 random bits: whoever has it may see the status page, so it cannot be guessed. */
export function newReceipt(): string {
  return randomBytes(20).toString('base64url');
}

/** No vowels, and nothing that is read as something else over the telephone (0/O, 1/I/L, 5/S, 2/Z). */
const alphabet = '346789BCDFGHJKMNPQRTVWXY';

/** So many characters that people can read aloud and type, none likelier than another. */
export function readableCharacters(
  count: number,
  random: (bytes: number) => Uint8Array = randomBytes,
): string {
  let characters = '';
  while (characters.length < count) {
    for (const byte of random(16)) {
      // Bytes past the last whole round of the alphabet would make its first letters likelier.
      if (byte < 240 && characters.length < count) characters += alphabet[byte % alphabet.length];
    }
  }
  return characters;
}

/** A code for people, like "GC-7Q4K-9M8D": it stands in ResMan's notes and is read aloud, so it is no secret. */
export function newReference(random?: (bytes: number) => Uint8Array): string {
  const characters = readableCharacters(8, random);
  return `GC-${characters.slice(0, 4)}-${characters.slice(4)}`;
}
