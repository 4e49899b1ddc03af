import { z } from 'zod';

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

const eachOnce = (names: string[]) => new Set(names).size === names.length;

/** Which questions a property asks, in which order. */
export const fieldsSchema = z
  .array(z.enum(optionalFields, { error: `must be one of ${optionalFields.join(', ')}` }), {
    error: 'must be a list',
  })
  .refine(eachOnce, { error: 'names a field twice' })
  .default([...optionalFields]);
