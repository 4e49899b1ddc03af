import type { ComponentProps } from 'react';
import { FieldError } from '#components/lead-form/field-messages.tsx';
import type { AnswerName } from '#lib/lead/schema.ts';
import { answerLabels } from '#lib/staff/answer-labels.ts';
import { Box } from './box.tsx';

interface Props {
  name: AnswerName;
  /** In the property's words, where it is a question of its own. */
  question: string | undefined;
  value: string;
  error: string | undefined;
  autoFocus: boolean;
}

const kinds: Partial<Record<AnswerName, Pick<ComponentProps<'input'>, 'type' | 'inputMode'>>> = {
  email_1: { type: 'email' },
  phone_1: { type: 'tel' },
  phone_2: { type: 'tel' },
  target_move_in_date: { type: 'date' },
  desired_num_bedrooms: { inputMode: 'numeric' },
  desired_num_bathrooms: { inputMode: 'decimal' },
  desired_max_rent: { inputMode: 'decimal' },
  desired_lease_term_in_months: { inputMode: 'numeric' },
};

const phoneTypes = [
  ['', 'Not said'],
  ['MOBILE', 'Mobile'],
  ['HOME', 'Home'],
  ['WORK', 'Work'],
  ['FAX', 'Fax'],
] as const;

/** One answer as a field of the kind that suits it. */
export function EditField({ name, question, value, error, autoFocus }: Props) {
  const label = question ?? answerLabels[name] ?? name;
  const control = {
    id: name,
    name,
    autoFocus,
    'aria-invalid': Boolean(error),
    'aria-describedby': error ? `${name}-error` : undefined,
  };
  // A line break does not survive in a box of one line.
  switch (value.includes('\n') ? 'notes' : name) {
    case 'move_in_not_sure':
      return (
        <div>
          <label className="flex min-h-11 cursor-pointer items-center gap-3">
            <input
              {...control}
              type="checkbox"
              value="yes"
              defaultChecked={Boolean(value)}
              className="size-5"
            />
            {label}
          </label>
          <FieldError name={name} message={error} prefix="Error: " />
        </div>
      );
    case 'phone_1_type':
    case 'phone_2_type':
      return (
        <div>
          <label htmlFor={name} className="font-medium">
            {label}
          </label>
          <select {...control} defaultValue={value} key={value} className="control mt-1.5">
            {phoneTypes.map(([type, words]) => (
              <option key={type} value={type}>
                {words}
              </option>
            ))}
          </select>
          <FieldError name={name} message={error} prefix="Error: " />
        </div>
      );
    case 'notes':
      return (
        <div>
          <label htmlFor={name} className="font-medium">
            {label}
          </label>
          <textarea {...control} rows={5} defaultValue={value} className="control mt-1.5 block" />
          <FieldError name={name} message={error} prefix="Error: " />
        </div>
      );
    default:
      return (
        <Box
          name={name}
          label={label}
          type="text"
          {...kinds[name]}
          autoComplete="off"
          defaultValue={value}
          error={error}
          autoFocus={autoFocus}
        />
      );
  }
}
