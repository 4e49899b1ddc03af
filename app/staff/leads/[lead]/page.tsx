import type { Metadata } from 'next';
import Link from 'next/link';
import { textLink } from '#components/staff/buttons.ts';
import { LeadActs } from '#components/staff/lead-acts.tsx';
import { LeadFacts } from '#components/staff/lead-facts.tsx';
import { LookAgain } from '#components/staff/look-again.tsx';
import { NoSuchLead } from '#components/staff/no-such-lead.tsx';
import { Problem } from '#components/staff/problem.tsx';
import { SpamSigns } from '#components/staff/spam-signs.tsx';
import { StaffFrame } from '#components/staff/staff-frame.tsx';
import { StateLabel } from '#components/staff/state-label.tsx';
import { Timeline } from '#components/staff/timeline.tsx';
import { When } from '#components/staff/when.tsx';
import { setResponseStatus } from '#lib/app/response-status.ts';
import { runningApp } from '#lib/app/running-app.ts';
import { versionOf } from '#lib/staff/acts.ts';
import { saidAbout, wordsFor } from '#lib/staff/plain-words.ts';
import { mayDuplicate, possibleActs } from '#lib/staff/possible-acts.ts';
import { bodyForResMan, type LeadRecord, readLead } from '#lib/staff/read-lead.ts';
import { requireStaff } from '#lib/staff/session.ts';
import { timelineOf } from '#lib/staff/timeline.ts';
import { tell } from '#lib/staff/told.ts';
import { signOut } from '../../sign-out.ts';
import { foundIt, releaseIt, sendItAgain } from './acts.ts';

export const metadata: Metadata = { title: 'Lead', robots: { index: false } };

export default async function LeadPage({ params, searchParams }: PageProps<'/staff/leads/[lead]'>) {
  const { lead: id } = await params;
  const { email } = await requireStaff(`/staff/leads/${id}`);
  const { database, environment } = runningApp();
  const lead = await readLead(database, id);
  if (!lead) {
    setResponseStatus(404);
    return (
      <StaffFrame email={email} signOut={signOut}>
        <NoSuchLead />
      </StaffFrame>
    );
  }
  const { answers, property, delivery, now, receivedAt } = lead;
  const told = tell((await searchParams).told, lead, email);
  const words = wordsFor(delivery);
  const said = saidAbout(delivery);
  const timeZone = property.time_zone;
  return (
    <StaffFrame email={email} signOut={signOut}>
      <p>
        <Link
          href="/staff/leads"
          prefetch={false}
          className={`${textLink} inline-flex min-h-11 items-center`}
        >
          ← All leads
        </Link>
      </p>
      {told && (
        <div className="mt-2 mb-6">
          <Problem calm={told.calm}>{told.text}</Problem>
        </div>
      )}
      <h1 className="mt-1 text-balance break-words font-display text-4xl leading-tight">
        {answers.first_name} {answers.last_name}
      </h1>
      <p className="mt-1 text-muted">
        {property.name}, <When time={receivedAt} now={now} timeZone={timeZone} />
      </p>
      <section
        aria-label="Where it is"
        className="mt-6 rounded-2xl border border-line bg-surface p-5 shadow-sm sm:p-6"
      >
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <StateLabel state={delivery.state}>{words.label}</StateLabel>
          <span className="text-muted text-sm">
            since <When time={delivery.state_since} now={now} timeZone={timeZone} />
          </span>
        </p>
        <p className="mt-3 text-lg">{words.what}</p>
        {said && (
          <p className="mt-2 whitespace-pre-wrap break-words border-edge border-s-2 ps-3 font-mono text-sm">
            {said}
          </p>
        )}
        {delivery.record_id && <p className="mt-2 text-muted">Its id: {delivery.record_id}</p>}
        {delivery.state === 'quarantined' && <SpamSigns screening={lead.screening} />}
        {words.next && <p className="mt-2 max-w-prose">{words.next}</p>}
      </section>
      {inMotion.has(delivery.state) && <LookAgain leadId={id} />}
      <LeadActs
        leadId={id}
        seen={versionOf(delivery)}
        possible={possibleActs(delivery, now, environment.deliveryTimeScale)}
        mayDuplicate={mayDuplicate(delivery)}
        acts={{
          found: foundIt.bind(null, id),
          sendAgain: sendItAgain.bind(null, id),
          release: releaseIt.bind(null, id),
        }}
      />
      <div className="mt-6 space-y-6">
        <LeadFacts lead={lead} />
        <Timeline happenings={timelineOf(lead)} now={now} timeZone={timeZone} />
        <Body lead={lead} />
      </div>
    </StaffFrame>
  );
}

const inMotion = new Set<string>(['queued', 'sending', 'accepted']);

/** What a send carries, to the letter. */
function Body({ lead }: { lead: LeadRecord }) {
  return (
    <details className="rounded-2xl border border-line bg-surface p-5 shadow-sm sm:p-6">
      <summary className="min-h-11 cursor-pointer py-2.5 font-semibold">
        What is sent to ResMan, exactly
      </summary>
      <pre className="mt-4 overflow-x-auto whitespace-pre-wrap break-words rounded-md bg-canvas p-3 text-sm">
        {bodyText(lead)}
      </pre>
    </details>
  );
}

function bodyText(lead: LeadRecord): string {
  if (lead.delivery.reason === 'unreadable') return 'It cannot be put together with the present settings.';
  return JSON.stringify(bodyForResMan(lead), null, 2);
}
