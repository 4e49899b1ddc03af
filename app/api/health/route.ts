import { checkHealth } from '#lib/app/health.ts';
import { runningApp } from '#lib/app/running-app.ts';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  const { healthy, ...report } = await checkHealth(runningApp());
  return Response.json(report, { status: healthy ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
