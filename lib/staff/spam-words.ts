import type { Signal, SignalName } from '../spam/signals.ts';

/** Why a lead looked like spam, each sign as a leasing agent would say it, the weightiest first. */
export function spamWords(signals: Signal[]): string[] {
  return signals
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ name, count = 0 }) => words[name]?.(count) ?? 'A sign that this version does not know.');
}

const words: Record<SignalName, (count: number) => string> = {
  trap_filled: () => 'It filled in a box that people cannot see.',
  too_fast: () => 'It was sent less than a second after the form was shown.',
  quick: () => 'It was sent less than two seconds after the form was shown.',
  name_with_link: () => 'There is a web address or code in the name.',
  random_name: () => 'The name looks like random letters. Some real names do.',
  line_with_link: () => 'There is a web address or code in the postal address.',
  links: (count) => `There are ${count} web addresses in the message.`,
  markup: () => 'There is code in the message, as programs write it.',
  foreign_choice: () => 'It chose an answer that the form does not offer.',
  false_proof: () => 'Its proof that a browser sent it was false.',
  used_proof: () => 'Its proof that a browser sent it had been used before.',
  repeated_message: (count) => `${atLeast(count)} other people sent the same message within a day.`,
  busy_network: (count) => `${atLeast(count)} forms came from the same network within an hour.`,
  rushing_network: (count) => `${count} forms came from the same network within ten minutes.`,
  flooding_network: (count) => `${atLeast(count)} forms came from the same network within ten minutes.`,
  worn_form: (count) => `The same open form was sent ${count} times within a day.`,
  shared_form: (count) => `The same open form was sent from ${count} other networks.`,
};

/** Counting stops at sixty. */
function atLeast(count: number): string {
  return count >= 60 ? 'At least 60' : String(count);
}
