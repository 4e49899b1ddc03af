import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { Challenge, Solution } from 'altcha-lib/types';

const mostSideBySide = 4;
const patienceMs = 60_000;

/**
 * Tries keys until one fits. The browser works each of them out on a thread of its own, so the page stays free without a
 * worker. Null when it takes too long.
 */
export async function solve(challenge: Challenge): Promise<Solution | null> {
  const found = new AbortController();
  const sideBySide = Math.min(mostSideBySide, navigator.hardwareConcurrency || 1);
  const search = async (first: number) => {
    const solution = await solveChallenge({
      challenge,
      deriveKey,
      controller: found,
      counterStart: first,
      counterStep: sideBySide,
      timeout: patienceMs,
    });
    if (solution) found.abort();
    return solution;
  };
  const searches = Array.from({ length: sideBySide }, (_, first) => search(first));
  return (await Promise.all(searches)).find((solution) => solution !== null) ?? null;
}
