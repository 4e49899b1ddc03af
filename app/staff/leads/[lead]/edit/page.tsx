import type { Metadata } from 'next';
import Link from 'next/link';
import { textLink } from '#components/staff/buttons.ts';
import { EditForm } from '#components/staff/edit-form.tsx';
import { NoSuchLead } from '#components/staff/no-such-lead.tsx';
import { StaffFrame } from '#components/staff/staff-frame.tsx';
import { setResponseStatus } from '#lib/app/response-status.ts';
import { runningApp } from '#lib/app/running-app.ts';
import { versionOf } from '#lib/staff/acts.ts';
import { editableFields, valuesOf } from '#lib/staff/edit-lead.ts';
import { possibleActs } from '#lib/staff/possible-acts.ts';
import { readLead } from '#lib/staff/read-lead.ts';
import { refusedFields } from '#lib/staff/refusal-advice.ts';
import { requireStaff } from '#lib/staff/session.ts';
import { signOut } from '../../../sign-out.ts';
import { correctLead } from './edit-lead.ts';

export const metadata: Metadata = { title: 'Edit and send', robots: { index: false } };

export default async function EditPage({ params }: PageProps<'/staff/leads/[lead]/edit'>) {
  const { lead: id } = await params;
  const { email } = await requireStaff(`/staff/leads/${id}/edit`);
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
  const { answers, delivery, now } = lead;
  const values = valuesOf(answers);
  const refused = delivery.state === 'failed' ? refusedFields(delivery.detail ?? '') : {};
  return (
    <StaffFrame email={email} signOut={signOut}>
      <p>
        <Link
          href={`/staff/leads/${id}`}
          prefetch={false}
          className={`${textLink} inline-flex min-h-11 items-center`}
        >
          ← Back without changing anything
        </Link>
      </p>
      <h1 className="mt-1 text-balance break-words font-display text-4xl leading-tight">
        Edit and send {answers.first_name} {answers.last_name}
      </h1>
      <EditForm
        action={correctLead.bind(null, id)}
        seen={versionOf(delivery)}
        possible={possibleActs(delivery, now, environment.deliveryTimeScale).editAndSend}
        fields={editableFields(values, Object.keys(refused))}
        questions={Object.fromEntries(
          (answers.custom ?? []).map(({ id, question }) => [`question_${id}`, question ?? id]),
        )}
        values={values}
        refused={refused}
        refusal={delivery.detail}
      />
    </StaffFrame>
  );
}
