/**
 * Dollars as people type them ("$1,800", "1.800", "1800.50", "1,800/mo") in cents; undefined when it is no amount.
 * A dot or comma followed by exactly three digits separates thousands, otherwise it starts the cents.
 */
export function dollarsToCents(typed: string): number | undefined {
  const amount = typed
    .replace(/usd|us\$|\$|dollars?/gi, '')
    .replace(/(\/|\bper\b|\ba\b)\s*(mo|month)?\.?\s*$/i, '')
    .replace(/\s/g, '');
  const match = /^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(amount);
  if (!match?.[1]) return undefined;
  const dollars = Number(match[1].replace(/[.,]/g, ''));
  const cents = dollars * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return Number.isSafeInteger(cents) ? cents : undefined;
}
