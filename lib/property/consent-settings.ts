import { z } from 'zod';
import { localized } from '../language/localized.ts';
import { unknownKeys } from './unknown-keys.ts';

const notText = { error: 'must be text' };

const httpsAddress = z
  .string(notText)
  .max(500, { error: 'is too long' })
  .refine((text) => /^https:\/\/[^\s"'<>\\]+$/.test(text) && URL.canParse(text), {
    error: 'must be an address that begins with https://',
  });

const smsConsent = z.strictObject(
  {
    /** What stands beside the box; `{property}` becomes the community's name. */
    text: localized(1_000),
    /** Kept with every consent. A changed text needs a new one. */
    version: z
      .string({ error: 'is missing: a short name of this wording, such as "2026-11"' })
      .regex(/^[\w.-]{1,40}$/, {
        error: 'must be a short name without spaces, such as "2026-11"',
      })
      .refine((version) => version !== unrecognised, { error: 'is taken: choose another name' }),
  },
  { error: unknownKeys },
);

/** The version of words that this property has not offered. */
export const unrecognised = 'unrecognised';

/** What a property says about consent and privacy; without settings, the standard wording of each language. */
export const consentSettings = {
  sms_consent: smsConsent.optional(),
  privacy_url: httpsAddress.optional(),
  terms_url: httpsAddress.optional(),
  /** Who answers for the data, where that is not the community's name. */
  legal_name: z
    .string(notText)
    .trim()
    .min(1, { error: 'is empty' })
    .max(200, { error: 'is too long' })
    .optional(),
  /** How long inquiries are kept, if that is to be said. */
  retention_months: z
    .int({ error: 'must be a whole number of months' })
    .min(1, { error: 'must be at least 1' })
    .max(240, { error: 'can be at most 240' })
    .optional(),
};
