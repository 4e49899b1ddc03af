/** What became of asking a website for a page. */
export type FetchedPage =
  | {
      kind: 'answer';
      /** Where it came from in the end. */
      url: URL;
      status: number;
      headers: Headers;
      html: string;
      /** It was longer than what is read. */
      isCut: boolean;
    }
  | { kind: 'redirected_elsewhere'; to: URL }
  | { kind: 'too_many_redirects' }
  | { kind: 'no_answer'; reason: 'late' | 'unreachable' };

export type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

interface Limits {
  fetch: Fetch;
  /** Whether this address may be asked: each one that a redirect leads to is judged, too. */
  mayAsk: (url: URL) => boolean;
  /** For everything together. */
  timeoutMs?: number;
  mostBytes?: number;
}

const mostRedirects = 5;
const userAgent = 'Guestcard page checker (bot)';

/** Asks for a page as a browser without cookies would, and follows its redirects by hand. */
export async function fetchPage(
  start: URL,
  { fetch, mayAsk, timeoutMs = 8_000, mostBytes = 2_000_000 }: Limits,
): Promise<FetchedPage> {
  const signal = AbortSignal.timeout(timeoutMs);
  let url = start;
  try {
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      if (!mayAsk(url)) return { kind: 'redirected_elsewhere', to: url };
      const response = await fetch(url, {
        redirect: 'manual',
        credentials: 'omit',
        headers: { accept: 'text/html', 'user-agent': userAgent },
        signal,
      });
      const { status, headers } = response;
      const location = headers.get('location');
      if (status < 300 || status > 399 || !location || !URL.canParse(location, url)) {
        const body = await readUpTo(response, mostBytes);
        return { kind: 'answer', url, status, headers, ...body };
      }
      await response.body?.cancel();
      url = new URL(location, url);
    }
    return { kind: 'too_many_redirects' };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { kind: 'no_answer', reason: signal.aborted ? 'late' : 'unreachable' };
  }
}

async function readUpTo(response: Response, mostBytes: number): Promise<{ html: string; isCut: boolean }> {
  // What matters in a page is ASCII: an encoding that is another one spoils words only.
  const decoder = new TextDecoder();
  let html = '';
  let left = mostBytes;
  for await (const chunk of response.body ?? []) {
    html += decoder.decode(chunk.subarray(0, left), { stream: true });
    left -= chunk.length;
    if (left < 0) return { html, isCut: true };
  }
  return { html: html + decoder.decode(), isCut: false };
}
