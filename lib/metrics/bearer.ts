import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether this `Authorization` header brings the token; takes as long for a nearly right one as for any other. */
export function bringsToken(authorization: string | null, token: string): boolean {
  const brought = /^Bearer +(.+)$/i.exec(authorization ?? '')?.[1] ?? '';
  // Digests have one length, which the comparison needs.
  return timingSafeEqual(digest(brought), digest(token));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
