'use server';

import { redirect } from 'next/navigation';
import type { EditState } from '#components/staff/edit-form.tsx';
import { setResponseStatus } from '#lib/app/response-status.ts';
import { runningApp } from '#lib/app/running-app.ts';
import { pickValues } from '#lib/lead/form-state.ts';
import { readFormData } from '#lib/lead/read-submission.ts';
import { editAndSend } from '#lib/staff/acts.ts';
import { checkEdit } from '#lib/staff/edit-lead.ts';
import { readLead } from '#lib/staff/read-lead.ts';
import { currentStaff, signInAddress } from '#lib/staff/session.ts';
import { lastAct, outcomes } from '#lib/staff/told.ts';

/** Saves the corrections and sends, or hands back everything that was typed with what is wrong. */
export async function correctLead(lead: string, _previous: EditState, form: FormData): Promise<EditState> {
  const { database, environment, worker, log } = runningApp();
  const page = `/staff/leads/${encodeURIComponent(String(lead))}`;
  const { sent, tooLarge } = readFormData(form);
  const values = pickValues(sent);
  const back = (status: number, problem?: string, fieldErrors: EditState['fieldErrors'] = {}): EditState => {
    setResponseStatus(status);
    return { values, fieldErrors, formErrors: problem ? [problem] : [] };
  };
  let next: string;
  try {
    const staff = await currentStaff();
    if (!staff) next = signInAddress(`${page}/edit`);
    else {
      const record = await readLead(database, String(lead));
      if (!record) return back(404, 'There is no such lead.');
      if (tooLarge) return back(413, 'This is more than we can take at once. Shorten the message.');
      const { answers, fieldErrors } = checkEdit(record, values);
      if (fieldErrors) return back(422, undefined, fieldErrors);
      const office = { database, timeScale: environment.deliveryTimeScale };
      const request = { leadId: record.id, seen: sent.seen ?? '', who: staff.email };
      const result = await editAndSend(office, request, answers);
      if (result === 'changed' || result === 'not_possible') {
        const meanwhile = lastAct((await readLead(database, record.id)) ?? record) ?? '';
        return back(
          409,
          `This lead has changed since you opened the form, so nothing was saved and nothing was sent. ${meanwhile} What you typed is still here, to copy.`,
        );
      }
      if (result === 'done') worker.wake();
      next = `${page}?told=${outcomes[result]}`;
    }
  } catch (error) {
    log.error({ err: error }, 'a correction could not be saved');
    return back(
      503,
      'We could not save this, and nothing was sent. What you typed is still here; try again in a minute.',
    );
  }
  redirect(next);
}
