import { runningApp } from '#lib/app/running-app.ts';
import { answerCameBy } from '#lib/visits/answer-came-by.ts';

export async function POST(
  request: Request,
  { params }: RouteContext<'/embed/[property]/came-by'>,
): Promise<Response> {
  return answerCameBy(runningApp(), request, (await params).property);
}
