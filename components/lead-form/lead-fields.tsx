import { smsConsentWording, wordingField } from '#lib/lead/consent.ts';
import { ChoiceField } from './choice-field.tsx';
import type { FieldProps, PublicForm } from './form-props.ts';
import { MessageField, TextField } from './text-field.tsx';
import { TickBox } from './tick-box.tsx';

type Props = { form: FieldProps['form']; published: PublicForm };

/** How to reach the person: the only part that has to be answered. */
export function ContactFields({ form, published }: Props) {
  const asksPhone = published.fields.includes('phone_1');
  return (
    <div className="space-y-5">
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          form={form}
          name="first_name"
          label="First name"
          autoComplete="given-name"
          spellCheck={false}
        />
        <TextField
          form={form}
          name="last_name"
          label="Last name"
          autoComplete="family-name"
          spellCheck={false}
        />
      </div>
      <TextField
        form={form}
        name="email_1"
        label="Email"
        {...(asksPhone ? { hint: 'Email or phone: one of them is enough' } : {})}
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
      />
      {asksPhone && (
        <div>
          <TextField form={form} name="phone_1" label="Phone" type="tel" inputMode="tel" autoComplete="tel" />
          <div className="mt-1.5">
            <TickBox form={form} name="phone_1_type" value="MOBILE">
              This number can receive texts
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
  return (
    <div className="space-y-6">
      {asks('target_move_in_date') && (
        <div>
          <TextField
            form={form}
            name="target_move_in_date"
            label="Move-in date"
            type="date"
            min={published.today}
            narrow
          />
          <div className="mt-1.5">
            <TickBox form={form} name="move_in_not_sure" value="yes">
              Not sure yet
            </TickBox>
          </div>
        </div>
      )}
      {asks('desired_num_bedrooms') && (
        <ChoiceField
          form={form}
          name="desired_num_bedrooms"
          legend="Bedrooms"
          none="Any"
          choices={[['0', 'Studio'], ...counted('1', '2', '3', '4')]}
        />
      )}
      {asks('desired_num_bathrooms') && (
        <ChoiceField
          form={form}
          name="desired_num_bathrooms"
          legend="Bathrooms"
          none="Any"
          choices={counted('1', '1.5', '2', '3')}
        />
      )}
      {asks('desired_max_rent') && (
        <TextField
          form={form}
          name="desired_max_rent"
          label="Most you would like to pay a month"
          prefix="$"
          inputMode="decimal"
          narrow
        />
      )}
      {asks('desired_lease_term_in_months') && (
        <ChoiceField
          form={form}
          name="desired_lease_term_in_months"
          legend="Lease length"
          none="Any"
          choices={[
            ['6', '6 months'],
            ['12', '12 months'],
            ['18', '18 months'],
            ['24', '24 months'],
          ]}
        />
      )}
      {asks('notes') && <MessageField form={form} name="notes" label="Message" />}
    </div>
  );
}

export function ConsentField({ form, published }: Props) {
  if (!published.fields.includes('sms_consent') || !published.fields.includes('phone_1')) return null;
  const wording = smsConsentWording(published.name);
  return (
    <div>
      <input type="hidden" name={wordingField} value={wording} />
      <TickBox form={form} name="sms_consent" value="yes" small>
        {wording} <span className="whitespace-nowrap">(Optional)</span>
      </TickBox>
    </div>
  );
}
