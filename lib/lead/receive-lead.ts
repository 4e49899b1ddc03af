import { randomUUID } from 'node:crypto';
import { readAttribution } from '../attribution/read-attribution.ts';
import type { Database } from '../database/connect.ts';
import type { Property } from '../property/property.ts';
import { acceptLead } from './accept-lead.ts';
import { dayIn } from './calendar-date.ts';
import { wordingShown } from './consent.ts';
import { checkLead, type LeadFormState, pickValues } from './form-state.ts';

export interface Visit {
  /** The address of the page with the form. */
  page?: string | undefined;
  /** The client's network address. */
  address?: string | undefined;
  userAgent?: string | undefined;
}

export type ReceivedLead =
  | { receipt: string; isNew: boolean; state?: never }
  | { receipt?: never; status: 413 | 422 | 503; state: LeadFormState };

interface Surroundings {
  database: Database;
  now: number;
  log: { error(facts: object, message: string): void };
  metrics?: { leadAccepted(): void; leadNotSaved(): void };
}

/** One road for every way in: checks what was sent, accepts it durably, or hands all of it back with what is wrong. */
export async function receiveLead(
  { database, now, log, metrics }: Surroundings,
  property: Property,
  submission: { sent: Record<string, string>; tooLarge: boolean },
  visit: Visit,
): Promise<ReceivedLead> {
  const { sent, tooLarge } = submission;
  const values = pickValues(sent);
  const notSent = (status: 413 | 503, problem: string): ReceivedLead => ({
    status,
    state: { values, fieldErrors: {}, formErrors: [problem] },
  });
  if (tooLarge)
    return notSent(413, 'This is more than we can take at once. Shorten your message and send it again.');
  const { answers, fieldErrors } = checkLead(values, dayIn(property.time_zone, now));
  if (fieldErrors) return { status: 422, state: { values, fieldErrors, formErrors: [] } };
  try {
    const accepted = await acceptLead(database, {
      property,
      answers,
      attribution: readAttribution(sent),
      submissionId: readSubmissionId(sent.submission_id),
      ...(answers.sms_consent && answers.phone_1 ? { consent: { wording: wordingShown(sent) } } : {}),
      ...visit,
    });
    if (accepted.isNew) metrics?.leadAccepted();
    return accepted;
  } catch (error) {
    log.error({ err: error, property: property.slug }, 'a lead could not be saved');
    metrics?.leadNotSaved();
    return notSent(503, notSaved(property));
  }
}

/** Nothing was stored, so nothing may sound as if it was. */
function notSaved(property: Pick<Property, 'name' | 'phone'>): string {
  const call = property.phone ? `call ${property.name} at ${property.phone}` : `call ${property.name}`;
  return `We could not save this, and nothing was sent. Please ${call}, or try again in a few minutes. Everything you typed is still here.`;
}

/** Made by our form; anything else that is sent under this name does not identify a submission. */
function readSubmissionId(sent: string | undefined): string {
  return sent && /^[\w-]{16,64}$/.test(sent) ? sent : randomUUID();
}
