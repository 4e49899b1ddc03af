'use client';

import { useActionState, useEffect } from 'react';
import type { LinkField, LinkProblems, LinkValues } from '#lib/links/check-new-link.ts';
import { Box } from '../box.tsx';
import { mainButton } from '../buttons.ts';
import { Problem } from '../problem.tsx';
import { ChoiceBox } from './choice-box.tsx';

export interface LinkFormState {
  values: LinkValues;
  problems: LinkProblems;
  /** A source that the property does not have: it takes a tick to use it all the same. */
  unknown?: string;
  /** About the whole form. */
  problem?: string;
}

interface Props {
  action: (previous: LinkFormState, form: FormData) => Promise<LinkFormState>;
  properties: { slug: string; name: string }[];
  /** All that there are, to choose from while typing. */
  aliases: string[];
  /** The property that was looked at before. */
  property: string;
}

const more: [field: LinkField, label: string, hint: string][] = [
  ['utm_source', 'utm_source', 'For other statistics; the source above counts here'],
  ['utm_medium', 'utm_medium', 'Such as email, cpc or print'],
  ['utm_content', 'utm_content', 'Which of several advertisements'],
  ['utm_term', 'utm_term', 'The words that were searched for'],
  ['utm_id', 'utm_id', 'The campaign’s number'],
];

/** Says where a link will be; everything typed comes back with what is wrong. */
export function NewLinkForm({ action, properties, aliases, property }: Props) {
  const [state, submit, pending] = useActionState(action, { values: { property }, problems: {} });
  const { values, problems, unknown, problem } = state;
  const [first] = Object.entries(problems).find(([, message]) => message) ?? [];
  // React moves the focus to a box that is new only; without scripts the browser does, at each load.
  useEffect(() => {
    if (first) document.getElementById(first)?.focus();
  }, [state, first]);
  const box = (name: LinkField) => ({
    name,
    defaultValue: values[name] ?? '',
    error: problems[name],
    autoFocus: first === name && !problem,
    autoComplete: 'off',
  });
  return (
    <form action={submit} noValidate className="mt-6 max-w-2xl space-y-6">
      {problem && <Problem answer={state}>{problem}</Problem>}
      {properties.length > 1 ? (
        <ChoiceBox
          name="property"
          label="Property"
          choices={properties.map(({ slug, name }) => [slug, name])}
          value={values.property ?? ''}
          error={problems.property}
        />
      ) : (
        <input type="hidden" name="property" value={properties[0]?.slug ?? ''} />
      )}
      <div>
        <Box
          {...box('source')}
          label="Source"
          hint="Where the link will be. The property’s sources decide the lead source in ResMan"
          list="sources"
          spellCheck={false}
          autoCapitalize="none"
        />
        <datalist id="sources">
          {aliases.map((alias) => (
            <option key={alias} value={alias} />
          ))}
        </datalist>
        {unknown && (
          <label className="mt-2 flex min-h-11 cursor-pointer items-start gap-3 py-2">
            <input
              type="checkbox"
              name="anyway"
              value={unknown}
              defaultChecked={values.anyway === unknown}
              className="mt-0.5 size-5 shrink-0"
            />
            <span>
              Use “{unknown}” all the same. Its leads get the property’s default lead source in ResMan; the
              word is kept with them and counted.
            </span>
          </label>
        )}
      </div>
      <Box
        {...box('utm_campaign')}
        label="Campaign (optional)"
        hint="Such as spring-2027: leads are counted by it"
        spellCheck={false}
      />
      <details open={more.some(([field]) => values[field] || problems[field])}>
        <summary className="min-h-11 cursor-pointer py-2 font-medium text-accent-ink">
          More about the campaign
        </summary>
        <div className="mt-2 grid gap-5 border-line border-s-2 ps-4 sm:grid-cols-2">
          {more.map(([field, label, hint]) => (
            <Box key={field} {...box(field)} label={label} hint={hint} spellCheck={false} />
          ))}
        </div>
      </details>
      <Box
        {...box('destination')}
        label="Page on the property’s website (optional)"
        hint="One with the form embedded. Left empty, the link leads to our own page with the form"
        type="url"
        placeholder="https://"
        spellCheck={false}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <Box {...box('label')} label="What you call it (optional)" hint="Only your team sees this" />
        <Box
          {...box('expires')}
          label="Last day (optional)"
          hint="After it, the link leads to the plain form"
          type="date"
        />
      </div>
      <button type="submit" aria-disabled={pending} className={mainButton}>
        {pending ? 'One moment…' : 'Make the link'}
      </button>
    </form>
  );
}
