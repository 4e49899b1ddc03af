import { fill, fillCounted } from '#lib/language/texts.ts';
import { wordingField } from '#lib/lead/consent.ts';
import { ChoiceField } from './choice-field.tsx';
import type { FieldProps, PublicForm } from './form-props.ts';
import { MessageField, TextField } from './text-field.tsx';
import { TickBox } from './tick-box.tsx';

type Props = { form: FieldProps['form']; published: PublicForm };

/** How to reach the person: the only part that has to be answered. */
export function ContactFields({ form, published }: Props) {
  const asksPhone = published.fields.includes('phone_1');
  const { labels, hints } = published.texts;
  return (
    <div className="space-y-5">
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField form={form} name="first_name" autoComplete="given-name" spellCheck={false} />
        <TextField form={form} name="last_name" autoComplete="family-name" spellCheck={false} />
      </div>
      <TextField
        form={form}
        name="email_1"
        {...(asksPhone ? { hint: hints.email_1 } : {})}
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
      />
      {asksPhone && (
        <div>
          <TextField form={form} name="phone_1" type="tel" inputMode="tel" autoComplete="tel" />
          <div className="mt-1.5">
            <TickBox form={form} name="phone_1_type" value="MOBILE">
              {labels.phone_1_type}
            </TickBox>
          </div>
        </div>
      )}
    </div>
  );
}

const counted = (...values: string[]) => values.map((value) => [value, value] as const);

/** What they are looking for: any of it helps, none of it is needed. */
export function WishFields({ form, published }: Props) {
  const asks = (name: (typeof published.fields)[number]) => published.fields.includes(name);
  const { texts } = published;
  const { any, studio, months } = texts.form;
  return (
    <div className="space-y-6">
      {asks('target_move_in_date') && (
        <div>
          <TextField form={form} name="target_move_in_date" type="date" min={published.today} narrow />
          <div className="mt-1.5">
            <TickBox form={form} name="move_in_not_sure" value="yes">
              {texts.labels.move_in_not_sure}
            </TickBox>
          </div>
        </div>
      )}
      {asks('desired_num_bedrooms') && (
        <ChoiceField
          form={form}
          name="desired_num_bedrooms"
          none={any}
          choices={[['0', studio], ...counted('1', '2', '3', '4')]}
        />
      )}
      {asks('desired_num_bathrooms') && (
        <ChoiceField
          form={form}
          name="desired_num_bathrooms"
          none={any}
          choices={counted('1', '1.5', '2', '3')}
        />
      )}
      {asks('desired_max_rent') && (
        <TextField form={form} name="desired_max_rent" prefix="$" inputMode="decimal" narrow />
      )}
      {asks('desired_lease_term_in_months') && (
        <ChoiceField
          form={form}
          name="desired_lease_term_in_months"
          none={any}
          choices={[6, 12, 18, 24].map((term) => [String(term), fillCounted(texts, months, term)] as const)}
        />
      )}
      {asks('notes') && <MessageField form={form} name="notes" />}
    </div>
  );
}

export function ConsentField({ form, published }: Props) {
  if (!published.fields.includes('sms_consent') || !published.fields.includes('phone_1')) return null;
  const { texts } = published;
  const wording = fill(texts.consent.sms, { property: published.name });
  return (
    <div>
      <input type="hidden" name={wordingField} value={wording} />
      <TickBox form={form} name="sms_consent" value="yes" small>
        {wording} <span className="whitespace-nowrap">{texts.form.optional}</span>
      </TickBox>
    </div>
  );
}
