import type { Finding } from './finding.ts';
import type { WantedForm } from './page-findings.ts';
import type { PageElement } from './read-page.ts';

/** An address in an attribute, when it is one of ours. */
export function ourAddressIn(
  { attributes }: PageElement,
  attribute: string,
  base: URL,
  { appUrl }: WantedForm,
  path: RegExp,
): URL | undefined {
  const url = addressIn(attributes.get(attribute), base);
  return url?.origin === new URL(appUrl).origin && path.test(url.pathname) ? url : undefined;
}

/** Whether a frame is meant to be the form, however wrong its address is. */
export function isOfOurs({ attributes }: PageElement, base: URL, form: WantedForm): boolean {
  if (attributes.has('data-guestcard')) return true;
  return [...attributes.values()].some((value) => {
    const url = addressIn(value, base);
    if (!url) return false;
    return url.origin === new URL(form.appUrl).origin || url.pathname === `/embed/${form.slug}`;
  });
}

interface Around {
  base: URL;
  page: URL;
  form: WantedForm;
}

/** What is wrong with a frame that is meant to be the form. */
export function frameFindings(frame: PageElement, { base, page, form }: Around): Finding[] {
  const { attributes } = frame;
  const wanted = new URL(`/embed/${form.slug}`, form.appUrl);
  const src = addressIn(attributes.get('src'), base);
  const isFilled = src !== undefined && src.protocol !== 'about:' && src.protocol !== 'data:';
  const address =
    isFilled || attributes.has('srcdoc')
      ? addressFinding(src, wanted, page)
      : withoutAddress(frame, base, wanted);
  return [
    ...(address ? [address] : []),
    ...sandboxFindings(attributes.get('sandbox')),
    ...(attributes.get('title')?.trim()
      ? []
      : [
          {
            kind: 'no_title',
            severity: 'hint' as const,
            what: 'The form’s frame has no title: people who have pages read to them are not told what it is.',
            mend: 'Add this to the <iframe>:',
            code: `title="Contact ${form.name.replaceAll('"', '&quot;')}"`,
          },
        ]),
  ];
}

/** Consent managers and lazy loaders rename `src`, and put it back when they think fit. */
function withoutAddress({ attributes }: PageElement, base: URL, wanted: URL): Finding {
  const renamed = [...attributes].find(
    ([name, value]) => name !== 'src' && addressIn(value, base)?.pathname.startsWith('/embed/'),
  );
  if (renamed)
    return {
      kind: 'src_renamed',
      severity: 'blocks',
      what: `The form’s address is in ${renamed[0]} instead of src: a consent manager or a plug-in that loads things late has renamed it. The form shows when that puts it back, perhaps only for people who accept cookies, or never.`,
      mend: 'Tell that tool to leave this frame alone: the form sets no cookies and needs no consent to be shown. In the page itself it has to be:',
      code: `src="${wanted}"`,
    };
  return {
    kind: 'no_address',
    severity: 'blocks',
    what: 'The form’s frame has no address.',
    mend: 'Paste the snippet anew, or add this to the <iframe>:',
    code: `src="${wanted}"`,
  };
}

function addressFinding(src: URL | undefined, wanted: URL, page: URL): Finding | undefined {
  const wrong = (kind: string, what: string, mend = 'Let the <iframe> have this:'): Finding => ({
    kind,
    severity: 'blocks',
    what,
    mend,
    code: `src="${wanted}"`,
  });
  if (!src) return wrong('no_address', 'The form’s frame has an address that no browser understands.');
  const isSecure = page.protocol === 'https:' && src.protocol === 'http:' && !isThisMachine(src.hostname);
  if (src.origin === wanted.origin && isSecure)
    return {
      kind: 'mixed_content',
      severity: 'blocks',
      what: `The page is on https, the form on http: browsers refuse to mix them. APP_URL is ${wanted.origin}.`,
      mend: 'Whoever runs Guestcard has to give it an https address and set APP_URL to that; then paste the snippet anew.',
    };
  if (src.host === wanted.host && isSecure)
    return wrong(
      'mixed_content',
      'The page is on https, but the form’s address begins with http: browsers refuse to mix them.',
    );
  if (src.origin !== wanted.origin)
    return wrong(
      'wrong_host',
      `The frame asks ${src.origin} for the form, but Guestcard is at ${wanted.origin}.`,
    );
  if (src.pathname === wanted.pathname) return undefined;
  if (/^\/p\//.test(src.pathname))
    return wrong(
      'page_address',
      `The frame shows ${src.pathname}, the form’s own page, which browsers show in no frame.`,
    );
  return wrong(
    'wrong_form',
    `The frame shows ${src.pathname}, not ${wanted.pathname}: another form, or none.`,
  );
}

/** Browsers trust the own machine without https. */
function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1';
}

/** What the form needs in a sandbox, each with what is lost without it. */
const sandboxTokens = {
  'allow-forms': 'it cannot be sent',
  'allow-scripts': 'it keeps one height, and nothing helps while somebody types',
  'allow-same-origin': 'it is sent the simple way, without help while somebody types',
  'allow-popups': 'it cannot be opened in a tab of its own, nor the privacy policy',
  'allow-popups-to-escape-sandbox': 'what it opens in a tab of its own stays in the sandbox',
};

function sandboxFindings(sandbox: string | undefined): Finding[] {
  if (sandbox === undefined) return [];
  const given = sandbox.toLowerCase().split(/\s+/);
  const missing = Object.entries(sandboxTokens).filter(([token]) => !given.includes(token));
  if (missing.length === 0) return [];
  const whole = new Set([...given.filter(Boolean), ...Object.keys(sandboxTokens)]);
  return [
    {
      kind: 'sandbox',
      severity: given.includes('allow-forms') ? 'limits' : 'blocks',
      what: `The form’s frame has a sandbox that is too narrow: ${missing.map(([token, lost]) => `without ${token}, ${lost}`).join('; ')}.`,
      mend: 'Take the sandbox away, or let it be:',
      code: `sandbox="${[...whole].join(' ')}"`,
    },
  ];
}

function addressIn(value: string | undefined, base: URL): URL | undefined {
  const text = value?.trim();
  if (!text || !/[/:.]/.test(text) || !URL.canParse(text, base)) return undefined;
  return new URL(text, base);
}
