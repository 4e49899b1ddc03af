import '@formio/js/dist/formio.form.min.css';
import '@formio/js/dist/formio.form.min.js';
import form from '../../form.json';

// Its calendar (`datetime`) is fetched from its maker's servers; a day is a part of the form.
const types = {
  text: 'textfield',
  email: 'email',
  tel: 'phoneNumber',
  message: 'textarea',
  date: 'day',
  tick: 'checkbox',
};

function componentOf({ name, label, kind, required = false, autoComplete, choices = [] }) {
  const component = { key: name, label, input: true, autocomplete: autoComplete, validate: { required } };
  if (kind !== 'radios') return { ...component, type: types[kind] };
  const values = choices.map(([value, text]) => ({ value, label: text }));
  return { ...component, type: 'radio', inline: true, values, defaultValue: choices[0][0] };
}

const introduction = {
  type: 'content',
  key: 'introduction',
  html: `<h1>${form.heading}</h1><p>${form.introduction}</p>`,
};
const send = { type: 'button', key: 'submit', label: form.send, action: 'submit', theme: 'primary' };

const { Formio } = window;
const rendered = await Formio.createForm(document.getElementById('root'), {
  display: 'form',
  components: [introduction, ...form.fields.map(componentOf), send],
});
rendered.nosubmit = true;
rendered.on('submit', ({ data }) => fetch('/leads', { method: 'POST', body: JSON.stringify(data) }));
