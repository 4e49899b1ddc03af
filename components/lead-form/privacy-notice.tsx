import { PhoneLink } from '#components/page/phone-link.tsx';
import { fill, fillCounted, type Texts } from '#lib/language/texts.ts';
import type { Property } from '#lib/property/property.ts';

interface Props {
  property: Pick<
    Property,
    'name' | 'phone' | 'legal_name' | 'privacy_url' | 'terms_url' | 'retention_months'
  >;
  /** Whether text messages are asked about. */
  asksConsent: boolean;
  texts: Texts;
}

/** What becomes of a person's data, said where they give it: what, why, who, how long, and whom to ask. */
export function PrivacyNotice({ property, asksConsent, texts }: Props) {
  const { name, phone, legal_name, privacy_url, terms_url, retention_months } = property;
  const words = texts.privacy;
  return (
    <div className="space-y-2 text-muted text-sm">
      <p>
        {fill(words.notice, { controller: legal_name ?? name })}
        {asksConsent && ` ${words.consentRecord}`}
        {retention_months && ` ${fillCounted(texts, words.kept, retention_months)}`}
      </p>
      <p>
        {privacy_url && <Elsewhere href={privacy_url}>{words.policy}</Elsewhere>}
        {privacy_url && terms_url && ' · '}
        {terms_url && <Elsewhere href={terms_url}>{words.terms}</Elsewhere>}
        {!privacy_url && terms_url && ' · '}
        {!privacy_url &&
          (phone ? (
            <>
              {words.askCall} <PhoneLink phone={phone} />
            </>
          ) : (
            fill(words.ask, { property: name })
          ))}
      </p>
    </div>
  );
}

/** In a window of its own, so that nothing typed is left behind. */
function Elsewhere({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} target="_blank" rel="noopener" className="text-accent-ink underline underline-offset-4">
      {children}
    </a>
  );
}
