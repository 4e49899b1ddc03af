import { wordingField } from '#lib/lead/consent.ts';
import type { FieldProps, PublicForm } from './form-props.ts';
import { TickBox } from './tick-box.tsx';

/** Agreeing to text messages, in words that are sent along with the answer. */
export function ConsentField({ form, published }: { form: FieldProps['form']; published: PublicForm }) {
  const { consentWords, texts } = published;
  if (!consentWords) return null;
  return (
    <div>
      <input type="hidden" name={wordingField} value={consentWords} />
      <TickBox form={form} name="sms_consent" value="yes" small>
        {consentWords} <span className="whitespace-nowrap">{texts.form.optional}</span>
      </TickBox>
    </div>
  );
}
