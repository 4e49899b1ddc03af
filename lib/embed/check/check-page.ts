import type { Property } from '../../property/property.ts';
import { type Fetch, type FetchedPage, fetchPage } from './fetch-page.ts';
import { type Finding, worstFirst } from './finding.ts';
import { unlistedOrigin } from './listed-origin.ts';
import { ownFindings } from './own-findings.ts';
import { pageFindings } from './page-findings.ts';

interface Check {
  property: Pick<Property, 'slug' | 'name' | 'embed_origins'>;
  appUrl: string;
  fetch: Fetch;
}

export interface PageReport {
  /** As it was asked for; what was typed when that is no address. */
  address: string;
  /** The worst first; empty when everything looks right. */
  findings: Finding[];
}

/**
 * Says why the form does not show on a page, or that it does. Only websites that the property lists are asked, also where
 * a redirect leads: whoever checks a page cannot make this machine ask any other.
 * @param typed the page's address as a person wrote it
 */
export async function checkPage(typed: string, { property, appUrl, fetch }: Check): Promise<PageReport> {
  const address = readAddress(typed);
  if (!address) return { address: typed, findings: [noAddress] };
  const listed = property.embed_origins;
  const unlisted = unlistedOrigin(address.origin, listed);
  if (unlisted) return { address: address.href, findings: [unlisted] };
  const { origin } = new URL(appUrl);
  const [page, own] = await Promise.all([
    fetchPage(address, { fetch, mayAsk: (url) => listed.includes(url.origin) }),
    fetchPage(new URL(`/embed/${property.slug}`, appUrl), { fetch, mayAsk: (url) => url.origin === origin }),
  ]);
  const form = { appUrl, slug: property.slug, name: property.name };
  const origins = page.kind === 'answer' ? page.url.origin : address.origin;
  const findings = [...answerFindings(page, listed, form), ...ownFindings(own, appUrl, origins)];
  return { address: address.href, findings: worstFirst(findings) };
}

const noAddress: Finding = {
  kind: 'no_address_given',
  severity: 'blocks',
  what: 'This is not the address of a web page.',
  mend: 'Copy it from your browser’s address bar; it begins with https://.',
};

/** The address in what a person typed, without what follows "#"; undefined when it is none that may be asked. */
export function readAddress(typed: string): URL | undefined {
  const text = typed.trim();
  if (text.length > 2_000 || /\s/.test(text)) return undefined;
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
  url.hash = '';
  return url;
}

function answerFindings(
  page: FetchedPage,
  listed: readonly string[],
  form: { appUrl: string; slug: string; name: string },
): Finding[] {
  const unreadable = (kind: string, what: string, mend: string): Finding[] => [
    { kind, severity: 'blocks', what, mend },
  ];
  switch (page.kind) {
    case 'redirected_elsewhere': {
      if (!/^https?:$/.test(page.to.protocol))
        return unreadable(
          'redirected_elsewhere',
          `This address leads to something that is no web page (${page.to.protocol}).`,
          'Give the address of the page that the form is on.',
        );
      const finding = unlistedOrigin(page.to.origin, listed);
      const what = `This address leads on to ${page.to.origin}.`;
      return finding ? [{ ...finding, kind: 'redirected_elsewhere', what: `${what} ${finding.what}` }] : [];
    }
    case 'too_many_redirects':
      return unreadable(
        'too_many_redirects',
        'The website sends this address in circles.',
        'Open it in a browser and copy the address where you end up.',
      );
    case 'no_answer':
      return page.reason === 'late'
        ? unreadable(
            'late',
            'The website did not answer within 8 seconds.',
            'Try again in a moment. If it stays so, people wait for it as long.',
          )
        : unreadable(
            'unreachable',
            'The website could not be reached from the machine that Guestcard runs on.',
            'Check the address. If it opens in your browser, a firewall may stand in between: then this check is not possible.',
          );
    case 'answer':
      break;
  }
  const { status } = page;
  if (status === 401 || status === 403 || status === 407)
    return unreadable(
      'closed',
      `The website does not show this page to strangers (it answered ${status}): it may ask for a password, or turn away programs such as this check.`,
      'If it is not published yet, publish it and check again. If everybody can open it, look at it in a browser: this check cannot.',
    );
  if (status < 200 || status > 299)
    return unreadable(
      'not_there',
      `The website answered with ${status}${status === 404 ? ': there is no such page' : ''}.`,
      'Check the address, and whether the page is published.',
    );
  const type = page.headers.get('content-type') ?? 'text/html';
  if (!/\b(text\/html|application\/xhtml\+xml)\b/i.test(type))
    return unreadable(
      'not_html',
      `What is at this address is not a web page (${type.split(';')[0]?.slice(0, 60)}).`,
      'Give the address of the page that the form is on.',
    );
  return pageFindings(page, form);
}
