import { createHmac, randomInt } from 'node:crypto';
import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Challenge, Payload } from 'altcha-lib/types';
import { z } from 'zod';

/** How much work a browser is asked for: keys to try, each of so many rounds. */
export interface Work {
  rounds: number;
  keys: readonly [least: number, most: number];
}

/** Half a second on a computer, some seconds on an old telephone; docs/spam.md has the figures. */
export const usualWork: Work = { rounds: 5_000, keys: [200, 500] };

/** Time enough for the slowest telephone, and too short to collect solutions. */
const validMs = 10 * 60_000;

/** A proof that was checked; it still may have been used before. */
export interface Proof {
  nonce: string;
  /** Epoch milliseconds. */
  expiresAt: number;
}

/**
 * Work for a browser (ALTCHA). It is bound to the words that are sent: it proves nothing about others.
 * @param content the content hash of the submission
 * @param now epoch milliseconds
 */
export function newChallenge(
  secret: string,
  content: string,
  now: number,
  work = usualWork,
): Promise<Challenge> {
  const [least, most] = work.keys;
  return createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: work.rounds,
    counter: randomInt(least, most + 1),
    data: { content },
    expiresAt: new Date(now + validMs),
    deriveKey,
    ...secrets(secret),
  });
}

/**
 * Checks what a browser sent for a solved challenge.
 * @returns the proof; 'late' for one that has expired, which proves nothing against the person; 'false' for one of other
 * words, wrong or not ours; undefined where none was sent
 */
export async function checkProof(
  secret: string,
  content: string,
  sent: string | undefined,
  now: number,
): Promise<Proof | 'late' | 'false' | undefined> {
  if (!sent) return undefined;
  const payload = readPayload(sent);
  if (!payload) return 'false';
  const { parameters } = payload.challenge;
  const expiresAt = parameters.expiresAt * 1_000;
  // The library looks at this machine's clock; here the caller says what time it is.
  const isLate = expiresAt <= now;
  const { verified, expired } = await verifySolution({ ...payload, deriveKey, ...secrets(secret) });
  if (isLate || expired) return 'late';
  if (!verified || parameters.data.content !== content) return 'false';
  return { nonce: parameters.nonce, expiresAt };
}

const hex = z.string().regex(/^[\da-f]{2,128}$/);
const payloadSchema = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.literal('PBKDF2/SHA-256'),
      // Signed, but worked out before: nobody may choose our work.
      cost: z.int().min(1).max(100_000),
      keyLength: z.int().min(1).max(64),
      keyPrefix: hex,
      keySignature: hex,
      nonce: hex,
      salt: hex,
      expiresAt: z.int().positive(),
      data: z.object({ content: z.string() }),
    }),
    signature: hex,
  }),
  solution: z.object({ counter: z.int().min(0), derivedKey: hex }),
});

function readPayload(sent: string): (Payload & z.infer<typeof payloadSchema>) | undefined {
  try {
    return payloadSchema.safeParse(JSON.parse(sent)).data as
      | (Payload & z.infer<typeof payloadSchema>)
      | undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function secrets(secret: string) {
  const derived = (use: string) => createHmac('sha256', secret).update(`challenge ${use}`).digest('hex');
  return { hmacSignatureSecret: derived('signature'), hmacKeySignatureSecret: derived('key') };
}
