import { createRoot } from 'react-dom/client';
import { Model } from 'survey-core';
import { Survey } from 'survey-react-ui';
import 'survey-core/survey-core.fontless.min.css';
import form from '../../form.json';

function elementOf({ name, label, kind, required, autoComplete, choices }) {
  const element = { name, title: label, isRequired: required };
  if (kind === 'tick') return { ...element, type: 'boolean', renderAs: 'checkbox' };
  if (kind === 'message') return { ...element, type: 'comment', maxLength: 2_000 };
  if (kind !== 'radios') return { ...element, type: 'text', inputType: kind, autocomplete: autoComplete };
  const offered = choices.map(([value, text]) => ({ value, text }));
  return { ...element, type: 'radiogroup', colCount: 0, choices: offered, defaultValue: choices[0][0] };
}

const model = new Model({
  title: form.heading,
  description: form.introduction,
  completeText: form.send,
  elements: form.fields.map(elementOf),
});
model.onComplete.add(({ data }) => fetch('/leads', { method: 'POST', body: JSON.stringify(data) }));

createRoot(document.getElementById('root')).render(<Survey model={model} />);
