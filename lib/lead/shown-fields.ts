import type { AskedQuestion } from './custom-answers.ts';
import type { AnswerName, FieldName } from './schema.ts';

/** A question in the reader's words, under the name of its input. */
export type ShownField = { label: string; hint?: string } & (
  | { name: FieldName; type?: never }
  | AskedQuestion
);

/** Fields that open on demand. */
export interface ShownGroup {
  group: string;
  title: string;
  fields: ShownField[];
}

/** A form from its beginning to its end. */
export interface FormLayout {
  /** How to reach the person. */
  contact: (ShownField | ShownGroup)[];
  /** What they look for. */
  wishes: (ShownField | ShownGroup)[];
  /** What stands beside the button. */
  end: (ShownField | ShownGroup)[];
}

/** All fields, also those in groups, as they follow each other on the page. */
export function allFields({ contact, wishes, end }: FormLayout): ShownField[] {
  return [...contact, ...wishes, ...end].flatMap((item) => ('group' in item ? item.fields : [item]));
}

/** The inputs that come with a field: boxes to tick, and the other half of a home. */
const companions: Partial<Record<AnswerName, FieldName>> = {
  phone_1: 'phone_1_type',
  phone_2: 'phone_2_type',
  target_move_in_date: 'move_in_not_sure',
  floor_plan_id: 'unit_id',
  unit_id: 'floor_plan_id',
};

/** The names of the inputs of these fields. */
export function inputNames(fields: readonly ShownField[]): AnswerName[] {
  return fields.flatMap(({ name }) => {
    const companion = companions[name];
    return companion ? [name, companion] : [name];
  });
}
