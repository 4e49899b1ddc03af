import { z } from 'zod';

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

/** The questions that a property may leave out; names and e-mail are always asked. */
export const optionalFields = [
  'phone_1',
  'target_move_in_date',
  'desired_num_bedrooms',
  'desired_num_bathrooms',
  'desired_max_rent',
  'desired_lease_term_in_months',
  'notes',
  'sms_consent',
] as const;

/** A published form, as the properties file writes it. The four ids are Propexo's and never reach a browser. */
export const propertySchema = z.strictObject(
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
    theme: z
      .strictObject(
        {
          accent: z
            .string({ error: 'must be text' })
            .regex(/^#[0-9a-f]{6}$/i, { error: 'must be a colour such as "#0f766e"' })
            .optional(),
        },
        { error: unknownKeys },
      )
      .default({}),
    locales: z
      .array(z.enum(['en', 'es'], { error: 'must be "en" or "es"' }), { error: 'must be a list' })
      .min(1, { error: 'must name at least one language' })
      .refine(eachOnce, { error: 'names a language twice' })
      .default(['en']),
    fields: z
      .array(z.enum(optionalFields, { error: `must be one of ${optionalFields.join(', ')}` }), {
        error: 'must be a list',
      })
      .refine(eachOnce, { error: 'names a field twice' })
      .default([...optionalFields]),
  },
  { error: unknownKeys },
);

/** Zod's own words for a key that is not known do not say what to do about it. */
export function unknownKeys(issue: { code?: string; keys?: string[] }): string {
  return issue.code === 'unrecognized_keys'
    ? `has settings that do not exist: ${issue.keys?.join(', ')}`
    : 'must be an object';
}

export type Property = z.output<typeof propertySchema>;

/**
 * A definition as it was stored. It was checked when it was written, perhaps by a newer version with more settings: it
 * is not judged again, or leads of that property could not be delivered.
 */
export function readDefinition(json: string): Property {
  return JSON.parse(json) as Property;
}
