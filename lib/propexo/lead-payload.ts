import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Attribution } from '../attribution/campaign.ts';
import { describeAttribution } from '../attribution/describe-attribution.ts';
import type { Trust } from '../attribution/link-signature.ts';
import { cleanLine } from '../lead/clean-text.ts';
import type { CustomAnswer } from '../lead/custom-answers.ts';
import type { LeadAnswers } from '../lead/schema.ts';
import { type ChosenHome, homeRemark } from '../property/homes/chosen-home.ts';
import type { Property } from '../property/property.ts';

type PhoneType = 'FAX' | 'HOME' | 'MOBILE' | 'WORK';

/**
 * The body of `POST /v1/leads/resman/`, and nothing else: an unknown field is refused with 400
 * (source: Propexo's API reference, "Create lead: ResMan", and its error schema).
 */
export interface PropexoLead {
  integration_id: string;
  property_id: string;
  employee_id: string;
  lead_source_id: string;
  first_name: string;
  last_name: string;
  notes: string;
  email_1?: string;
  phone_1?: string;
  phone_1_type?: PhoneType;
  phone_2?: string;
  phone_2_type?: PhoneType;
  target_move_in_date?: string;
  desired_num_bedrooms?: number;
  desired_num_bathrooms?: number;
  desired_max_rent_in_cents?: number;
  desired_lease_term_in_months?: number;
  floor_plan_id?: string;
  unit_id?: string;
  address_1?: string;
  address_2?: string;
  city?: string;
  state?: string;
  zip?: string;
}

export interface LeadForPropexo {
  /** First line of the notes: by it a send with an unknown outcome is found again. */
  reference: string;
  answers: LeadAnswers;
  property: Property;
  leadSourceId: string;
  /** What a link said when it named no source of this property. */
  unknownSource?: string | undefined;
  attribution?: Attribution;
  trust?: Trust | null;
  /** The record of the consent; none in leads of before versions were kept. Time in epoch milliseconds. */
  consent?: { version: string; givenAt: number } | undefined;
  /** What was known of the home they chose. */
  home?: ChosenHome | undefined;
}

/** Pure: the same lead gives the same body, so that a resend is recognisable. */
export function toPropexoLead({
  reference,
  answers,
  property,
  leadSourceId,
  unknownSource,
  attribution = { campaign: {} },
  trust,
  consent,
  home,
}: LeadForPropexo): PropexoLead {
  const phone1 = answers.phone_1 ? splitPhone(answers.phone_1) : undefined;
  const phone2 = answers.phone_2 ? splitPhone(answers.phone_2) : undefined;
  return {
    integration_id: property.integration_id,
    property_id: property.property_id,
    employee_id: property.employee_id,
    lead_source_id: leadSourceId,
    first_name: answers.first_name,
    last_name: answers.last_name,
    notes: composeNotes(reference, [
      ['Move-in', moveInRemark(answers)],
      ['Home they chose', homeRemark(home, answers)],
      ['Phone extension', phone1?.extension],
      ['Second phone extension', phone2?.extension],
      ['Text messages', phone1 && answers.sms_consent ? agreement(consent) : undefined],
      ['Came from', describeAttribution(attribution, { trust, isUnknown: unknownSource !== undefined })],
      ...customLines(answers.custom ?? []),
      ['Message', answers.notes],
    ]),
    ...present({
      email_1: answers.email_1,
      phone_1: phone1?.number,
      phone_1_type: phone1 && answers.phone_1_type,
      phone_2: phone2?.number,
      phone_2_type: phone2 && answers.phone_2_type,
      target_move_in_date: answers.target_move_in_date,
      desired_num_bedrooms: answers.desired_num_bedrooms,
      desired_num_bathrooms: answers.desired_num_bathrooms,
      desired_max_rent_in_cents: answers.desired_max_rent_in_cents,
      desired_lease_term_in_months: answers.desired_lease_term_in_months,
      floor_plan_id: answers.floor_plan_id,
      unit_id: answers.unit_id,
      address_1: answers.address_1,
      address_2: answers.address_2,
      city: answers.city,
      state: answers.state,
      zip: answers.zip,
    }),
  };
}

function moveInRemark({ move_in_not_sure, target_move_in_date }: LeadAnswers): string | undefined {
  if (!move_in_not_sure) return undefined;
  return target_move_in_date ? 'the date is not certain yet' : 'not sure yet';
}

/** One line for each question of the property's own; what it asks no longer shares one. */
function customLines(custom: readonly CustomAnswer[]): [label: string, value: string][] {
  const said = custom.map(({ id, question, answer }) => ({ id, question, answer: cleanLine(answer) }));
  const others = said.filter(({ question }) => question === undefined);
  return [
    ...said.flatMap(({ question, answer }): [string, string][] =>
      question === undefined ? [] : [[question, answer]],
    ),
    ['Other answers', others.map(({ id, answer }) => `${id}: ${answer}`).join('; ')],
  ];
}

function agreement(consent: LeadForPropexo['consent']): string {
  if (!consent) return 'agreed to receive them';
  const minute = new Date(consent.givenAt).toISOString().slice(0, 16).replace('T', ' ');
  return `agreed to receive them (wording ${consent.version}, ${minute} UTC)`;
}

/** The reference, then what ResMan has no field for, one short labelled line each; the message last. */
function composeNotes(reference: string, lines: [label: string, value: string | undefined][]): string {
  const said = lines.flatMap(([label, value]) =>
    value ? [`${label}${label.endsWith('?') ? '' : ':'} ${value}`] : [],
  );
  return [`Ref ${reference}`, ...said].join('\n');
}

/** Whether these notes are of the lead with this reference: only its exact first line proves it. */
export function notesCarryReference(notes: string, reference: string): boolean {
  return referenceIn(notes) === reference;
}

/** The reference that these notes begin with, if any. */
export function referenceIn(notes: string): string | undefined {
  const firstLine = notes.split('\n', 1)[0]?.trim() ?? '';
  return firstLine.startsWith('Ref ') ? firstLine.slice('Ref '.length) : undefined;
}

/** E.164 where the number is a possible one (US by default), otherwise as typed: a person can still read it. */
function splitPhone(typed: string): { number: string; extension: string | undefined } {
  const parsed = parsePhoneNumberFromString(typed, 'US');
  return parsed?.isPossible()
    ? { number: parsed.number, extension: parsed.ext }
    : { number: typed, extension: undefined };
}

/** What `GET /v1/leads/` can filter by: the exact e-mail, or a phone of ten digits without the country. */
export function contactFilter(lead: Pick<PropexoLead, 'email_1' | 'phone_1'>): {
  email_1?: string;
  phone_1?: string;
} {
  if (lead.email_1) return { email_1: lead.email_1 };
  const phone = lead.phone_1 && parsePhoneNumberFromString(lead.phone_1, 'US')?.nationalNumber;
  return phone && /^[2-9]\d{9}$/.test(phone) ? { phone_1: phone } : {};
}

type Present<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> };

function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}
