import { z } from 'zod';
import { languages } from '../language/languages.ts';
import { inLanguage, type Localized, localized } from '../language/localized.ts';
import { evenIfWrong, fairHousingFaults, reviewed } from './fair-housing-check.ts';
import { unknownKeys } from './unknown-keys.ts';

export const questionTypes = ['text', 'long_text', 'choice', 'yes_no'] as const;
export type QuestionType = (typeof questionTypes)[number];

/** A form has to be finished by people, and to fit into the number of fields that is taken. */
export const mostQuestions = 10;

/** A question that ResMan has no field for; the answer goes into the notes. */
export const questionSchema = z
  .strictObject(
    {
      question: z.string({ error: 'must be text' }).regex(/^[a-z][a-z0-9_]{0,29}$/, {
        error: 'must be a short name of lower-case letters, digits and _, such as "parking"',
      }),
      label: localized(120),
      hint: localized(200).optional(),
      type: z.enum(questionTypes, { error: `must be one of ${questionTypes.join(', ')}` }),
      choices: z
        .array(localized(80), { error: 'must be a list' })
        .min(2, { error: 'must have at least two entries' })
        .max(12, { error: 'can have at most 12 entries' })
        .optional(),
      fair_housing_reviewed: reviewed,
    },
    { error: unknownKeys },
  )
  .superRefine(choicesFit)
  .superRefine(fairHousingFaults, evenIfWrong);

export type Question = z.output<typeof questionSchema>;

function choicesFit(
  { type, choices }: { type: QuestionType; choices?: Localized[] | undefined },
  context: z.RefinementCtx,
): void {
  const fault = (path: PropertyKey[], message: string) =>
    context.addIssue({ code: 'custom', path: ['choices', ...path], message });
  if (type === 'choice' && !choices) fault([], 'is missing');
  if (type !== 'choice' && choices) fault([], 'belongs to a question of the type choice only');
  choices?.forEach((_, place) => {
    const sameText = [...languages.keys()]
      .map((language) => choices.slice(0, place + 1).map((choice) => inLanguage(choice, language)))
      .find((texts) => texts.findIndex((text) => isSame(text, texts[place] ?? '')) < place);
    if (sameText) fault([place], `"${sameText[place]}" is offered already`);
  });
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
