import type { UseFormRegister } from 'react-hook-form';
import type { LeadFormState } from '#lib/lead/form-state.ts';
import type { FieldName, LeadValues } from '#lib/lead/schema.ts';
import type { Property } from '#lib/property/property.ts';

/** What the form needs to know of its property: no ids of Propexo. */
export interface PublicForm extends Pick<Property, 'slug' | 'name' | 'phone' | 'fields'> {
  /** The present day at the property. */
  today: string;
}

export type LeadAction = (previous: LeadFormState, form: FormData) => Promise<LeadFormState>;

/** How a field reaches its form. */
export interface FieldProps {
  name: FieldName;
  form: {
    register: UseFormRegister<LeadValues>;
    values: LeadValues;
    error: (name: FieldName) => string | undefined;
  };
}
