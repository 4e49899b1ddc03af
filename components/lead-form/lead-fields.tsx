import type { ShownField, ShownGroup } from '#lib/lead/shown-fields.ts';
import { FieldGroup } from './field-group.tsx';
import type { FieldProps, PublicForm } from './form-props.ts';
import { LeadField } from './lead-field.tsx';

interface Props {
  form: FieldProps['form'];
  published: PublicForm;
  items: readonly (ShownField | ShownGroup)[];
}

/** What stands beside each other on a wide page, in sixths of it. */
const widths: Partial<Record<ShownField['name'], string>> = {
  first_name: 'sm:col-span-3',
  last_name: 'sm:col-span-3',
  city: 'sm:col-span-2',
  state: 'sm:col-span-2',
  zip: 'sm:col-span-2',
};

export function LeadFields({ form, published, items }: Props) {
  return (
    <div className="grid gap-5 sm:grid-cols-6">
      {items.map((item) =>
        'group' in item ? (
          <FieldGroup key={item.group} form={form} group={item}>
            <LeadFields form={form} published={published} items={item.fields} />
          </FieldGroup>
        ) : (
          <div key={item.name} className={`min-w-0 ${widths[item.name] ?? 'sm:col-span-6'}`}>
            <LeadField form={form} published={published} field={item} />
          </div>
        ),
      )}
    </div>
  );
}
