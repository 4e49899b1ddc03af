'use server';

import { redirect } from 'next/navigation';
import { runningApp } from '#lib/app/running-app.ts';
import { cleanLine } from '#lib/lead/clean-text.ts';
import { type ActRequest, type ActResult, markFound, release, sendAgain } from '#lib/staff/acts.ts';
import { requireStaff } from '#lib/staff/session.ts';
import { outcomes } from '#lib/staff/told.ts';

export async function foundIt(lead: string, form: FormData): Promise<void> {
  const desk = await deskFor(lead, form);
  const recordId = cleanLine(textOf(form, 'record_id'));
  if (recordId.length > 100) redirect(`${desk.page}?told=too-long`);
  desk.end(await markFound(desk.office, desk.request, recordId || undefined));
}

export async function sendItAgain(lead: string, form: FormData): Promise<void> {
  const desk = await deskFor(lead, form);
  desk.end(await sendAgain(desk.office, desk.request, form.get('confirmed') === 'yes'));
}

export async function releaseIt(lead: string, form: FormData): Promise<void> {
  const desk = await deskFor(lead, form);
  desk.end(await release(desk.office, desk.request));
}

/** Who acts, on which lead as they saw it, and the way back to its page. */
async function deskFor(lead: string, form: FormData) {
  const page = `/staff/leads/${encodeURIComponent(String(lead))}`;
  const { email } = await requireStaff(page);
  const { database, environment, worker } = runningApp();
  const request: ActRequest = { leadId: String(lead), seen: textOf(form, 'seen'), who: email };
  return {
    page,
    request,
    office: { database, timeScale: environment.deliveryTimeScale },
    end(result: ActResult): never {
      if (result === 'done') worker.wake();
      redirect(`${page}?told=${outcomes[result]}`);
    },
  };
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
