import type { Link } from '#lib/links/link.ts';

/** Said only of links that do not lead on any more, or not for long. */
export function LinkState({ link, now }: { link: Pick<Link, 'retiredAt' | 'expiresAt'>; now: number }) {
  const words = wordsFor(link, now);
  return words ? (
    <span className="rounded-full bg-notice-wash px-2.5 py-0.5 font-medium text-notice text-sm">{words}</span>
  ) : null;
}

function wordsFor({ retiredAt, expiresAt }: Pick<Link, 'retiredAt' | 'expiresAt'>, now: number) {
  if (retiredAt !== undefined) return 'Retired';
  return expiresAt !== undefined && expiresAt <= now ? 'Expired' : undefined;
}
