/**
 * Keys were typed one after the other: the first of them from which on every one is in the field in the end. As many as
 * were typed when not even the last one is.
 */
export function worksFrom(typed: string, inField: string): number {
  for (let first = 0; first < typed.length; first += 1) {
    if (inField.endsWith(typed.slice(first))) return first;
  }
  return typed.length;
}
