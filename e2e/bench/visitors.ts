import { randomUUID } from 'node:crypto';
import { hiddenFields, multipart, typedBy } from './form-post.ts';
import type { Post } from './load.ts';

/** Reads the form at this path and fills it in as a browser without JavaScript: every post is another person's. */
export async function formVisitors(origin: string, path: string): Promise<() => Post> {
  const page = await fetch(`${origin}${path}`);
  const hidden = hiddenFields(await page.text());
  if (!Object.keys(hidden).some((name) => name.startsWith('$ACTION')))
    throw new Error(`${origin}${path} (${page.status}) has no form with a server action`);
  const asBrowser = { accept: 'text/html', origin, referer: `${origin}${path}` };
  return () => {
    const { headers, body } = multipart({
      ...hidden,
      ...typedBy(randomUUID()),
      ...('submission_id' in hidden ? { submission_id: randomUUID() } : {}),
    });
    return { path, headers: { ...asBrowser, ...headers }, body };
  };
}

/** The same people over the endpoint for programs. */
export function jsonVisitors(path: string): () => Post {
  return () => {
    const body = JSON.stringify(typedBy(randomUUID()));
    return {
      path,
      headers: { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) },
      body,
    };
  };
}
