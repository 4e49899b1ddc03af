/** Where to go after signing in: a page of the staff area that was asked for, never another site. */
export function returnPath(asked: unknown): string {
  const here = 'http://here.invalid';
  if (typeof asked !== 'string' || !URL.canParse(asked, here)) return '/staff/leads';
  const { origin, pathname, search } = new URL(asked, here);
  return origin === here && /^\/staff\/((leads|links|properties)(\/|$)|sources(\.csv)?$)/.test(pathname)
    ? pathname + search
    : '/staff/leads';
}
