import { isbot } from 'isbot';

/** Whether a request for a short link is a person who follows it, as far as can be told: no program, no look ahead. */
export function isFollowed(method: string, headers: { get(name: string): string | null }): boolean {
  const purpose = headers.get('sec-purpose') ?? headers.get('purpose') ?? headers.get('x-moz') ?? '';
  const agent = headers.get('user-agent');
  return method === 'GET' && !/prefetch|preview|prerender/i.test(purpose) && Boolean(agent) && !isbot(agent);
}
