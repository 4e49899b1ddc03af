import { cleanText } from './clean-text.ts';

/** The form sends along the words that it showed: what is kept with a consent is what the person saw. */
export const wordingField = 'sms_consent_wording';

/** A form of somebody else's that does not send them gets no words of ours put into the person's mouth. */
export function wordingShown(sent: Record<string, string>): string {
  const words = cleanText(sent[wordingField] ?? '').slice(0, 2_000);
  return words || 'Not known: the form that sent this did not say.';
}
