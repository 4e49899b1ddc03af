import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether one of these secrets signed exactly these bytes: lower-case hex HMAC-SHA256 (source: Propexo docs,
 * signed-payloads). Several while a secret is being exchanged; each is tried, so that the time taken tells nothing.
 */
export function isSigned(raw: Uint8Array, signature: string, secrets: readonly string[]): boolean {
  if (!looksSigned(signature)) return false;
  const given = Buffer.from(signature, 'hex');
  const matches = secrets.filter((secret) =>
    timingSafeEqual(createHmac('sha256', secret).update(raw).digest(), given),
  );
  return matches.length > 0;
}

/** Whether it could be a signature at all, known before the body is read. */
export function looksSigned(signature: string): boolean {
  return /^[0-9a-f]{64}$/.test(signature);
}
