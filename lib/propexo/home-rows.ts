import { z } from 'zod';
import { isCalendarDate } from '../lead/calendar-date.ts';
import { cleanLine } from '../lead/clean-text.ts';

/** Nearly every field may be null, some are numbers in one list and text in the other: each is read by itself. */
export const orNothing = <Kind extends z.ZodType>(kind: Kind) => kind.optional().catch(undefined);
export const text = (most: number) =>
  orNothing(
    z
      .string()
      .max(10_000)
      .transform((value) => cleanLine(value).slice(0, most))
      .refine((value) => value !== ''),
  );
const id = z.string().regex(/^[\w-]{1,64}$/);
const number = (most: number) =>
  orNothing(
    z
      .union([
        z.number(),
        z
          .string()
          .max(20)
          .regex(/^\s*\d+(\.\d+)?\s*$/)
          .transform(Number),
      ])
      .refine((value) => value >= 0 && value <= most),
  );
const bedrooms = orNothing(
  z.union([
    z
      .string()
      .max(20)
      .regex(/^\s*(studio|efficiency)\s*$/i)
      .transform(() => 0),
    z
      .union([
        z.number(),
        z
          .string()
          .max(20)
          .regex(/^\s*\d+(\.\d+)?\s*$/)
          .transform(Number),
      ])
      .refine((value) => Number.isInteger(value) && value >= 0 && value <= 20),
  ]),
);
/** ResMan's way of saying nothing is often a rent of 0. */
const rent = orNothing(z.number().int().positive().max(10_000_000));
const yesNo = orNothing(z.boolean());
export const moment = orNothing(
  z
    .string()
    .max(40)
    .transform((value) => Date.parse(value))
    .refine((value) => !Number.isNaN(value)),
);
/** A date, or a date with a time; only the day counts. */
const day = orNothing(
  z
    .string()
    .max(40)
    .transform((value) => value.slice(0, 10))
    .refine(isCalendarDate),
);
const bathRow = { bathrooms: number(20), bathrooms_full: number(20), bathrooms_half: number(20) };
const anyRow = { id, property_id: orNothing(z.string()), x_id: text(64), last_seen: moment };

export const planRow = z.object({
  ...anyRow,
  ...bathRow,
  name: text(80),
  marketing_name: text(80),
  bedrooms,
  rentable_square_feet: number(100_000),
  rent_minimum_in_cents: rent,
  rent_maximum_in_cents: rent,
  image_urls: z.array(z.unknown()).max(100).catch([]),
});
export const unitRow = z.object({
  ...anyRow,
  ...bathRow,
  number: text(30),
  building_name: text(40),
  building_number: text(40),
  floor: text(20),
  floor_plan_id: orNothing(id),
  floor_plan_name: text(80),
  bedrooms,
  square_feet: number(100_000),
  rent_amount_market_in_cents: rent,
  rent_amount_min_in_cents: rent,
  is_available: yesNo,
  is_vacant: yesNo,
});
export const listingRow = z.object({
  ...anyRow,
  number: text(30),
  unit_id: orNothing(id),
  x_unit_id: text(64),
  square_feet: number(100_000),
  rent_amount_in_cents: rent,
  available_date: day,
  is_available: yesNo,
  is_listed: yesNo,
});
