import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { LeadAnswers } from './schema.ts';

/**
 * The person as far as two leads can be compared: the e-mail in lower case, the telephone as E.164 (US by default,
 * without an extension); null where there is none, or none that can be read.
 */
export function personKeys({ email_1, phone_1 }: Pick<LeadAnswers, 'email_1' | 'phone_1'>): {
  email_key: string | null;
  phone_key: string | null;
} {
  const phone = phone_1 ? parsePhoneNumberFromString(phone_1, 'US') : undefined;
  return {
    email_key: email_1?.toLowerCase() ?? null,
    phone_key: phone?.isPossible() ? phone.number : null,
  };
}
