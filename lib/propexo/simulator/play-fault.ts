import { type Answer, errorAnswer, invalidRequest, jsonAnswer } from './answer.ts';
import type { Exchange } from './exchange.ts';
import type { Fault } from './scenario.ts';

const page =
  '<!doctype html><html><head><title>Gateway</title></head><body><h1>Please wait</h1></body></html>';

type Acting = {
  /** Does what the request asks for and says what the true answer would be. */
  act: () => Answer;
  /** The same, later. */
  actAfter: (ms: number) => void;
};

/** Answers, or does not answer, as the fault says. A fault that acts tells the truth about a request that would be refused. */
export function playFault(fault: Fault, exchange: Exchange, { act, actAfter }: Acting) {
  const acts =
    (fault.kind === 'reset' && fault.when === 'after') ||
    ('act' in fault && fault.act && !('actAfterMs' in fault && fault.actAfterMs !== undefined));
  const truth = acts || fault.kind === 'delay' ? act() : null;
  if (acts && truth && truth.status >= 400) return exchange.reply(truth);

  switch (fault.kind) {
    case 'answer':
      return exchange.reply(givenAnswer(fault));
    case 'delay':
      return exchange.reply(truth ?? act(), fault.ms);
    case 'hang':
      if (fault.actAfterMs !== undefined) actAfter(fault.actAfterMs);
      return;
    case 'reset':
      return exchange.resetConnection();
    case 'empty':
      return exchange.reply({ status: 200, headers: {}, text: '' });
    case 'html':
      return exchange.reply({ status: fault.status, headers: { 'content-type': 'text/html' }, text: page });
    case 'truncated':
      return exchange.reply(firstHalf(truth ?? jsonAnswer(200, { meta: { job_id: 'none' } })));
    case 'huge':
      return exchange.replyHuge(fault.megabytes);
    case 'redirect':
      return exchange.reply({ status: fault.status, headers: { location: fault.location }, text: '' });
    case 'refuse':
      return exchange.reply(refusal(fault));
  }
}

function givenAnswer({ status, body, headers }: Extract<Fault, { kind: 'answer' }>): Answer {
  const answer =
    typeof body === 'string'
      ? { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, text: body }
      : body === undefined && status >= 400
        ? errorAnswer(status, `simulated ${status}`)
        : jsonAnswer(status, body ?? {});
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

/** Ends before the closing quote of the first string value, so that no job id can be read from it. */
function firstHalf(answer: Answer): Answer {
  const job = answer.text.indexOf('"job_id":"');
  const cut = job >= 0 ? job + '"job_id":"'.length + 4 : Math.floor(answer.text.length / 2);
  return { ...answer, text: answer.text.slice(0, cut) };
}

function refusal({ status, field, message }: Extract<Fault, { kind: 'refuse' }>): Answer {
  if (field !== undefined) {
    const issue = { code: 'custom', path: [field], message: message ?? 'Invalid' };
    return { ...invalidRequest([issue]).answer, status };
  }
  const answer = errorAnswer(status, message ?? `simulated ${status}`);
  return status === 429
    ? { ...answer, headers: { ...answer.headers, 'x-ratelimit-remaining': '0' } }
    : answer;
}
