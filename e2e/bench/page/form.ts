import { readFileSync } from 'node:fs';

/** What every page of this benchmark asks. */
export interface Form {
  title: string;
  property: string;
  heading: string;
  introduction: string;
  send: string;
  fields: Field[];
}

export interface Field {
  name: string;
  label: string;
  kind: 'text' | 'email' | 'tel' | 'date' | 'radios' | 'message' | 'tick';
  required?: boolean;
  autoComplete?: string;
  choices?: [value: string, label: string][];
}

export const form: Form = JSON.parse(readFileSync(new URL('form.json', import.meta.url), 'utf8'));
export const css = readFileSync(new URL('form.css', import.meta.url), 'utf8');
