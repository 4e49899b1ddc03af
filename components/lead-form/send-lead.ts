import { unstable_rethrow } from 'next/navigation';
import { fill } from '#lib/language/texts.ts';
import { type LeadFormState, pickValues } from '#lib/lead/form-state.ts';
import type { LeadAction, PublicForm } from './form-props.ts';

/**
 * Sends a checked form. The server action answers with a redirect to the status page, or with what is wrong. When the
 * action cannot be called (an old page after a deploy, a broken connection), the same fields go to the plain endpoint,
 * whose address never changes; the submission id in them keeps a lead that did arrive from becoming two.
 */
export async function sendLead(
  published: PublicForm,
  action: LeadAction,
  state: LeadFormState,
  form: FormData,
): Promise<LeadFormState> {
  try {
    return await action(state, form);
  } catch (error) {
    unstable_rethrow(error);
    return sendPlainly(published, form);
  }
}

async function sendPlainly(published: PublicForm, form: FormData): Promise<LeadFormState> {
  const fields = Object.fromEntries([...form].filter(([name]) => !name.startsWith('$ACTION'))) as Record<
    string,
    string
  >;
  const answer = await postFields(published.slug, fields);
  const state = {
    values: pickValues(fields),
    fieldErrors: answer.field_errors ?? {},
    formErrors: answer.form_errors ?? [],
  };
  if (answer.receipt) {
    location.assign(`/status/${answer.receipt}`);
    return state;
  }
  if (Object.keys(state.fieldErrors).length > 0 || state.formErrors.length > 0) return state;
  const { notSent, notSentCall } = published.texts.problems;
  const problem = published.phone ? fill(notSentCall, { phone: published.phone }) : notSent;
  return { ...state, formErrors: [problem] };
}

interface PlainAnswer {
  receipt?: string;
  field_errors?: LeadFormState['fieldErrors'];
  form_errors?: string[];
}

/** Empty when there was no answer, or one of somebody in between. */
async function postFields(slug: string, fields: Record<string, string>): Promise<PlainAnswer> {
  try {
    const response = await fetch(`/api/leads/${slug}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(fields),
    });
    return await response.json();
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return {};
    throw error;
  }
}
