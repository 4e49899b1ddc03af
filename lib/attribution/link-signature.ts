import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Attribution, type LinkSignature, type Touch, utmKeys } from './campaign.ts';

/** Whether a lead's source was written by us and not changed on its way; undefined where no source was named at all. */
export type Trust = 'verified' | 'self_declared';

/**
 * Signs what a link says about its source for one property: alias, campaign, the short link's code and expiry. Click ids are
 * not signed, because advertising networks add them on the way; nor are the page, the host before it and the first touch,
 * which are written on the way, too.
 * @param secret the program's own
 * @param expires epoch seconds; none for print
 */
export function signLink(
  secret: string,
  slug: string,
  { source, campaign, link }: Touch & Pick<Attribution, 'link'>,
  expires?: number,
): LinkSignature {
  const said = utmKeys.map((key) => campaign[key] ?? null);
  const key = createHmac('sha256', secret).update('guestcard tracked link').digest();
  const mac = createHmac('sha256', key)
    .update(JSON.stringify([slug, source ?? null, said, expires ?? null, link ?? null]))
    .digest()
    .subarray(0, 16)
    .toString('base64url');
  return { mac, ...(expires === undefined ? {} : { expires }) };
}

/**
 * What to think of the source that a lead names. Never a reason to refuse it: an edited or expired link is what the
 * person, or somebody before them, says.
 * @param now epoch milliseconds
 */
export function trustIn(
  secret: string,
  slug: string,
  attribution: Attribution,
  now: number,
): Trust | undefined {
  const { source, campaign, signature } = attribution;
  if (!source && !utmKeys.some((key) => campaign[key])) return undefined;
  if (!signature || (signature.expires !== undefined && signature.expires * 1_000 <= now))
    return 'self_declared';
  const { mac } = signLink(secret, slug, attribution, signature.expires);
  const [given, due] = [Buffer.from(signature.mac), Buffer.from(mac)];
  return given.length === due.length && timingSafeEqual(given, due) ? 'verified' : 'self_declared';
}
