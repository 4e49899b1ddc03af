import type { Doorkeeper } from './front-door.ts';

/** An address that cannot be decoded leads nowhere. Next would answer with a bare 500; of this one it says so itself. */
export const mendAddress: Doorkeeper = (request) => {
  const [path = ''] = request.url?.split('?') ?? [];
  if (!canDecode(path)) request.url = '/nowhere';
  return undefined;
};

function canDecode(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}
