import { fillCounted } from '#lib/language/texts.ts';
import { choices } from '#lib/lead/choices.ts';
import type { ShownField } from '#lib/lead/shown-fields.ts';
import { ChoiceField } from './choice-field.tsx';
import { ConsentField } from './consent-field.tsx';
import type { FieldProps, PublicForm } from './form-props.ts';
import { HomesField } from './homes-field.tsx';
import { MessageField, TextField } from './text-field.tsx';
import { TickBox } from './tick-box.tsx';

interface Props {
  form: FieldProps['form'];
  published: PublicForm;
  field: ShownField;
}

/** Any question of a form, as the control that suits it. */
export function LeadField({ form, published, field }: Props) {
  const { texts } = form;
  const { any, studio, months, noAnswer } = texts.form;
  const { name, label, hint } = field;
  const asked = { form, name, label, ...(hint ? { hint } : {}) };
  switch (field.type) {
    case 'text':
      return <TextField {...asked} />;
    case 'long_text':
      return <MessageField {...asked} />;
    case 'choice':
    case 'yes_no':
      return <ChoiceField {...asked} none={noAnswer} choices={field.choices} />;
  }
  switch (field.name) {
    case 'first_name':
    case 'last_name':
      return <TextField {...asked} spellCheck={false} />;
    case 'email_1':
      return <TextField {...asked} type="email" inputMode="email" autoCapitalize="none" spellCheck={false} />;
    case 'phone_1':
    case 'phone_2':
      return (
        <>
          <TextField {...asked} type="tel" inputMode="tel" />
          <div className="mt-1.5">
            <TickBox form={form} name={`${field.name}_type`} value="MOBILE">
              {texts.labels[`${field.name}_type`]}
            </TickBox>
          </div>
        </>
      );
    case 'target_move_in_date':
      return (
        <>
          <TextField {...asked} type="date" min={published.today} narrow />
          <div className="mt-1.5">
            <TickBox form={form} name="move_in_not_sure" value="yes">
              {texts.labels.move_in_not_sure}
            </TickBox>
          </div>
        </>
      );
    case 'desired_num_bedrooms':
      return (
        <ChoiceField
          {...asked}
          none={any}
          choices={choices[field.name].map((rooms) => [rooms, rooms === '0' ? studio : rooms])}
        />
      );
    case 'desired_num_bathrooms':
      return (
        <ChoiceField {...asked} none={any} choices={choices[field.name].map((rooms) => [rooms, rooms])} />
      );
    case 'desired_max_rent':
      return <TextField {...asked} prefix="$" inputMode="decimal" narrow />;
    case 'desired_lease_term_in_months':
      return (
        <ChoiceField
          {...asked}
          none={any}
          choices={choices[field.name].map((term) => [term, fillCounted(texts, months, Number(term))])}
        />
      );
    case 'floor_plan_id':
    case 'unit_id':
      return published.homes ? <HomesField {...asked} homes={published.homes} /> : null;
    case 'address_1':
    case 'address_2':
    case 'city':
    case 'state':
      return <TextField {...asked} />;
    case 'zip':
      return <TextField {...asked} spellCheck={false} />;
    case 'notes':
      return <MessageField {...asked} />;
    case 'sms_consent':
      return <ConsentField form={form} published={published} />;
    default:
      return null;
  }
}
