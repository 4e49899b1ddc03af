'use client';

import { useActionState } from 'react';
import type { LeadFormState } from '#lib/lead/form-state.ts';
import type { AnswerName, LeadValues } from '#lib/lead/schema.ts';
import { mainButton } from './buttons.ts';
import { EditField } from './edit-field.tsx';
import { Problem } from './problem.tsx';

export type EditState = LeadFormState;

interface Props {
  action: (previous: EditState, form: FormData) => Promise<EditState>;
  /** The version of the delivery that this page shows. */
  seen: string;
  /** Whether this lead can be corrected and sent as it is now. */
  possible: boolean;
  fields: AnswerName[];
  /** The property's own questions. */
  questions: Partial<Record<AnswerName, string>>;
  values: LeadValues;
  /** What the refusal says about each field. */
  refused: Partial<Record<AnswerName, string>>;
  /** All that was said. */
  refusal: string | null;
}

const untouched: EditState = { values: {}, fieldErrors: {}, formErrors: [] };

/** The renter's answers, to be corrected. Everything typed comes back with what is wrong. */
export function EditForm({ action, seen, possible, fields, questions, values, refused, refusal }: Props) {
  const [state, submit, pending] = useActionState(action, untouched);
  const isFirst = state === untouched || isUntouched(state);
  if (isFirst && !possible)
    return <p className="mt-4 text-lg text-muted">This lead cannot be corrected and sent as it is now.</p>;
  const shown = isFirst ? values : state.values;
  const errors = isFirst ? said(refused) : state.fieldErrors;
  const wrong = fields.find((name) => errors[name]);
  return (
    <form action={submit} noValidate className="mt-6 max-w-2xl space-y-5">
      {state.formErrors.map((message) => (
        <Problem key={message} answer={state}>
          {message}
        </Problem>
      ))}
      {isFirst && refusal && (
        <div className="rounded-xl border border-line bg-surface p-4">
          <p className="font-medium">This was said about it:</p>
          <p className="mt-1 whitespace-pre-wrap break-words font-mono text-sm">{refusal}</p>
        </div>
      )}
      <input type="hidden" name="seen" value={seen} />
      {fields.map((name) => (
        <EditField
          key={name}
          name={name}
          question={questions[name]}
          value={shown[name] ?? ''}
          error={errors[name]}
          autoFocus={name === wrong && state.formErrors.length === 0}
        />
      ))}
      <div className="space-y-3 pt-2">
        <p className="text-muted">
          What it said before is kept in the history. Consent to text messages stays only with the number it
          was given for.
        </p>
        <button type="submit" aria-disabled={pending} className={mainButton}>
          {pending ? 'Saving…' : 'Save and send'}
        </button>
      </div>
    </form>
  );
}

/** Without JavaScript the server hands over a copy of the state. */
function isUntouched({ values, fieldErrors, formErrors }: EditState): boolean {
  return [values, fieldErrors, formErrors].every((part) => Object.keys(part).length === 0);
}

function said(refused: Props['refused']): LeadFormState['fieldErrors'] {
  return Object.fromEntries(
    Object.entries(refused).map(([name, message]) => [name, `This was refused: “${message}”`]),
  );
}
