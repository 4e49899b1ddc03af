/** The words beside the optional box. What is stored with a consent is exactly what was shown. */
export function smsConsentWording(propertyName: string): string {
  return `Yes, ${propertyName} may text me at this number about my apartment search. Message frequency varies, and message and data rates may apply. Reply STOP to opt out or HELP for help. Agreeing is not a condition of renting.`;
}
