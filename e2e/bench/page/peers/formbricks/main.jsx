import { renderSurveyInline } from '@formbricks/surveys';
import form from '../../form.json';

const inputTypes = { text: 'text', email: 'email', tel: 'phone', message: 'text' };

function questionOf({ name, label, kind, required = false, choices = [] }) {
  const question = { id: name, headline: label, required, buttonLabel: 'Next' };
  if (kind === 'tick') return { ...question, type: 'consent', html: '', label: 'Yes' };
  if (kind === 'date') return { ...question, type: 'date', format: 'M-d-y' };
  if (kind !== 'radios')
    return { ...question, type: 'openText', inputType: inputTypes[kind], longAnswer: kind === 'message' };
  const offered = choices.map(([id, text]) => ({ id, label: text }));
  return { ...question, type: 'multipleChoiceSingle', choices: offered };
}

renderSurveyInline({
  containerId: 'root',
  brandColor: '#0f766e',
  isBrandingEnabled: false,
  survey: {
    id: 'inquiry',
    name: form.title,
    type: 'link',
    welcomeCard: { enabled: false },
    thankYouCard: { enabled: false },
    questions: form.fields.map(questionOf),
    languages: [],
  },
  onResponse: (response) => fetch('/leads', { method: 'POST', body: JSON.stringify(response) }),
});
