import { z } from 'zod';
import { unknownKeys } from './unknown-keys.ts';

/** How a property's pages look. */
export const themeSchema = z.strictObject(
  {
    accent: z
      .string({ error: 'must be text' })
      .regex(/^#[0-9a-f]{6}$/i, { error: 'must be a colour such as "#0f766e"' })
      .optional(),
  },
  { error: unknownKeys },
);

export type Theme = z.output<typeof themeSchema>;
