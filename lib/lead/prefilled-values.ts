import type { Prefill } from '../attribution/read-prefill.ts';
import type { ShownHomes } from '../property/homes/shown-homes.ts';
import type { CalendarDate } from './calendar-date.ts';
import { choices } from './choices.ts';
import type { LeadValues } from './schema.ts';
import { allFields, type FormLayout, inputNames, type ShownField } from './shown-fields.ts';

interface Form {
  layout: FormLayout;
  homes?: ShownHomes | undefined;
  /** The present day at the property. */
  today: CalendarDate;
}

/**
 * What a link's answers put into this form: only what it asks, and only such as it offers. prefill-form.ts does the same
 * in the browser, where the fields themselves say so.
 */
export function prefilledValues(prefill: Prefill, { layout, homes, today }: Form): LeadValues {
  const fields = allFields(layout);
  const asked = inputNames(fields);
  const { floor_plan_id, unit_id, ...others } = prefill;
  const values: Record<string, string> = {};
  for (const [name, said] of Object.entries(others)) {
    const field = fields.find((one) => one.name === name);
    const value = asked.some((one) => one === name) ? fitting(name, said, field, today) : undefined;
    if (value) values[name] = value;
  }
  const home = homes && (unitAmong(homes, unit_id) ?? homes.plans.find(({ id }) => id === floor_plan_id)?.id);
  return home ? { ...values, floor_plan_id: home } : values;
}

function fitting(
  name: string,
  said: string,
  field: ShownField | undefined,
  today: CalendarDate,
): string | undefined {
  if (name === 'target_move_in_date') return said < today ? undefined : said;
  // One box to tick.
  if (name === 'phone_1_type' || name === 'phone_2_type') return said === 'MOBILE' ? said : undefined;
  const offered =
    field?.type === 'choice' || field?.type === 'yes_no'
      ? field.choices.map(([value]) => value)
      : (choices as Record<string, readonly string[]>)[name];
  if (!offered) return said;
  return offered.find((value) => value.toLowerCase() === said.toLowerCase());
}

/** The value of the radio button that stands for a unit. */
function unitAmong({ plans }: ShownHomes, unit: string | undefined): string | undefined {
  const plan = plans.find(({ units }) => units.some(({ id }) => id === unit));
  return plan && `${plan.id}.${unit}`;
}
