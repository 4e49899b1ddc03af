'use client';

import { zodResolver } from '@hookform/resolvers/zod';

import {
  type FormEvent,
  type ReactNode,
  useActionState,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';

import { type FieldErrors, type Resolver, useForm } from 'react-hook-form';
import { tellWebsite } from '#lib/embed/tell-website.ts';
import { wasSent } from '#lib/form-page/sent-form.ts';
import { fill } from '#lib/language/texts.ts';
import { checkCustomAnswers } from '#lib/lead/custom-answers.ts';
import { placeField, schemeField } from '#lib/lead/form-place.ts';
import { type LeadFormState, pickValues, untouched } from '#lib/lead/form-state.ts';
import { type AnswerName, type LeadValues, leadSchema } from '#lib/lead/schema.ts';
import { allFields, inputNames } from '#lib/lead/shown-fields.ts';
import { card } from '../page/card.ts';
import { ErrorSummary } from './error-summary.tsx';
import { FirstFocus } from './first-focus.tsx';
import { formId, type LeadAction, type PublicForm } from './form-props.ts';
import { isLanguageSwitch } from './is-language-switch.ts';
import { KeptNotice } from './kept-notice.tsx';
import { LeadFields } from './lead-fields.tsx';
import { hasNoOrigin, sendNatively } from './send-natively.ts';
import { SendingNotice } from './sending-notice.tsx';
import { TrapField } from './trap-field.tsx';
import { useSending } from './use-sending.ts';
import { VisitFields } from './visit-fields.tsx';

interface Props {
  published: PublicForm;
  /** Identifies this rendering of the form: sent twice, it is one lead. */
  submissionId: string;
  /** Where the person came from, as hidden fields. */
  attribution: [name: string, value: string][];
  /** Answers that the link brought along. */
  prefilled: LeadValues;
  action: LeadAction;
  /** Under the button: what becomes of what is sent. */
  privacyNotice: ReactNode;
}

/**
 * The form posts to its server action with and without JavaScript. With it, React Hook Form stops a submit that the
 * schema refuses, and a send that fails on the way is tried again over the plain endpoint.
 */
export function LeadForm({ published, submissionId, attribution, prefilled, action, privacyNotice }: Props) {
  const [fresh] = useState<LeadFormState>({ ...untouched, values: prefilled });
  const [answered, formAction] = useActionState(action, fresh);
  const [latest, setLatest] = useState<LeadFormState>();
  const state = latest ?? answered;
  const { sending, proving, send, ...progress } = useSending(published, action, setLatest);
  const formRef = useRef<HTMLFormElement>(null);
  const summaryRef = useRef<HTMLElement>(null);
  useChoicesMadeEarly();
  useEffect(() => {
    const form = formRef.current;
    if (!form) return;
    form.dataset.started = 'yes';
    // Back from the status page: this is the very form that was sent, and the next person needs one of their own.
    if (wasSent(form)) location.replace(location.pathname + location.search);
  }, []);

  const underWay = sending && !progress.trouble;
  useEffect(() => {
    // What is typed while the form is on its way would not be sent with it. (Later tries stop when something changes.)
    for (const field of formRef.current?.querySelectorAll<HTMLInputElement>('input, textarea') ?? [])
      field.readOnly = underWay;
  }, [underWay]);

  const serverErrors = useMemo(() => toFieldErrors(state.fieldErrors), [state]);
  const { register, handleSubmit, formState } = useForm<LeadValues>({
    resolver: domResolver(formRef, published),
    errors: serverErrors,
    shouldFocusError: false,
  });
  const fieldErrors = fromFieldErrors(formState.errors);
  const { submitCount } = formState;
  const problem = problemIn(fieldErrors, state.formErrors);
  // Every submit that was turned down, here or by the server, leads to what is wrong.
  useEffect(() => {
    if (submitCount > 0) summaryRef.current?.focus();
    if (problem) tellWebsite('error', { problem });
  }, [state, submitCount]);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    // The browser itself takes what was typed to the same page in another language.
    if (isLanguageSwitch(event.nativeEvent)) return;
    const form = event.currentTarget;
    if (sending) return event.preventDefault();
    return handleSubmit(() =>
      hasNoOrigin() ? sendNatively(form, published) : send(state, new FormData(form)),
    )(event);
  };

  const { texts } = published;
  const form = { register, values: state.values, error: (name: AnswerName) => fieldErrors[name], texts };
  const { contact, wishes, end } = published.layout;
  const order = inputNames(allFields(published.layout));
  return (
    <form
      ref={formRef}
      id={formId}
      data-draft={published.slug}
      action={formAction}
      onSubmit={submit}
      onInput={() => progress.stop('changed')}
      noValidate
      className={published.place === 'page' ? card : undefined}
    >
      <title>
        {(problem ? texts.page.errorPrefix : '') + fill(texts.page.formTitle, { property: published.name })}
      </title>
      <KeptNotice texts={texts.keeping} />
      <ErrorSummary
        summaryRef={summaryRef}
        fieldErrors={fieldErrors}
        order={order}
        formErrors={state.formErrors}
        heading={texts.form.problem}
        place={published.place}
      />
      <input type="hidden" name="lang" value={published.language} />
      <input type="hidden" name={placeField} value={published.place} />
      {published.scheme && <input type="hidden" name={schemeField} value={published.scheme} />}
      {notShown(state, order).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TrapField label={texts.form.leaveEmpty} />
      <section aria-labelledby="about-you">
        <h2 id="about-you" className="mb-4 font-display text-xl">
          {texts.form.howWeReachYou}
        </h2>
        <LeadFields form={form} published={published} items={contact} />
      </section>
      {wishes.length > 0 && (
        <section aria-labelledby="your-home" className="mt-9 border-line border-t pt-8">
          <h2 id="your-home" className="font-display text-xl">
            {texts.form.whatYouLookFor}
          </h2>
          <p className="mt-0.5 mb-4 text-muted text-sm">{texts.form.allOptional}</p>
          <LeadFields form={form} published={published} items={wishes} />
        </section>
      )}
      <div className="mt-8 space-y-5">
        <LeadFields form={form} published={published} items={end} />
        <SendingNotice {...progress} published={published} />
        <button type="submit" aria-disabled={sending} className="button w-full sm:w-auto">
          {sending ? texts.form.sending : texts.form.send}
        </button>
        {/* A button that changes its name under the focus is not read out, nor a region that comes with its words. */}
        <p role="status" className={proving ? 'font-medium' : 'sr-only'}>
          {proving ? texts.form.oneMoment : sending && texts.form.sending}
        </p>
        {privacyNotice}
      </div>
      {state === fresh && <FirstFocus slug={published.slug} place={published.place} />}
      <VisitFields submissionId={submissionId} attribution={state.attribution ?? attribution} />
    </form>
  );
}

function problemIn(fieldErrors: LeadFormState['fieldErrors'], formErrors: string[]) {
  if (Object.keys(fieldErrors).length > 0) return 'invalid';
  return formErrors.length > 0 ? 'not_saved' : undefined;
}

/**
 * Answers to what this form does not ask, such as those of a page from before its questions were changed: they travel
 * on unseen, but for a wrong one, which nobody could mend, and for a consent, which must be seen to be given.
 */
function notShown({ values, fieldErrors }: LeadFormState, shown: readonly AnswerName[]): [string, string][] {
  return Object.entries(values).filter(([key, value]) => {
    const name = key as AnswerName;
    return value && name !== 'sms_consent' && !shown.includes(name) && !fieldErrors[name];
  }) as [string, string][];
}

/**
 * Validates what is in the fields, not what React Hook Form remembers: text that was typed or filled in before the
 * scripts had loaded counts like any other.
 */
function domResolver(
  form: { current: HTMLFormElement | null },
  { today, texts, layout }: PublicForm,
): Resolver<LeadValues> {
  const validate = zodResolver(leadSchema({ today, texts }), undefined, { raw: true });
  const questions = allFields(layout).flatMap((field) => (field.type ? [field] : []));
  return async (values, context, options) => {
    const typed = form.current ? Object.fromEntries(new FormData(form.current)) : values;
    const picked = pickValues(typed as Record<string, string>);
    const checked = await validate(picked, context, options);
    const { fieldErrors } = checkCustomAnswers(picked, questions, texts);
    if (Object.keys(fieldErrors).length === 0) return checked;
    return { values: {}, errors: { ...checked.errors, ...toFieldErrors(fieldErrors) } };
  };
}

function toFieldErrors(errors: LeadFormState['fieldErrors']): FieldErrors<LeadValues> {
  return Object.fromEntries(
    Object.entries(errors).map(([name, message]) => [name, { type: 'server', message: message ?? '' }]),
  );
}

function fromFieldErrors(errors: FieldErrors<LeadValues>): LeadFormState['fieldErrors'] {
  return Object.fromEntries(
    Object.entries(errors).flatMap(([name, error]) => (error?.message ? [[name, error.message]] : [])),
  );
}

/**
 * When React takes over the server's page it checks the radio buttons again that the server had checked, and so undoes
 * a choice made before (its `initInput`, 19.3): what is checked by then is noted, and checked again.
 */
function useChoicesMadeEarly(): void {
  const [checked] = useState(() =>
    typeof document === 'undefined'
      ? []
      : [...document.querySelectorAll<HTMLInputElement>('form input:checked')],
  );
  useLayoutEffect(() => {
    for (const input of checked) input.checked = true;
  }, [checked]);
}
