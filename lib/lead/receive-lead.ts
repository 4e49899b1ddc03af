import { randomUUID } from 'node:crypto';
import { trustIn } from '../attribution/link-signature.ts';
import { attributionFields, readAttribution } from '../attribution/read-attribution.ts';
import type { Database } from '../database/connect.ts';
import type { Speech } from '../language/languages.ts';
import { fill, type Texts } from '../language/texts.ts';
import { askedQuestions } from '../property/asked-questions.ts';
import { findChosenHome } from '../property/homes/find-chosen-home.ts';
import type { Property } from '../property/property.ts';
import { newChallenge, type Work } from '../spam/challenge.ts';
import { screen } from '../spam/screen.ts';
import type { Verdict } from '../spam/verdict.ts';
import { acceptLead } from './accept-lead.ts';
import { dayIn } from './calendar-date.ts';
import { wordingShown } from './consent.ts';
import { hashContent } from './content-hash.ts';
import { embedOriginField, placeOf } from './form-place.ts';
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
  | { receipt?: never; status: 413 | 422 | 429 | 503; state: LeadFormState };

interface Surroundings {
  database: Database;
  now: number;
  log: { error(facts: object, message: string): void };
  metrics?: { leadAccepted(): void; leadNotSaved(): void; leadScreened(verdict: Verdict): void };
  /** Signs forms and challenges. */
  secret: string;
  /** Multiplies how long people need at least. */
  timeScale: number;
  /** What a browser is asked to prove; the usual work without it. */
  work?: Work;
}

/**
 * One road for every way in: checks what was sent, accepts it durably, or hands all of it back with what is wrong, in
 * the language of the person.
 */
export async function receiveLead(
  surroundings: Surroundings,
  property: Property,
  submission: { sent: Record<string, string>; tooLarge: boolean },
  visit: Visit,
  { language, texts }: Speech,
): Promise<ReceivedLead> {
  const { database, now, log, metrics, secret } = surroundings;
  const { sent, tooLarge } = submission;
  const back = handBack(sent);
  const notSent = (status: 413 | 429 | 503, problem: string): ReceivedLead => ({
    status,
    state: { ...back, formErrors: [problem] },
  });
  if (tooLarge) return notSent(413, texts.problems.tooMuch);
  const { answers, fieldErrors } = checkLead(
    back.values,
    dayIn(property.time_zone, now),
    texts,
    askedQuestions(property.fields, language),
  );
  if (fieldErrors) return { status: 422, state: { ...back, fieldErrors } };
  try {
    const contentHash = hashContent({ property, answers });
    const attribution = readAttribution(sent);
    const accepted = await acceptLead(database, {
      screening: await screen({ sent, answers, contentHash, address: visit.address }, surroundings),
      property,
      answers,
      language,
      home: await findChosenHome({ database, log }, property, answers, now),
      attribution,
      trust: trustIn(secret, property.slug, attribution, now),
      place: placeOf(sent),
      submissionId: readSubmissionId(sent.submission_id),
      ...(answers.sms_consent && answers.phone_1 ? { consent: { wording: wordingShown(sent) } } : {}),
      embedOrigin: property.embed_origins.find((origin) => origin === sent[embedOriginField]),
      ...visit,
    });
    const verdict = accepted.turnedBack ?? accepted.verdict;
    if (verdict) metrics?.leadScreened(verdict);
    if (accepted.turnedBack === 'refused') return notSent(429, tooMany(property, texts));
    if (accepted.turnedBack) {
      const challenge = await newChallenge(secret, contentHash, now, surroundings.work);
      return { status: 422, state: { ...back, formErrors: [texts.spam.notYet], challenge } };
    }
    if (accepted.isNew) metrics?.leadAccepted();
    return accepted;
  } catch (error) {
    log.error({ err: error, property: property.slug }, 'a lead could not be saved');
    metrics?.leadNotSaved();
    return notSent(503, notSaved(property, texts));
  }
}

/** Everything that was typed, and where the person came from, for the form to show and send again. */
export function handBack(sent: Record<string, string>): LeadFormState {
  return {
    values: pickValues(sent),
    fieldErrors: {},
    formErrors: [],
    attribution: [
      ...attributionFields(readAttribution(sent)),
      ...(sent[embedOriginField] ? [[embedOriginField, sent[embedOriginField]] as [string, string]] : []),
    ],
  };
}

/** Nothing was stored, so nothing may sound as if it was. */
function notSaved({ name, phone }: Pick<Property, 'name' | 'phone'>, { problems }: Texts): string {
  return phone
    ? fill(problems.notSavedCall, { property: name, phone })
    : fill(problems.notSaved, { property: name });
}

/** A flood from one network, behind which there may also be this person. */
function tooMany({ name, phone }: Pick<Property, 'name' | 'phone'>, { spam }: Texts): string {
  return phone ? fill(spam.tooManyCall, { property: name, phone }) : fill(spam.tooMany, { property: name });
}

/** Made by our form; anything else that is sent under this name does not identify a submission. */
function readSubmissionId(sent: string | undefined): string {
  return sent && /^[\w-]{16,64}$/.test(sent) ? sent : randomUUID();
}
