import type { ShownHomes, ShownPlan } from '#lib/property/homes/shown-homes.ts';
import { describedBy, FieldError, Hint } from './field-messages.tsx';
import type { FieldProps } from './form-props.ts';

interface Props extends Pick<FieldProps, 'form'> {
  homes: ShownHomes;
  label: string;
  hint?: string | undefined;
}

const name = 'floor_plan_id';

/**
 * The floor plans as cards, and under the one that is chosen its units: one group of radio buttons, so that nothing has to be
 * undone when somebody changes their mind. Which units are in sight is the style sheet's doing, with and without JavaScript.
 */
export function HomesField({ form, homes, label, hint }: Props) {
  const { texts, values } = form;
  const error = form.error(name);
  const chosen = chosenOf(homes, values);
  const isOffered = choicesOf(homes).includes(chosen);
  const radio = (value: string) => ({
    ...form.register(name),
    type: 'radio',
    value,
    defaultChecked: value === chosen,
  });
  return (
    <fieldset aria-describedby={[`${name}-as-of`, describedBy(name, hint, error)].filter(Boolean).join(' ')}>
      <legend className="font-medium">{label}</legend>
      <Hint name={name}>{hint}</Hint>
      <p id={`${name}-as-of`} className="mt-0.5 text-muted text-sm">
        {homes.asOf}
      </p>
      <div className="homes">
        <label className="choice">
          <input id={name} {...radio('')} />
          {texts.homes.noPreference}
        </label>
        {!isOffered && (
          <label className="choice">
            <input {...radio(chosen)} />
            {texts.homes.chosenBefore}
          </label>
        )}
        {homes.plans.map((plan) => (
          <div key={plan.id} className="home">
            <label>
              <input {...radio(plan.id)} />
              {plan.picture && (
                <img
                  src={plan.picture}
                  alt=""
                  width="96"
                  height="72"
                  loading="lazy"
                  referrerPolicy="no-referrer"
                />
              )}
              <span>
                <b>{plan.name}</b>
                {lines(plan)}
              </span>
            </label>
            {plan.units.length > 0 && (
              <div>
                <p>{texts.homes.chooseUnit}</p>
                {plan.units.map((unit) => (
                  <label key={unit.id} className="unit">
                    <input {...radio(`${plan.id}.${unit.id}`)} />
                    <span>
                      <b>{unit.name}</b>
                      <small>{unit.facts}</small>
                    </span>
                  </label>
                ))}
                {plan.more && <p>{plan.more}</p>}
              </div>
            )}
          </div>
        ))}
      </div>
      <FieldError name={name} message={error} prefix={texts.page.errorPrefix} />
    </fieldset>
  );
}

function lines({ facts, rent, availability }: ShownPlan) {
  return [facts, rent, availability].filter(Boolean).map((line) => <small key={line}>{line}</small>);
}

/** The radio button that stands for what was chosen, also where a link named only the unit. */
function chosenOf(
  { plans }: ShownHomes,
  { floor_plan_id = '', unit_id }: FieldProps['form']['values'],
): string {
  if (!unit_id) return floor_plan_id;
  const plan = plans.find(({ units }) => units.some(({ id }) => id === unit_id));
  return plan ? `${plan.id}.${unit_id}` : floor_plan_id;
}

function choicesOf({ plans }: ShownHomes): string[] {
  return ['', ...plans.flatMap(({ id, units }) => [id, ...units.map((unit) => `${id}.${unit.id}`)])];
}
