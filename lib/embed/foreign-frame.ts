import type { IncomingHttpHeaders } from 'node:http';
import { originOf } from './fields-of-visit.ts';

/**
 * The website that asks for a form in a frame and may not have it.
 * @param allowed the property's own, and ours
 * @returns its origin, empty where the browser does not tell it; undefined for everybody else
 */
export function foreignFrame(headers: IncomingHttpHeaders, allowed: readonly string[]): string | undefined {
  const { 'sec-fetch-dest': as, 'sec-fetch-site': from, referer } = headers;
  if (!/^(iframe|frame|embed|object)$/.test(String(as))) return undefined;
  // Within the frame, from one page of ours to the next.
  if (from === 'same-origin') return undefined;
  const origin = originOf(referer);
  if (origin !== undefined && allowed.includes(origin)) return undefined;
  return (origin ?? '').slice(0, 300);
}
