import { createHash } from 'node:crypto';

/**
 * What the form page may load and do: its own inline script and styles by their hashes, and our own origin. Pictures may
 * come from elsewhere, because homes and logos do.
 * @param ancestors as of `frameAncestors`
 */
export function contentPolicy(
  { earlyScript, styles }: { earlyScript: string; styles: string[] },
  ancestors: string,
): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${hash(earlyScript)}`,
    // Next loads the style sheets of a page that it shows without loading a document: the status page after a send.
    `style-src 'self' ${styles.map(hash).join(' ')}`,
    "img-src 'self' https: data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    ancestors,
  ].join('; ');
}

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
