import type { Visit } from './receive-lead.ts';

/** What the request says about the person's page, browser and address, each capped. */
export function visitOf(
  headers: { get(name: string): string | null },
  trustedProxyHops: number,
  socket: string | undefined,
): Visit {
  return {
    page: headers.get('referer')?.slice(0, 2_000),
    address: clientAddress(headers.get('x-forwarded-for'), trustedProxyHops, socket),
    userAgent: headers.get('user-agent')?.slice(0, 500),
  };
}

/**
 * Each proxy adds the address it saw at the right of `X-Forwarded-For`; whatever stands further left than our own
 * proxies wrote can be invented by the client.
 */
export function clientAddress(
  forwardedFor: string | null,
  trustedProxyHops: number,
  socket: string | undefined,
): string | undefined {
  // A server that listens on both kinds of address writes the old kind like this.
  const peer = socket?.replace(/^::ffff:(?=\d+\.)/i, '');
  if (trustedProxyHops === 0 || !forwardedFor) return peer;
  const chain = forwardedFor.split(',').map((address) => address.trim());
  return chain.at(-Math.min(trustedProxyHops, chain.length))?.slice(0, 100) || peer;
}
