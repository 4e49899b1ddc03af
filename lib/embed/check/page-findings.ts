import { type Policy, readPolicies, refusedBy } from './content-policies.ts';
import type { Finding } from './finding.ts';
import { frameFindings, isOfOurs, ourAddressIn } from './frame-findings.ts';
import { type PageElement, readPage } from './read-page.ts';

/** The form that should be on the page. */
export interface WantedForm {
  appUrl: string;
  slug: string;
  name: string;
}

/** A page as a website answered it. */
export interface AnsweredPage {
  url: URL;
  headers: Headers;
  html: string;
  isCut: boolean;
}

/** Everything about this page that keeps the form from being seen or from working; empty when it looks right. */
export function pageFindings(page: AnsweredPage, form: WantedForm): Finding[] {
  const facts = readPage(page.html);
  const base = new URL(facts.base && URL.canParse(facts.base, page.url) ? facts.base : page.url, page.url);
  const policies = readPolicies([page.headers.get('content-security-policy') ?? '', ...facts.policies]);
  const frames = facts.frames.filter((frame) => isOfOurs(frame, base, form));
  const loaders = facts.scripts.filter((script) => ourAddressIn(script, 'src', base, form, /^\/embed\.js$/));
  const opensHere = (element: PageElement) =>
    element.attributes.get('data-guestcard-open') === form.slug ||
    ourAddressIn(element, 'href', base, form, new RegExp(`^/(p|embed)/${form.slug}$`)) !== undefined;
  const openers = facts.openers.filter(opensHere);
  const buttons = loaders.filter(({ attributes }) => attributes.get('data-guestcard-button') === form.slug);
  if (frames.length + openers.length + buttons.length === 0)
    return [nothingFound(page, form, loaders.length > 0, facts)];
  // A page may well have the forms of other properties, too.
  const right = frames.filter((frame) =>
    ourAddressIn(frame, 'src', base, form, new RegExp(`^/embed/${form.slug}$`)),
  );
  return [
    ...(right.length > 0 ? right : frames).flatMap((frame) =>
      frameFindings(frame, { base, page: page.url, form }),
    ),
    ...policyFindings(policies, page.url, form, loaders[0]),
    ...isolationFindings(page.headers, right.length > 0 ? right : frames),
    ...loaderFindings(loaders.length > 0, frames.length, form),
  ];
}

function nothingFound(
  { html, isCut }: AnsweredPage,
  form: WantedForm,
  hasLoader: boolean,
  { asText, inComments }: { asText: string[]; inComments: string[] },
): Finding {
  const address = `/embed/${form.slug}`;
  const mentions = (text: string) => text.includes(address);
  const none = { kind: 'no_form', severity: 'blocks' } as const;
  if (asText.some(mentions))
    return {
      ...none,
      kind: 'form_as_text',
      what: 'The snippet is on the page as text that people can read, not as a part of the page.',
      mend: 'Paste it where your website’s editor takes HTML: often a block called “Custom HTML”, “Embed” or “Code”.',
    };
  if (inComments.some(mentions))
    return {
      ...none,
      kind: 'form_in_comment',
      what: 'The snippet is on the page inside a comment (<!-- … -->), which browsers pass over.',
      mend: 'Take the comment’s beginning and end away around it.',
    };
  if (hasLoader)
    return {
      ...none,
      what: 'The script is on the page, but no form of this property, no link that opens it and no button.',
      mend: 'Paste the whole snippet, not its last line only.',
    };
  return {
    ...none,
    what:
      `There is no form of ${form.name} in the page as the website sends it` +
      (isCut ? ', as far as it was read (the page is longer than 2 MB).' : '.') +
      (/<script\b/i.test(html)
        ? ' A script of the website may add it later: a check from outside cannot see that.'
        : ''),
    mend: 'Is this the right page, and is it published? If you see the form when you open it, all is well; if not, paste the snippet from above.',
  };
}

function policyFindings(
  policies: Policy[],
  page: URL,
  { appUrl, slug }: WantedForm,
  loader: PageElement | undefined,
): Finding[] {
  const { origin } = new URL(appUrl);
  const frame = refusedBy(policies, 'frame', { url: new URL(`/embed/${slug}`, appUrl), page });
  const nonce = loader?.attributes.get('nonce');
  const script = loader && refusedBy(policies, 'script', { url: new URL('/embed.js', appUrl), page, nonce });
  return [
    ...(frame
      ? [
          {
            kind: 'policy_frame',
            severity: 'blocks' as const,
            what: `The website’s own Content-Security-Policy does not let the form in: its ${frame} leaves ${origin} out.`,
            mend: 'Whoever looks after the website has to add this to the policy (a header, or a meta element in the page):',
            code: `frame-src ${origin}`,
          },
        ]
      : []),
    ...(script
      ? [
          {
            kind: 'policy_script',
            severity: 'limits' as const,
            what: `The website’s own Content-Security-Policy does not let embed.js run: its ${script} leaves it out. The form works, but keeps its height, and where people came from is known less often; pop-ups open as pages.`,
            mend: 'Whoever looks after the website has to add this to the policy (or give the script the page’s nonce):',
            code: `script-src ${origin}`,
          },
        ]
      : []),
  ];
}

/** A page that wants to be alone shows no frame that does not say it agrees, unless it is loaded without credentials. */
function isolationFindings(headers: Headers, frames: PageElement[]): Finding[] {
  const policy = headers.get('cross-origin-embedder-policy')?.split(';')[0]?.trim().toLowerCase();
  if (policy !== 'require-corp' && policy !== 'credentialless') return [];
  const isolated = {
    kind: 'isolated',
    severity: 'blocks',
    what: `The website sends Cross-Origin-Embedder-Policy: ${policy}, which keeps frames of other websites out.`,
  } as const;
  // The frame of a pop-up is none that the website writes.
  if (frames.length === 0)
    return [
      { ...isolated, mend: 'Whoever looks after the website has to leave that header off on this page.' },
    ];
  if (frames.every(({ attributes }) => attributes.has('credentialless'))) return [];
  return [
    {
      ...isolated,
      mend: 'Add this to the <iframe>. Chrome and Edge know it; for other browsers, whoever looks after the website has to leave that header off on this page.',
      code: 'credentialless',
    },
  ];
}

function loaderFindings(hasLoader: boolean, frames: number, { appUrl }: WantedForm): Finding[] {
  if (hasLoader) return [];
  const code = `<script async src="${appUrl}/embed.js"></script>`;
  return [
    frames > 0
      ? {
          kind: 'no_loader',
          severity: 'limits',
          what: 'The form shows and works, but without embed.js: it keeps one height, the campaign that brought somebody to this page is not passed to it, and your analytics hear nothing.',
          mend: 'Add the snippet’s second line:',
          code,
        }
      : {
          kind: 'no_loader',
          severity: 'limits',
          what: 'A link to the form is there, but not embed.js: it opens the form as a page, not as a pop-up.',
          mend: 'Add the script to the page:',
          code,
        },
  ];
}
