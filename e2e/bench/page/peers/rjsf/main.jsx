import Form from '@rjsf/core';
import validator from '@rjsf/validator-ajv8';
import { createRoot } from 'react-dom/client';
import form from '../../form.json';
import '../../form.css';

const formats = { email: { format: 'email' }, date: { format: 'date' } };

const schema = {
  type: 'object',
  title: form.heading,
  description: form.introduction,
  required: form.fields.filter(({ required }) => required).map(({ name }) => name),
  properties: Object.fromEntries(form.fields.map((field) => [field.name, propertyOf(field)])),
};

function propertyOf({ label, kind, choices }) {
  if (kind === 'tick') return { type: 'boolean', title: label };
  if (kind !== 'radios') return { type: 'string', title: label, ...formats[kind] };
  const oneOf = choices.map(([value, title]) => ({ const: value, title }));
  return { type: 'string', title: label, default: choices[0][0], oneOf };
}

const widgets = { radios: 'radio', message: 'textarea' };

const uiSchema = Object.fromEntries(
  form.fields.map(({ name, kind, autoComplete }) => [
    name,
    {
      'ui:widget': widgets[kind],
      'ui:autocomplete': autoComplete,
      'ui:options': { inline: true, inputType: kind === 'tel' ? 'tel' : undefined },
    },
  ]),
);
uiSchema['ui:submitButtonOptions'] = { submitText: form.send };

createRoot(document.getElementById('root')).render(
  <main>
    <Form schema={schema} uiSchema={uiSchema} validator={validator} />
  </main>,
);
