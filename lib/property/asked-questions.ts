import { defaultLanguage, type Language, textsIn } from '../language/languages.ts';
import { inLanguage } from '../language/localized.ts';
import type { AskedQuestion } from '../lead/custom-answers.ts';
import type { FieldEntry } from './fields.ts';
import type { Question } from './question.ts';

/** The questions of a property's own, in their order, as a lead in this language is checked by them. */
export function askedQuestions(fields: readonly FieldEntry[], language: Language): Required<AskedQuestion>[] {
  return questionsIn(fields).map((question) => ({
    ...askedIn(question, language),
    recorded: inLanguage(question.label, defaultLanguage),
  }));
}

/** What the input of a question sends, with the reader's words for it. */
export function askedIn({ question, type, choices }: Question, language: Language): AskedQuestion {
  const inEnglish = textsIn(defaultLanguage).form;
  const { yes, no } = textsIn(language).form;
  return {
    name: `question_${question}`,
    type,
    choices:
      type === 'yes_no'
        ? [
            [inEnglish.yes, yes],
            [inEnglish.no, no],
          ]
        : (choices ?? []).map((choice) => [
            inLanguage(choice, defaultLanguage),
            inLanguage(choice, language),
          ]),
  };
}

function questionsIn(fields: readonly FieldEntry[]): Question[] {
  return fields.flatMap((entry): Question[] => {
    if (typeof entry === 'string') return [];
    if ('group' in entry) return questionsIn(entry.fields ?? []);
    return 'question' in entry ? [entry] : [];
  });
}
