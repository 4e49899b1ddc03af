import form from '../../form.json';

/** What Next makes of a form without a line of client code: rendered for each visitor, in its default settings. */
export const dynamic = 'force-dynamic';

type Field = (typeof form.fields)[number];

export default function Page() {
  return (
    <main>
      <h1>{form.heading}</h1>
      <p className="introduction">{form.introduction}</p>
      <form method="post">
        {form.fields.map((field) => (
          <Question key={field.name} {...field} />
        ))}
        <button type="submit">{form.send}</button>
      </form>
    </main>
  );
}

function Question({ name, label, kind, required, autoComplete, choices = [] }: Field) {
  if (kind === 'tick') {
    return (
      <label className="tick">
        <input type="checkbox" name={name} value="yes" /> <span>{label}</span>
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
              <input type="radio" name={name} value={value} defaultChecked={index === 0} /> {choice}
            </label>
          ))}
        </div>
      </fieldset>
    );
  }
  const control = { id: name, name, required, className: 'control' };
  return (
    <div>
      <label htmlFor={name}>{label}</label>
      {kind === 'message' ? (
        <textarea {...control} rows={4} />
      ) : (
        <input {...control} type={kind} autoComplete={autoComplete} />
      )}
    </div>
  );
}
