'use server';

import type { LeadFormState } from '#lib/lead/form-state.ts';
import { answerForm } from './answer-form.ts';

/** Pages from before a deploy call it: its file, its name and its arguments stay as they are. */
export async function submitLead(
  slug: string,
  _previous: LeadFormState,
  form: FormData,
): Promise<LeadFormState> {
  return answerForm(slug, form);
}
