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
import { humanWords, link, otherScripts, person, spanishWords } from './words.ts';

/** Two hundred people, each of whom only wants a home. */
export function humans(dice: Dice): Visitor[] {
  const anyTime = () => dayBegins + dice.between(hour, 20 * hour);
  type Typed = Partial<Visitor> & {
    age: number;
    typed?: Record<string, string>;
    scripts?: boolean;
    form?: Record<string, string>;
  };
  const human = (kind: string, count: number, make: (index: number) => Typed): Visitor[] =>
    Array.from({ length: count }, (_, index) => {
      const { age, typed = {}, scripts = true, form, ...rest } = make(index);
      const sendsAt = rest.sendsAt ?? anyTime();
      const notes = dice.chance(0.7) ? { notes: humanWords(dice) } : {};
      return {
        kind,
        isBot: false,
        sendsAt,
        address: anyAddress(dice),
        solves: scripts,
        fields: {
          ...(form ?? rendered(sendsAt - age)),
          ...person(dice),
          ...notes,
          ...typed,
          ...(scripts ? withScripts : {}),
        },
        ...rest,
      };
    });
  const aWhile = () => dice.between(15 * second, 5 * minute);
  const office = dayBegins + 3 * hour;
  const tablet = rendered(dayBegins);
  const couple = Array.from({ length: 5 }, () => ({
    notes: humanWords(dice),
    address: anyAddress(dice),
    at: anyTime(),
  }));
  const campaign =
    'I would like to schedule a tour of your community. Please contact me with more information.';

  return [
    ...human('password manager, two seconds', 30, () => ({
      age: dice.between(2_000, 3_000),
      typed: { notes: '' },
    })),
    ...human('types slowly', 15, () => ({ age: dice.between(5 * minute, 40 * minute) })),
    ...human('presses Send twice', 5, (index) => ({
      age: aWhile(),
      twice: true,
      scripts: index % 2 === 0,
    })),
    ...human('tab left open for days', 12, (index) => ({
      age: dice.between(20, index < 8 ? 40 : 300) * hour,
    })),
    ...human('screen reader, field by field', 20, () => ({ age: dice.between(minute, 8 * minute) })),
    ...human('no JavaScript', 25, () => ({ age: aWhile(), scripts: false })),
    ...human('one office, one address', 15, (index) => ({
      age: aWhile(),
      sendsAt: office + index * 2 * minute,
      address: '203.0.113.20',
      scripts: index % 3 !== 0,
    })),
    ...human('one mobile carrier, one address', 10, (index) => ({
      age: aWhile(),
      sendsAt: office + index * 11 * minute,
      address: '203.0.113.99',
    })),
    ...human('a couple, the same message', 10, (index) => {
      const { notes, address, at } = couple[Math.floor(index / 2)] ?? { notes: '', address: '', at: 0 };
      return {
        age: aWhile(),
        sendsAt: at + (index % 2) * 3 * minute,
        address,
        typed: { notes },
        scripts: index % 4 < 2,
      };
    }),
    ...human('in Spanish', 15, () => ({
      age: aWhile(),
      typed: { lang: 'es', notes: spanishWords(dice) },
      scripts: dice.chance(0.8),
    })),
    ...human('name in another script', 10, (index) => {
      const [first_name = '', last_name = ''] = otherScripts[index % otherScripts.length] ?? [];
      return { age: aWhile(), typed: { first_name, last_name } };
    }),
    ...human('one link in the message', 10, () => ({
      age: aWhile(),
      typed: { notes: `${humanWords(dice)} This is the one: ${link(dice)}` },
      scripts: dice.chance(0.5),
    })),
    ...human('corrects an error, sends again', 8, (index) => {
      const sendsAt = anyTime();
      const scripts = index % 2 === 0;
      const { email_1 = '' } = person(dice);
      // Without scripts the page with the error is another rendering.
      const again = scripts ? {} : rendered(sendsAt + second);
      return {
        age: aWhile(),
        sendsAt,
        scripts,
        typed: { email_1: 'ana@' },
        mends: { fields: { email_1, ...again }, afterMs: 4 * second },
      };
    }),
    ...human('message filled in by a link', 7, (index) => ({
      age: aWhile(),
      typed: { notes: campaign },
      scripts: index % 3 !== 0,
    })),
    ...human('one tablet in the lobby', 8, (index) => ({
      age: 0,
      form: tablet,
      sendsAt: dayBegins + (index + 1) * hour,
      address: '203.0.113.7',
    })),
  ];
}
