import { z } from 'zod';
import { unknownKeys } from './unknown-keys.ts';

const notText = { error: 'must be text' };

/** Where a picture is: at an https address, or in the folder `public`. */
const picture = z
  .string(notText)
  .max(500, { error: 'is too long' })
  .refine((text) => isPicture(text), {
    error:
      'must be an https address, or a path in the folder "public" such as "/logos/maple-court.svg", of an svg, png, jpg, webp or avif',
  });

function isPicture(text: string): boolean {
  if (/[\s"'<>\\]/.test(text)) return false;
  const inPublic = /^\/(?!\/)[\w./-]+\.(svg|png|jpe?g|webp|avif)$/i.test(text) && !text.includes('..');
  return inPublic || (text.startsWith('https://') && URL.canParse(text));
}

const logoSettings = z.strictObject(
  {
    src: picture,
    /** For dark pages. */
    dark: picture.optional(),
    /** What it says; without it, the property's name. */
    alt: z.string(notText).trim().min(1, { error: 'is empty' }).max(120, { error: 'is too long' }).optional(),
  },
  { error: unknownKeys },
);

const logo = z.preprocess((value) => (typeof value === 'string' ? { src: value } : value), logoSettings);

/** How a property's pages look. */
export const themeSchema = z.strictObject(
  {
    accent: z
      .string(notText)
      .regex(/^#[0-9a-f]{6}$/i, { error: 'must be a colour such as "#0f766e"' })
      .optional(),
    logo: logo.optional(),
    /** How round boxes and buttons are. */
    radius: z
      .enum(['none', 'small', 'medium', 'large'], { error: 'must be "none", "small", "medium" or "large"' })
      .optional(),
    /** Light or dark for everybody, or as each person's device has it. */
    scheme: z.enum(['light', 'dark', 'auto'], { error: 'must be "light", "dark" or "auto"' }).optional(),
  },
  { error: unknownKeys },
);

export type Theme = z.output<typeof themeSchema>;
