import type { Language } from './languages.ts';

/**
 * The language to speak: the asked-for one, else the best of the browser's `Accept-Language`, else the first one that
 * is offered.
 * @param offered at least one code, the preferred one first
 */
export function chooseLanguage(
  offered: readonly Language[],
  asked: string | null | undefined,
  acceptLanguage: string | null | undefined,
): Language {
  const find = (wanted: string) => {
    const code = wanted.trim().toLowerCase();
    return offered.find((language) => language === code || language === code.split('-')[0]);
  };
  const wished = asked ? find(asked) : undefined;
  return wished ?? preferences(acceptLanguage).map(find).find(Boolean) ?? offered[0] ?? 'en';
}

/** The codes of `Accept-Language`, the most wanted first; what is refused (`q=0`) is left out. */
function preferences(header: string | null | undefined): string[] {
  return (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [code = '', ...parameters] = part.split(';');
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return { code, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ code }) => code);
}
