import { z } from 'zod';
import { type FairHousingConcern, fairHousingConcerns } from './fair-housing.ts';

/** Who looked into the law of the place, and when: lets a question pass whose lawfulness depends on it, and no other. */
export const reviewed = z
  .string({ error: 'must be text' })
  .regex(/^\s*\S.*,\s*\S.*\d/, {
    error: 'must be a name and a date, such as "Dana Whitfield, March 2, 2026"',
  })
  .max(200, { error: 'can have at most 200 characters' })
  .optional();

/** Names every text of this entry that asks for what a form should not ask, in every language that it is written in. */
export function fairHousingFaults(entry: object, context: z.RefinementCtx): void {
  const { question, label, hint, title, choices, fair_housing_reviewed } = entry as Record<string, unknown>;
  const texts = [
    ...textsIn(typeof question === 'string' ? question.replaceAll('_', ' ') : undefined, ['question']),
    ...textsIn(label, ['label']),
    ...textsIn(hint, ['hint']),
    ...textsIn(title, ['title']),
    ...textsIn(choices, ['choices']),
  ];
  const wasReviewed = reviewed.safeParse(fair_housing_reviewed).data !== undefined;
  for (const { text, path } of texts)
    for (const concern of fairHousingConcerns(text))
      if (!(concern.topic.reviewable && wasReviewed))
        context.addIssue({ code: 'custom', path, message: explained(concern) });
}

/** A text, one for each language, or a list of either; anything else is complained about elsewhere. */
function textsIn(value: unknown, path: PropertyKey[]): { text: string; path: PropertyKey[] }[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (!value || typeof value !== 'object') return [];
  const parts = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return parts.flatMap(([key, part]) => textsIn(part, [...path, key]));
}

function explained({ words, topic }: FairHousingConcern): string {
  const otherwise = topic.reviewable
    ? 'If that was looked into and is lawful where this property is, add "fair_housing_reviewed": "name, date" beside it.'
    : 'If something else is meant, say it in other words.';
  return `asks about ${topic.about} ("${words}"). ${topic.why}. ${topic.instead} ${otherwise}`;
}

/** For a check that has something to say also when other parts are wrong. */
export const evenIfWrong = { when: ({ value }: { value: unknown }) => Object(value) === value };
