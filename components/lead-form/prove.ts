import type { Challenge } from 'altcha-lib/types';
import { canProveField, proofField } from '#lib/spam/spam-fields.ts';
import type { Road } from './send-lead.ts';

/**
 * Sends by this road, and does the work that the server may ask for before it takes the form.
 * @param working called with true when that work begins, which takes a moment, and with false when it is over
 */
export function provingOn(road: Road, working: (isWorking: boolean) => void): Road {
  return async (form) => {
    if (canProve()) form.set(canProveField, 'yes');
    let answer = await road(form);
    try {
      // A proof may come too late once. After that it is sent without one: then the server asks no more.
      for (let triesLeft = 2; 'challenge' in answer && answer.challenge && triesLeft >= 0; triesLeft -= 1) {
        working(true);
        const proof = triesLeft > 0 ? await prove(answer.challenge) : undefined;
        if (proof) form.set(proofField, proof);
        else for (const field of [proofField, canProveField]) form.delete(field);
        answer = await road(form);
      }
    } finally {
      working(false);
    }
    return answer;
  };
}

/** Browsers offer what the work needs on https and on this machine only. */
function canProve(): boolean {
  return typeof crypto !== 'undefined' && crypto.subtle !== undefined;
}

/**
 * Does the work of a challenge, with a program that is loaded only now.
 * @returns what to send as the proof; undefined when it cannot be done here
 */
async function prove(challenge: Challenge): Promise<string | undefined> {
  try {
    const { solve } = await import('./solve-challenge.ts');
    const solution = await solve(challenge);
    return solution ? JSON.stringify({ challenge, solution }) : undefined;
  } catch (error) {
    // The program could not be loaded, or the browser does not know the kind of work: the lead is sent all the same.
    if (error instanceof Error) return undefined;
    throw error;
  }
}
