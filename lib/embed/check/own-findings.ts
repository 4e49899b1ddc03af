import { readPolicies } from './content-policies.ts';
import type { FetchedPage } from './fetch-page.ts';
import type { Finding } from './finding.ts';

/**
 * What stands between Guestcard and the world may change its answers: a proxy that adds a header keeps the form out of
 * every website.
 * @param answer to a request for the framed form at the public address
 * @param origin of the website that shall show it
 */
export function ownFindings(answer: FetchedPage, appUrl: string, origin: string): Finding[] {
  if (answer.kind === 'redirected_elsewhere')
    return [
      {
        kind: 'own_redirect',
        severity: 'limits',
        what: `Guestcard’s address ${appUrl} leads to ${answer.to.origin}: each visitor takes a detour, and the script does not know the form’s messages.`,
        mend: `Whoever runs Guestcard has to set APP_URL to ${answer.to.origin}; then paste the snippet anew.`,
      },
    ];
  if (answer.kind !== 'answer' || answer.status !== 200)
    return [
      {
        kind: 'own_not_reached',
        severity: 'hint',
        what: `The form could not be reached at ${appUrl} from the machine that Guestcard runs on${answer.kind === 'answer' ? ` (it was answered with ${answer.status})` : ''}. Visitors may well reach it; this check cannot tell.`,
        mend: 'Open that address in a browser. If nothing is there, whoever runs Guestcard has to correct APP_URL.',
      },
    ];
  const options = answer.headers.get('x-frame-options');
  const ancestors = readPolicies([answer.headers.get('content-security-policy') ?? '']).flatMap(
    (policy) => policy.get('frame-ancestors') ?? [],
  );
  return [
    ...(options
      ? [
          {
            kind: 'own_frame_options',
            severity: 'blocks' as const,
            what: `Something in front of Guestcard adds the header X-Frame-Options: ${options}, which keeps the form out of every website.`,
            mend: 'Whoever runs Guestcard has to take that header out of the proxy’s settings for /embed/.',
          },
        ]
      : []),
    ...(ancestors.includes(origin)
      ? []
      : [
          {
            kind: 'own_policy',
            severity: 'blocks' as const,
            what: `Guestcard’s answer at ${appUrl} does not name ${origin}: something in front of it changes the header Content-Security-Policy, or keeps an old answer.`,
            mend: 'Whoever runs Guestcard has to let that header through for /embed/, and empty the cache of what stands in front.',
          },
        ]),
  ];
}
