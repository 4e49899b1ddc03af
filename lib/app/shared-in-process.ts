/**
 * Next evaluates a module once for each bundle. What the front door knows and what a page is rendered from must be one
 * memory, or a page made of old facts is kept under the name of new ones.
 */
export function sharedInProcess<Value>(name: string, make: () => Value): Value {
  const shared = globalThis as { [key: symbol]: unknown };
  const key = Symbol.for(`guestcard.${name}`);
  shared[key] ??= make();
  return shared[key] as Value;
}
