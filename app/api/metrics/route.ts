import { runningApp } from '#lib/app/running-app.ts';
import { bringsToken } from '#lib/metrics/bearer.ts';

export const dynamic = 'force-dynamic';

const headers = { 'cache-control': 'no-store' };

/** For Prometheus; without METRICS_TOKEN there is no such page. */
export async function GET(request: Request): Promise<Response> {
  const { environment, metrics } = runningApp();
  if (!environment.metricsToken) return new Response('Not found\n', { status: 404, headers });
  if (!bringsToken(request.headers.get('authorization'), environment.metricsToken)) {
    return new Response('METRICS_TOKEN is needed\n', {
      status: 401,
      headers: { ...headers, 'www-authenticate': 'Bearer' },
    });
  }
  return new Response(await metrics.scrape(), {
    headers: { ...headers, 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
  });
}
