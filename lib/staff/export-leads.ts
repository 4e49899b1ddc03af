import { type Attribution, clickKeys, utmKeys } from '../attribution/campaign.ts';
import type { Database } from '../database/connect.ts';
import type { LeadAnswers } from '../lead/schema.ts';
import { readDefinition } from '../property/property.ts';
import { byteOrderMark, csvRows } from './csv.ts';
import { wordsFor } from './plain-words.ts';

const pageSize = 500;

/**
 * All leads as CSV, the newest first, in pieces: as many as there are, and never all in memory.
 * @param slug of one property only
 */
export async function* exportLeads(database: Database, slug?: string): AsyncGenerator<string> {
  yield byteOrderMark + csvRows([columns.map(([name]) => name)]);
  let last: Place | undefined;
  do {
    const rows = await readPage(database, slug, last);
    if (rows.length > 0) yield csvRows(rows.map((row) => line(row)));
    last = rows.length === pageSize ? rows.at(-1) : undefined;
  } while (last);
}

/** Where one piece ends and the next begins. */
type Place = { received_at: number; id: string };
type LeadRow = Awaited<ReturnType<typeof readPage>>[number];

function readPage({ db }: Database, slug: string | undefined, after: Place | undefined) {
  let leads = db
    .selectFrom('lead')
    .innerJoin('delivery', 'delivery.lead_id', 'lead.id')
    .innerJoin('property', 'property.slug', 'lead.property_slug')
    .selectAll('lead')
    .select(['delivery.state', 'delivery.reason', 'delivery.detail', 'delivery.record_id'])
    .select(['delivery.delivered_at', 'property.definition'])
    .orderBy('lead.received_at', 'desc')
    .orderBy('lead.id', 'desc')
    .limit(pageSize);
  if (slug) leads = leads.where('lead.property_slug', '=', slug);
  if (after) {
    const { received_at, id } = after;
    leads = leads.where((lead) =>
      lead.or([
        lead('lead.received_at', '<', received_at),
        lead.and([lead('lead.received_at', '=', received_at), lead('lead.id', '<', id)]),
      ]),
    );
  }
  return leads.execute();
}

interface Facts {
  row: LeadRow;
  answers: LeadAnswers;
  attribution: Attribution;
}

type Column = [name: string, value: (facts: Facts) => string | number | undefined];

const columns: readonly Column[] = [
  ['Reference', ({ row }) => row.reference],
  ['Received', ({ row }) => isoTime(row.received_at)],
  ['Property', ({ row }) => readDefinition(row.definition).name],
  ['State', ({ row }) => wordsFor(row).label],
  ['In ResMan since', ({ row }) => isoTime(row.delivered_at)],
  ['Record', ({ row }) => row.record_id ?? undefined],
  ['First name', ({ answers }) => answers.first_name],
  ['Last name', ({ answers }) => answers.last_name],
  ['Email', ({ answers }) => answers.email_1],
  ['Phone', ({ answers }) => answers.phone_1],
  ['Second phone', ({ answers }) => answers.phone_2],
  ['May be texted', ({ answers }) => (answers.sms_consent ? 'yes' : 'no')],
  ['Move-in', ({ answers }) => answers.target_move_in_date],
  ['Move-in not sure yet', ({ answers }) => (answers.move_in_not_sure ? 'yes' : undefined)],
  ['Bedrooms', ({ answers }) => answers.desired_num_bedrooms],
  ['Bathrooms', ({ answers }) => answers.desired_num_bathrooms],
  ['Budget in dollars', ({ answers }) => dollars(answers.desired_max_rent_in_cents)],
  ['Lease in months', ({ answers }) => answers.desired_lease_term_in_months],
  ['Floor plan', ({ answers }) => answers.floor_plan_id],
  ['Unit', ({ answers }) => answers.unit_id],
  ['Address', ({ answers }) => addressOf(answers)],
  ['Message', ({ answers }) => answers.notes],
  ['Other answers', ({ answers }) => otherAnswers(answers)],
  ['Language', ({ row }) => row.language ?? undefined],
  ['Source', ({ row }) => row.source],
  ['Campaign', ({ row }) => row.campaign],
  ['Source in the link', ({ attribution }) => attribution.source],
  ['Trust in the link', ({ row }) => row.trust?.replace('_', '-')],
  ['Form', ({ row }) => row.place ?? undefined],
  ['Website', ({ row }) => row.embed_origin ?? undefined],
  ['Page', ({ attribution }) => attribution.page],
  ['Referrer', ({ attribution }) => attribution.referrer],
  ['Short link', ({ row }) => row.link_code ?? undefined],
  ...[...utmKeys, ...clickKeys].map((key): Column => [key, ({ attribution }) => attribution.campaign[key]]),
  ['First came', ({ attribution }) => isoTime(attribution.first?.at)],
  ['First source', ({ attribution: { first } }) => first?.source ?? first?.campaign.utm_source],
  ['First campaign', ({ attribution }) => attribution.first?.campaign.utm_campaign],
];

function line(row: LeadRow): (string | number | undefined)[] {
  const facts = {
    row,
    answers: JSON.parse(row.answers) as LeadAnswers,
    attribution: JSON.parse(row.attribution) as Attribution,
  };
  return columns.map(([, value]) => value(facts));
}

/** UTC, to the second, as spreadsheets understand it. */
function isoTime(time: number | null | undefined): string | undefined {
  if (time === null || time === undefined) return undefined;
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : `${date.toISOString().slice(0, 19)}Z`;
}

function dollars(cents: number | undefined): number | undefined {
  return cents === undefined ? undefined : cents / 100;
}

function addressOf({ address_1, address_2, city, state, zip }: LeadAnswers): string {
  return [address_1, address_2, city, state, zip].filter(Boolean).join(', ');
}

function otherAnswers({ custom = [] }: LeadAnswers): string {
  return custom.map(({ id, question, answer }) => `${question ?? id}: ${answer}`).join('\n');
}
