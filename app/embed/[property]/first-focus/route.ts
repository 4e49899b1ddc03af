import { runningApp } from '#lib/app/running-app.ts';
import { answerFirstFocus } from '#lib/visits/answer-first-focus.ts';

export async function GET(
  request: Request,
  { params }: RouteContext<'/embed/[property]/first-focus'>,
): Promise<Response> {
  return answerFirstFocus(runningApp(), request, (await params).property, 'embed');
}
