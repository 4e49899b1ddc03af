import { runningApp } from '#lib/app/running-app.ts';
import { statusOfLead } from '#lib/lead/status-of-lead.ts';

/** A frame in a sandbox asks as nobody; there is nothing of a person in the answer, and no receipt can be guessed. */
const headers = { 'cache-control': 'no-store', 'access-control-allow-origin': '*' };

export async function GET(
  _request: Request,
  { params }: RouteContext<'/api/status/[receipt]'>,
): Promise<Response> {
  const { database, environment, log } = runningApp();
  let status: Awaited<ReturnType<typeof statusOfLead>>;
  try {
    status = await statusOfLead(database, (await params).receipt, environment.deliveryTimeScale);
  } catch (error) {
    log.error({ err: error }, 'the status of a lead could not be read');
    return Response.json({ error: 'The status cannot be read right now.' }, { status: 503, headers });
  }
  if (!status)
    return Response.json({ error: 'There is no inquiry with this receipt.' }, { status: 404, headers });
  return Response.json(
    {
      state: status.state,
      received_at: new Date(status.receivedAt).toISOString(),
      delivered_at: status.deliveredAt === undefined ? null : new Date(status.deliveredAt).toISOString(),
    },
    { headers },
  );
}
