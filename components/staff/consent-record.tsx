import type { LeadRecord } from '#lib/staff/read-lead.ts';
import { When } from './when.tsx';

/** What a person agreed to, and the record that proves it. */
export function ConsentRecord({ lead }: { lead: LeadRecord }) {
  const { answers, consent, now, property } = lead;
  if (!consent) return 'Did not agree to receive any';
  const facts = [
    ['Version of the wording', versionRemark(consent.version)],
    ['Language of the form', consent.language],
    ['Page', consent.page],
    ['Website it was embedded in', consent.embed_origin],
    ['Network address', consent.address],
    ['Browser', consent.user_agent],
    ['Time', new Date(consent.given_at).toISOString()],
    ['SHA-256 of the wording', consent.wording_hash],
  ] as const;
  return (
    <>
      {answers.sms_consent
        ? 'Agreed on '
        : 'The number was changed since they agreed, so this counts no more. Agreed on '}
      <When time={consent.given_at} now={now} timeZone={property.time_zone} /> to: “{consent.wording}”
      {consent.version === 'unrecognised' && (
        <strong className="block font-semibold">
          These are not words that this form has offered. Ask before you send texts.
        </strong>
      )}
      <details className="mt-2 text-sm">
        <summary className="min-h-11 cursor-pointer py-2.5 text-muted">The record of it</summary>
        <dl className="mt-2 space-y-1">
          {facts.map(
            ([term, value]) =>
              value && (
                <div key={term}>
                  <dt className="inline text-muted">{term}: </dt>
                  <dd className="inline break-all">{value}</dd>
                </div>
              ),
          )}
        </dl>
      </details>
    </>
  );
}

function versionRemark(version: string | null): string {
  return version ?? 'not kept at that time';
}
