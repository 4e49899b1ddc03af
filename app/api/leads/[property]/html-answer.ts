/** A page that a route writes itself; what was typed may be in it, so nobody keeps it. */
export function htmlAnswer(status: number, html: string): Response {
  return new Response(html, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}
