import type { ReactNode } from 'react';
import type { LeadAnswers } from '#lib/lead/schema.ts';
import { homeRemark } from '#lib/property/homes/chosen-home.ts';
import { answerLabels } from '#lib/staff/answer-labels.ts';
import type { LeadRecord } from '#lib/staff/read-lead.ts';
import { textLink } from './buttons.ts';
import { CameFrom } from './came-from.tsx';
import { ConsentRecord } from './consent-record.tsx';

/** Who it is, what they want, and how they came. */
export function LeadFacts({ lead }: { lead: LeadRecord }) {
  const { answers } = lead;
  const wishes = wishNames.flatMap((name) => {
    const value = wish(name, answers);
    return value ? [[labels[name] ?? answerLabels[name] ?? name, value] as const] : [];
  });
  const address = [answers.address_1, answers.address_2, answers.city, answers.state, answers.zip].filter(
    Boolean,
  );
  return (
    <section
      aria-labelledby="facts"
      className="rounded-2xl border border-line bg-surface p-5 shadow-sm sm:p-6"
    >
      <h2 id="facts" className="font-semibold text-xl">
        What they said
      </h2>
      <dl className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-3 sm:grid-cols-[minmax(0,12rem)_minmax(0,1fr)]">
        {answers.email_1 && (
          <Fact term="Email">
            <a href={`mailto:${encodeURIComponent(answers.email_1)}`} className={`${textLink} inline-block`}>
              {answers.email_1}
            </a>
          </Fact>
        )}
        {answers.phone_1 && (
          <Fact term="Phone">
            <a href={`tel:${answers.phone_1.replace(/[^\d+]/g, '')}`} className={`${textLink} inline-block`}>
              {answers.phone_1}
            </a>
            {answers.phone_1_type && ` (${answers.phone_1_type.toLowerCase()})`}
          </Fact>
        )}
        {answers.phone_2 && <Fact term="Second phone">{answers.phone_2}</Fact>}
        {wishes.map(([term, value]) => (
          <Fact key={term} term={term}>
            {value}
          </Fact>
        ))}
        {lead.home && <Fact term="Home they chose">{describeHome(lead.home, answers)}</Fact>}
        {address.length > 0 && <Fact term="Address">{address.join(', ')}</Fact>}
        {(answers.custom ?? []).map(({ id, question, answer }) => (
          <Fact key={id} term={question ?? id}>
            <span className="whitespace-pre-wrap">{answer}</span>
          </Fact>
        ))}
        {answers.notes && (
          <Fact term="Message">
            <span className="whitespace-pre-wrap">{answers.notes}</span>
          </Fact>
        )}
        <Fact term="Source">
          <CameFrom lead={lead} />
        </Fact>
        <Fact term="Text messages">
          <ConsentRecord lead={lead} />
        </Fact>
        <Fact term="Reference">{lead.reference}</Fact>
      </dl>
    </section>
  );
}

function describeHome(home: NonNullable<LeadRecord['home']>, answers: LeadAnswers): string {
  return homeRemark(home, answers) ?? home.name ?? '';
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted max-sm:text-sm">{term}</dt>
      <dd className="min-w-0 break-words max-sm:-mt-2.5">{children}</dd>
    </>
  );
}

const wishNames = [
  'target_move_in_date',
  'desired_num_bedrooms',
  'desired_num_bathrooms',
  'desired_max_rent_in_cents',
  'desired_lease_term_in_months',
  'floor_plan_id',
  'unit_id',
] as const;
const labels: Partial<Record<(typeof wishNames)[number], string>> = {
  desired_max_rent_in_cents: 'Budget',
  desired_lease_term_in_months: 'Lease length',
};

function wish(name: (typeof wishNames)[number], answers: LeadAnswers): string | undefined {
  const value = answers[name];
  if (name === 'target_move_in_date' && answers.move_in_not_sure)
    return value ? `${value}, not sure yet` : 'Not sure yet';
  if (value === undefined) return undefined;
  switch (name) {
    case 'desired_num_bedrooms':
      return value === 0 ? 'Studio' : String(value);
    case 'desired_max_rent_in_cents':
      return `$${(Number(value) / 100).toLocaleString('en-US')} a month`;
    case 'desired_lease_term_in_months':
      return `${value} months`;
    default:
      return String(value);
  }
}
