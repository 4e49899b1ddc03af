/**
 * Dollars as people type them ("$1,800", "1.800", "1800.50", "1,800/mo", "1.800 al mes") in cents; of two ("1,500 - 1,800")
 * the higher one; undefined when it is no amount.
 * A dot or comma followed by exactly three digits separates thousands, otherwise it starts the cents.
 */
export function dollarsToCents(typed: string): number | undefined {
  const ends = typed.split(/\s*(?:\p{Pd}|\bto\b|\ba(?=\s*\$?\s*\d)|\by\b)\s*/iu);
  if (ends.length !== 2) return amountToCents(typed);
  const [from, to] = ends.map(amountToCents);
  return from !== undefined && to !== undefined && from <= to ? to : undefined;
}

function amountToCents(typed: string): number | undefined {
  const amount = typed
    .replace(/usd|us\$|\$|dollars?|d[oó]lares|d[oó]lar/gi, '')
    .replace(/(\/|\b(per|a|al|por|cada)\b)\s*(mo|month|mes)?\.?\s*$/i, '')
    .replace(/\b(monthly|mensual(es)?)\s*$/i, '')
    .replace(/\s/g, '');
  const match = /^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(amount);
  if (!match?.[1]) return undefined;
  const dollars = Number(match[1].replace(/[.,]/g, ''));
  const cents = dollars * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return Number.isSafeInteger(cents) ? cents : undefined;
}
