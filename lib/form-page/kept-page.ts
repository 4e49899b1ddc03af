import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { gunzipSync, gzipSync } from 'node:zlib';
import { contentPolicy } from './content-policy.ts';
import { type FormAddress, startPath } from './form-request.ts';
import type { Rendered } from './render.ts';
import { type SplicedPage, splicedPage } from './spliced-page.ts';
import { startScript, takeApart, withStart } from './take-apart.ts';

/** A form page as it is kept for its visitors. */
export interface KeptPage {
  document: SplicedPage;
  headers: OutgoingHttpHeaders;
  start: KeptScript;
}

export interface KeptScript {
  path: string;
  plain(): Buffer;
  gzip: Buffer;
}

/** These are about one answer, or about what was taken out of the page; all others are the same for every visit. */
const notKept = [
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'keep-alive',
  'link',
  'transfer-encoding',
];

/**
 * Makes of Next's page what its visitors get.
 * @param version as of `formVersion`
 * @param ancestors as of `frameAncestors`
 * @throws UnfitPageError
 */
export function keepPage(
  address: FormAddress,
  version: string,
  rendered: Rendered,
  ancestors: string,
): KeptPage {
  const parts = takeApart(rendered.html);
  const start = keepScript(
    // Not of the scripts: they carry an id of one visit, and another replica must find its own by this name.
    startPath(address, nameOf([version, parts.before, parts.after, ...parts.chunks.toSorted()])),
    startScript(parts),
  );
  const headers: OutgoingHttpHeaders = {};
  for (const [name, value] of Object.entries(rendered.headers))
    if (!notKept.includes(name)) headers[name] = value;
  return {
    document: splicedPage(parts.before, withStart(parts.after, start.path)),
    start,
    headers: {
      ...headers,
      'cache-control': 'no-store',
      'content-security-policy': contentPolicy(parts, ancestors),
      vary: 'Accept-Encoding, Accept-Language, rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch',
    },
  };
}

function keepScript(path: string, script: string): KeptScript {
  const gzip = gzipSync(script, { level: 9 });
  // Hardly anybody asks for it without compression.
  return { path, gzip, plain: () => gunzipSync(gzip) };
}

function nameOf(content: string[]): string {
  const hash = createHash('sha256');
  for (const part of content) hash.update(part).update('\0');
  return hash.digest('base64url').slice(0, 22);
}
