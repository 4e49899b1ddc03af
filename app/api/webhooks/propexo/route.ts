import { receiveWebhook } from '#lib/app/receive-webhook.ts';
import { endConnectionAfterAnswer } from '#lib/app/response-status.ts';
import { runningApp } from '#lib/app/running-app.ts';

/** Answered as soon as the message is on disk; the worker acts on it. */
export async function POST(request: Request): Promise<Response> {
  const { environment, database, log, worker } = runningApp();
  const status = await receiveWebhook(
    { database, log, secrets: environment.propexo.webhookSecrets },
    request,
  );
  if (status === 200) worker.wake();
  else endConnectionAfterAnswer();
  return new Response(null, { status, headers: { 'cache-control': 'no-store' } });
}
