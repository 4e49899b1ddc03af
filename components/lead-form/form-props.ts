import type { UseFormRegister } from 'react-hook-form';
import type { Texts } from '#lib/language/texts.ts';
import type { OwnPlace } from '#lib/lead/form-place.ts';
import type { LeadFormState } from '#lib/lead/form-state.ts';
import type { AnswerName, LeadValues } from '#lib/lead/schema.ts';
import type { FormLayout } from '#lib/lead/shown-fields.ts';
import type { ShownHomes } from '#lib/property/homes/shown-homes.ts';
import type { Property } from '#lib/property/property.ts';
import type { AskedScheme } from '#lib/property/shown-theme.ts';

/** The words of the form: a browser gets those of one language. */
export type FormTexts = Pick<
  Texts,
  'locale' | 'page' | 'form' | 'labels' | 'rules' | 'problems' | 'keeping'
> & {
  homes: Pick<Texts['homes'], 'noPreference' | 'chooseUnit' | 'chosenBefore'>;
};

export function formTexts(texts: Texts): FormTexts {
  const { locale, page, form, labels, rules, problems, keeping } = texts;
  const { noPreference, chooseUnit, chosenBefore } = texts.homes;
  const homes = { noPreference, chooseUnit, chosenBefore };
  return { locale, page, form, labels, rules, problems, keeping, homes };
}

/** What the form needs to know of its property: no ids of Propexo. */
export interface PublicForm extends Pick<Property, 'slug' | 'name' | 'phone'> {
  place: OwnPlace;
  /** The colours that its address asks for, as its status page's will. */
  scheme: AskedScheme;
  /** What is asked, in which order and words. */
  layout: FormLayout;
  /** What there is to choose from, where it asks for that. */
  homes?: ShownHomes | undefined;
  /** The present day at the property. */
  today: string;
  language: string;
  texts: FormTexts;
  /** The words beside the box for text messages; undefined where it is not shown. */
  consentWords: string | undefined;
}

/** By which controls outside of the form belong to it. */
export const formId = 'lead-form';

export type LeadAction = (previous: LeadFormState, form: FormData) => Promise<LeadFormState>;

/** How a field reaches its form. */
export interface FieldProps {
  name: AnswerName;
  form: {
    register: UseFormRegister<LeadValues>;
    values: LeadValues;
    error: (name: AnswerName) => string | undefined;
    texts: FormTexts;
  };
}
