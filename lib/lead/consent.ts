/** The words beside the optional box. */
export function smsConsentWording(propertyName: string): string {
  return `Yes, ${propertyName} may text me at this number about my apartment search. Message frequency varies, and message and data rates may apply. Reply STOP to opt out or HELP for help. Agreeing is not a condition of renting.`;
}

/** The form sends along the words that it showed: what is kept with a consent is what the person saw. */
export const wordingField = 'sms_consent_wording';

/** A form of somebody else's that does not send them gets no words of ours put into the person's mouth. */
export function wordingShown(sent: Record<string, string>): string {
  return sent[wordingField]?.trim().slice(0, 2_000) || 'Not known: the form that sent this did not say.';
}
