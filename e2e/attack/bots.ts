import { trapField } from '../../lib/spam/spam-fields.ts';
import type { Dice } from '../rehearsal/dice.ts';
import {
  anyAddress,
  dayBegins,
  hour,
  minute,
  rendered,
  second,
  type Visitor,
  withScripts,
} from './visitor.ts';
import { adverts, humanWords, link, linkSpam, mailbox, person } from './words.ts';

export const looksHuman = {
  direct: 'posts directly, plain words',
  patient: 'patient, human-like',
  headless: 'headless browser, waits, does the work',
};

/** So many of a kind. Only those in `looksHuman` may pass without question. */
export function bots(dice: Dice): Visitor[] {
  const anyTime = () => dayBegins + dice.between(hour, 20 * hour);
  const bot = (
    kind: string,
    count: number,
    make: (index: number) => Partial<Visitor> & Pick<Visitor, 'fields'>,
  ) =>
    Array.from(
      { length: count },
      (_, index): Visitor => ({
        kind,
        isBot: true,
        sendsAt: anyTime(),
        address: anyAddress(dice),
        solves: false,
        ...make(index),
      }),
    );
  /** On our form, opened so long before. */
  const onForm = (age: number, at = anyTime()) => ({ at, form: rendered(at - age) });
  const replayed = rendered(dayBegins);

  return [
    ...bot('fills in every field', 150, () => {
      const { at, form } = onForm(dice.between(300, 20 * second));
      const everything = {
        address_1: humanWords(dice).slice(0, 90),
        city: 'Springfield',
        zip: '12345',
        notes: humanWords(dice),
      };
      const trap = { [trapField]: dice.pick([mailbox(dice), link(dice), 'yes']) };
      return {
        sendsAt: at,
        fields: {
          ...form,
          ...person(dice),
          ...everything,
          ...trap,
          ...(dice.chance(0.3) ? withScripts : {}),
        },
      };
    }),
    ...bot('link spam', 150, (index) => {
      const { at, form } = onForm(dice.between(5 * second, hour));
      const name = index % 5 === 0 ? { first_name: `Win ${link(dice)}` } : {};
      return { sendsAt: at, fields: { ...form, ...person(dice), ...name, notes: linkSpam(dice) } };
    }),
    ...bot('sends at once', 150, (index) => {
      const { at, form } = onForm(dice.between(40, 900));
      return {
        sendsAt: at,
        fields: { ...form, ...person(dice), notes: humanWords(dice), ...(index % 2 ? withScripts : {}) },
      };
    }),
    ...bot('same advert, many addresses', 150, (index) => {
      const { at, form } = onForm(dice.between(5 * second, 10 * minute));
      return {
        sendsAt: at,
        fields: { ...form, ...person(dice), notes: adverts[index % adverts.length] ?? '' },
      };
    }),
    ...bot('posts directly, spam words', 75, () => ({ fields: { ...person(dice), notes: linkSpam(dice) } })),
    ...bot(looksHuman.direct, 75, () => ({ fields: { ...person(dice), notes: humanWords(dice) } })),
    ...bot('one form replayed', 100, () => ({
      fields: { ...replayed, ...person(dice), notes: humanWords(dice) },
    })),
    ...bot('flood from one address', 100, (index) => {
      const { at, form } = onForm(
        dice.between(3 * second, minute),
        dayBegins + 2 * hour + index * 3 * second,
      );
      return {
        sendsAt: at,
        address: '198.51.100.66',
        fields: { ...form, ...person(dice), notes: humanWords(dice) },
      };
    }),
    ...bot(looksHuman.headless, 25, () => {
      const { at, form } = onForm(dice.between(5 * second, minute));
      return {
        sendsAt: at,
        solves: true,
        fields: { ...form, ...person(dice), notes: linkSpam(dice), ...withScripts },
      };
    }),
    ...bot(looksHuman.patient, 25, () => {
      const { at, form } = onForm(dice.between(20 * second, 5 * minute));
      return { sendsAt: at, fields: { ...form, ...person(dice), notes: humanWords(dice), ...withScripts } };
    }),
  ];
}
