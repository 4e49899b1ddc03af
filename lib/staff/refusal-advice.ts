import { type FieldName, fieldNames } from '../lead/schema.ts';

/** Fields of the form that Propexo knows under another name. */
const renamed: Record<string, FieldName> = { desired_max_rent_in_cents: 'desired_max_rent' };
const known = new Set<string>(fieldNames);

/**
 * The fields of the form that a refusal names, with what it says about each.
 * @param detail as `readRefusal` writes it: "phone_1_type: Invalid option; email_1: Invalid"
 */
export function refusedFields(detail: string): Partial<Record<FieldName, string>> {
  const refused: Partial<Record<FieldName, string>> = {};
  for (const part of detail.split('; ')) {
    const [, path = '', message = ''] = /^([\w.]{1,100}): (.*)$/s.exec(part) ?? [];
    const last = path.split('.').at(-1) ?? '';
    const field = renamed[last] ?? last;
    if (known.has(field)) refused[field as FieldName] ??= message;
  }
  return refused;
}

const settings = /\b(integration_id|property_id|employee_id|lead_source_id)\b/;

export function adviceForRefusal(detail: string): string {
  if (Object.keys(refusedFields(detail)).length > 0) return 'Correct what it names and send it again.';
  const [, setting] = settings.exec(detail) ?? [];
  return setting
    ? `“${setting}” is set in the properties file, not by the renter. Ask whoever runs Guestcard to correct it there and restart it, then send this again.`
    : (remedies.find(([words]) => words.test(detail))?.[1] ??
        'If you can see what is wrong, correct it and send it again. Otherwise enter it in ResMan by hand and mark it as found.');
}

/** The four ways in which ResMan's lead method is known to refuse, each with its one remedy. */
const remedies: [RegExp, string][] = [
  [
    /source/i,
    'ResMan does not know the lead source at this property. Have it added in ResMan, or ask whoever runs Guestcard to correct lead_source_id; then send this again.',
  ],
  [
    /employee|agent|owner/i,
    'ResMan does not know the leasing agent at this property any more. Ask whoever runs Guestcard to correct employee_id; then send this again.',
  ],
  [
    /duplicate|already exist/i,
    'ResMan seems to have this person already. Look there first, and mark it as found if it is there.',
  ],
  [
    /\bunit\b|floor ?plan/i,
    'ResMan does not take the home they chose; it may have been let. Edit this lead, empty the unit and the floor plan, and send it again: the home stays in the notes.',
  ],
  [/phone/i, 'ResMan does not take the phone number. Correct it or remove it, then send it again.'],
];

export function adviceForResMan(detail: string): string {
  return (
    remedies.find(([words]) => words.test(detail))?.[1] ??
    'ResMan may have been slow and have it after all: look there first. Not there: send it again.'
  );
}
