import { fill } from '../language/texts.ts';
import type { QuestionType } from '../property/question.ts';
import type { RuleTexts } from './answer-rules.ts';
import { cleanLine, cleanText } from './clean-text.ts';

/** The name of the input of a question of the property's own. */
export type QuestionName = `question_${string}`;

/** A question of the property's own, as far as its answer has to fit. */
export interface AskedQuestion {
  name: QuestionName;
  type: QuestionType;
  /** What is sent and kept, the same in every language, with the reader's words for it. */
  choices: readonly Choice[];
  /** How the leasing team reads it; a browser need not know. */
  recorded?: string;
}
export type Choice = readonly [value: string, label: string];

/** What a person answered to a question of the property's own. */
export interface CustomAnswer {
  id: string;
  /** In the words of the leasing team; missing where the property did not ask it (any more). */
  question?: string;
  answer: string;
}

export const isQuestionName = (name: string): name is QuestionName =>
  /^question_[a-z][a-z0-9_]{0,29}$/.test(name);

const longest = { text: 200, long_text: 1_000 };

/** The same rules in the browser and on the server. Unanswered questions have no answer; none has to be answered. */
export function checkCustomAnswers(
  values: Partial<Record<QuestionName, string>>,
  questions: readonly AskedQuestion[],
  { locale, rules }: RuleTexts,
): { custom: CustomAnswer[]; fieldErrors: Partial<Record<QuestionName, string>> } {
  const custom: CustomAnswer[] = [];
  const fieldErrors: Partial<Record<QuestionName, string>> = {};
  for (const { name, type, choices, recorded } of questions) {
    const typed = values[name] ?? '';
    if (type === 'choice' || type === 'yes_no') {
      const said = sameAs(type, cleanLine(typed.slice(0, 1_000)));
      const chosen = choiceMeant(choices, said);
      if (chosen) custom.push(answered(name, chosen, recorded));
      else if (said) fieldErrors[name] = type === 'choice' ? rules.fromTheList : rules.yesOrNo;
      continue;
    }
    const most = longest[type];
    // Its length comes first: see `answerRules`.
    const answer = typed.length > 4 * most ? typed : (type === 'text' ? cleanLine : cleanText)(typed);
    if (answer.length > most)
      fieldErrors[name] = fill(rules.tooLong, {
        what: rules.subjects.answer,
        most: new Intl.NumberFormat(locale).format(most),
      });
    else if (answer) custom.push(answered(name, answer, recorded));
  }
  return { custom: [...custom, ...notAsked(values, questions)], fieldErrors };
}

/** The answers of an old page to what the property asks no longer: nobody could correct them, and none is lost. */
function notAsked(
  values: Partial<Record<QuestionName, string>>,
  questions: readonly AskedQuestion[],
): CustomAnswer[] {
  const asked = new Set<string>(questions.map(({ name }) => name));
  return Object.entries(values)
    .filter(([name]) => isQuestionName(name) && !asked.has(name))
    .map(([name, value = '']) => answered(name, cleanText(value.slice(0, longest.long_text))))
    .filter(({ answer }) => answer !== '')
    .slice(0, 10);
}

function answered(name: string, answer: string, recorded?: string): CustomAnswer {
  const id = name.slice('question_'.length);
  return recorded === undefined ? { id, answer } : { id, question: recorded, answer };
}

/** What is sent comes first, to the letter: in another language the same word may stand for another choice. */
function choiceMeant(choices: readonly Choice[], said: string): string | undefined {
  const [chosen] =
    choices.find(([value]) => value === said) ??
    choices.find(([, label]) => label === said) ??
    choices.find((choice) => choice.some((text) => isSame(text, said))) ??
    [];
  return chosen;
}

/** Programs say true and false. */
function sameAs(type: QuestionType, said: string): string {
  if (type !== 'yes_no') return said;
  return { true: 'Yes', false: 'No' }[said.toLowerCase()] ?? said;
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** Answers as a form shows them: the inverse of `checkCustomAnswers`. */
export function valuesOfCustom(custom: readonly CustomAnswer[] | undefined) {
  return Object.fromEntries(
    (custom ?? []).map(({ id, answer }): [QuestionName, string] => [`question_${id}`, answer]),
  );
}
