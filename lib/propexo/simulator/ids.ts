const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz';

export type Ids = { next(): string; guid(): string; secret(): string };

/** Opaque ids as Propexo makes them: 25 characters, cuid-like. Unique also when `random` always says the same. */
export function createIds(random: () => number, now: () => number, taken: number): Ids {
  let count = taken;
  const letters = (length: number) =>
    Array.from({ length }, () => alphabet[Math.floor(random() * 36)] ?? '0').join('');
  const hex = (length: number) =>
    Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
  const next = () => {
    count += 1;
    const time = now().toString(36).padStart(8, '0').slice(-8);
    return `c${time}${count.toString(36).padStart(4, '0').slice(-4)}${letters(12)}`;
  };
  const guid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
  return { next, guid, secret: () => letters(32) };
}
