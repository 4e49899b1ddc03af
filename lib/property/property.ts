import { z } from 'zod';
import { type Localized, languageCode } from '../language/localized.ts';
import { consentSettings } from './consent-settings.ts';
import { fieldsSchema } from './fields.ts';
import { themeSchema } from './theme.ts';
import { unknownKeys } from './unknown-keys.ts';

const missingOrNoText = (issue: { input?: unknown }) =>
  issue.input === undefined ? 'is missing' : 'must be text';

const id = z
  .string({ error: missingOrNoText })
  .regex(/^[\x21-\x7e]{1,200}$/, { error: 'must be an id of Propexo: letters and digits without spaces' });

const alias = z
  .string({ error: missingOrNoText })
  .regex(/^[^\s/?#&]{1,100}$/, { error: 'must be a short word as used in links, such as "zillow"' })
  .transform((text) => text.toLowerCase());

const origin = z
  .string({ error: 'must be text' })
  .toLowerCase()
  // Only the letters of a host: a ";" or "*" would mean more in the header that names who may frame the form.
  .refine(
    (text) => /^https?:\/\/[\w.:[\]-]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text,
    {
      error: 'must be an origin such as "https://www.maplecourt.example": no path, no slash at the end',
    },
  );

const eachOnce = (names: string[]) => new Set(names).size === names.length;

const timeZone = z
  .string({ error: 'must be text' })
  .refine((name) => isTimeZone(name), { error: 'must be a time zone such as "America/Los_Angeles"' });

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** A published form, as the properties file writes it. The four ids are Propexo's and never reach a browser. */
export const propertySchema = z
  .strictObject(
    {
      slug: z.string({ error: missingOrNoText }).regex(/^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$/, {
        error: 'must be lower-case letters, digits and single hyphens, such as "maple-court"',
      }),
      name: z
        .string({ error: missingOrNoText })
        .trim()
        .min(1, { error: 'is empty' })
        .max(120, { error: 'is too long' }),
      phone: z
        .string({ error: 'must be text' })
        .regex(/^[\d\s()+.–-]{7,30}$/, { error: 'must be a phone number' })
        .optional(),
      time_zone: timeZone.default('America/Los_Angeles'),
      integration_id: id,
      property_id: id,
      employee_id: id,
      lead_source_id: id,
      sources: z
        .array(z.strictObject({ alias, lead_source_id: id }, { error: unknownKeys }), {
          error: 'must be a list',
        })
        .max(500, { error: 'can have at most 500 entries' })
        .default([]),
      embed_origins: z
        .array(origin, { error: 'must be a list' })
        .max(100, { error: 'can have at most 100 entries' })
        .default([]),
      theme: themeSchema.default({}),
      /** The languages of the form, the first one for whoever asks for none of them. */
      locales: z
        .array(languageCode, { error: 'must be a list' })
        .min(1, { error: 'must name at least one language' })
        .refine(eachOnce, { error: 'names a language twice' })
        .default(['en', 'es']),
      fields: fieldsSchema,
      ...consentSettings,
    },
    { error: unknownKeys },
  )
  .superRefine(consentInEachLanguage);

/** Nobody can agree to words in a language that the page is not in. */
function consentInEachLanguage(
  { locales, sms_consent }: { locales: string[]; sms_consent?: { text: Localized } | undefined },
  context: z.RefinementCtx,
): void {
  const text = sms_consent?.text;
  if (!text || typeof text === 'string' || Object.keys(text).length === 0) return;
  for (const language of locales) {
    if (!text[language])
      context.addIssue({
        code: 'custom',
        path: ['sms_consent', 'text'],
        message: `has no "${language}", which is one of its locales`,
      });
  }
}

export type Property = z.output<typeof propertySchema>;

/**
 * A definition as it was stored. It was checked when it was written, perhaps by a newer version with more settings: it
 * is not judged again, or leads of that property could not be delivered.
 */
export function readDefinition(json: string): Property {
  return JSON.parse(json) as Property;
}
