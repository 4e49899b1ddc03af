import { zodResolver } from '@hookform/resolvers/zod';
import { createRoot } from 'react-dom/client';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import form from '../../form.json';
import '../../form.css';

const rules = {
  first_name: z.string().trim().min(1, { error: 'Enter your first name' }).max(100),
  last_name: z.string().trim().min(1, { error: 'Enter your last name' }).max(100),
  email_1: z.union([z.literal(''), z.email({ error: 'Enter an email address like name@example.com' })]),
  phone_1: z.string().regex(/^$|^(\D*\d){7,15}\D*$/, { error: 'Enter a phone number with 7 to 15 digits' }),
  phone_1_type: z.boolean(),
  target_move_in_date: z.union([z.literal(''), z.iso.date()]),
  desired_num_bedrooms: z.enum(['any', '0', '1', '2', '3', '4']),
  desired_num_bathrooms: z.enum(['any', '1', '1.5', '2', '3']),
  desired_max_rent: z.string().regex(/^$|^\$?[\d.,]+$/, { error: 'Enter your budget like $1,800' }),
  desired_lease_term_in_months: z.enum(['any', '6', '12', '18', '24']),
  notes: z.string().max(2_000),
  sms_consent: z.boolean(),
};

const schema = z.object(rules).refine((lead) => lead.email_1 || lead.phone_1, {
  path: ['email_1'],
  error: 'Enter an email address or a phone number',
});

function Page() {
  const { register, handleSubmit, formState } = useForm({ resolver: zodResolver(schema) });
  const send = (lead) => fetch('/leads', { method: 'POST', body: JSON.stringify(lead) });
  return (
    <main>
      <h1>{form.heading}</h1>
      <p className="introduction">{form.introduction}</p>
      <form onSubmit={handleSubmit(send)} noValidate>
        {form.fields.map((field) => (
          <Question
            key={field.name}
            {...field}
            field={register(field.name)}
            error={formState.errors[field.name]}
          />
        ))}
        <button type="submit">{form.send}</button>
      </form>
    </main>
  );
}

function Question({ name, label, kind, autoComplete, choices = [], field, error }) {
  const told = error && (
    <p className="error" role="alert">
      {error.message}
    </p>
  );
  if (kind === 'tick') {
    return (
      <label className="tick">
        <input type="checkbox" {...field} /> <span>{label}</span>
      </label>
    );
  }
  if (kind === 'radios') {
    return (
      <fieldset>
        <legend>{label}</legend>
        <div className="choices">
          {choices.map(([value, choice], index) => (
            <label key={value}>
              <input type="radio" value={value} defaultChecked={index === 0} {...field} /> {choice}
            </label>
          ))}
        </div>
        {told}
      </fieldset>
    );
  }
  const control = { id: name, className: 'control', 'aria-invalid': Boolean(error), ...field };
  return (
    <div>
      <label htmlFor={name}>{label}</label>
      {kind === 'message' ? (
        <textarea {...control} rows={4} />
      ) : (
        <input {...control} type={kind} autoComplete={autoComplete} />
      )}
      {told}
    </div>
  );
}

createRoot(document.getElementById('root')).render(<Page />);
