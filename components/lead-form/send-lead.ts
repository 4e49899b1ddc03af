import { unstable_rethrow } from 'next/navigation';
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
  const values = pickValues(fields);
  try {
    const response = await fetch(`/api/leads/${published.slug}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(fields),
    });
    const answer = await response.json();
    if (response.status === 201) {
      location.assign(answer.status_url);
      return { values, fieldErrors: {}, formErrors: [] };
    }
    return { values, fieldErrors: answer.field_errors ?? {}, formErrors: answer.form_errors ?? [] };
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
    const call = published.phone ? ` or call ${published.phone}` : '';
    return {
      values,
      fieldErrors: {},
      formErrors: [
        `We could not reach ${published.name}’s website. Check your connection and send again${call}. Everything you typed is still here.`,
      ],
    };
  }
}
