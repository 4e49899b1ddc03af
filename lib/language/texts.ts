import type en from './texts/en.ts';

/** One form for each plural that a language has, as `Intl.PluralRules` names them. */
export type Counted = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

type AnyWords<T> = T extends string
  ? string
  : T extends { readonly other: string }
    ? Counted
    : { [Key in keyof T]: AnyWords<T[Key]> };

/** What a language has to say: everything that English says. A file that leaves something out does not compile. */
export type Texts = Omit<AnyWords<typeof en>, 'direction'> & { direction: 'ltr' | 'rtl' };

/**
 * Puts what is meant in the place of each `{name}`.
 * @param values a name that is not among them stays as it is, so that a wrong text is seen
 */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** The form of this number, with the number as `{count}` in the reader's own writing. */
export function fillCounted(
  { locale }: Pick<Texts, 'locale'>,
  text: Counted,
  count: number,
  values: Record<string, string | number> = {},
): string {
  const form = text[new Intl.PluralRules(locale).select(count)] ?? text.other;
  return fill(form, { ...values, count: new Intl.NumberFormat(locale).format(count) });
}
