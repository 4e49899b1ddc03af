import type { AnswerName } from './schema.ts';

/**
 * What a browser may fill in by itself, and a reader's software may show as a sign it knows (WCAG 2.2, 1.3.5). Nothing is
 * `off`: with it, a browser does not show an answer again on Back.
 */
export const autofill: Partial<Record<AnswerName, string>> = {
  first_name: 'given-name',
  last_name: 'family-name',
  email_1: 'email',
  phone_1: 'tel',
  // A section of its own, or the browser fills the same number into both.
  phone_2: 'section-second tel',
  address_1: 'address-line1',
  address_2: 'address-line2',
  city: 'address-level2',
  state: 'address-level1',
  zip: 'postal-code',
};
