import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, errorAnswer, jsonAnswer } from './answer.ts';
import type { Timers } from './clock.ts';
import type { Simulator } from './contract.ts';

const prefix = '/_simulator/';

export function isControl(request: IncomingMessage): boolean {
  return request.url?.startsWith(prefix) ?? false;
}

/** The same object over HTTP, for tests in other processes. No token; never part of `received`. */
export async function control(
  simulator: Simulator,
  timers: Timers,
  request: IncomingMessage,
  text: string,
  response: ServerResponse,
) {
  const answer = await steer(
    simulator,
    timers,
    `${request.method} ${request.url?.slice(prefix.length)}`,
    text,
  );
  response.writeHead(answer.status, answer.headers).end(answer.text);
}

async function steer(simulator: Simulator, timers: Timers, command: string, text: string): Promise<Answer> {
  try {
    const value = await obey(simulator, timers, command, text === '' ? {} : JSON.parse(text));
    return value === undefined ? errorAnswer(404, `no command ${command}`) : jsonAnswer(200, value);
  } catch (cause) {
    return errorAnswer(400, cause instanceof Error ? cause.message : String(cause));
  }
}

async function obey(simulator: Simulator, timers: Timers, command: string, body: unknown): Promise<unknown> {
  const done = { ok: true };
  const [, redelivered] = /^POST deliveries\/(\w+)\/redeliver$/.exec(command) ?? [];
  if (redelivered !== undefined) {
    await simulator.redeliver(redelivered);
    return done;
  }
  switch (command) {
    case 'GET received':
    case 'GET inbox':
    case 'GET leads':
    case 'GET jobs':
    case 'GET catalog':
    case 'GET webhooks':
    case 'GET deliveries':
      return simulator[command.slice(4) as 'received'];
    case 'POST catalog':
      simulator.addCatalog(body as Parameters<Simulator['addCatalog']>[0]);
      return done;
    case 'POST catalog/lose':
      simulator.loseRow(String((body as { id?: unknown }).id));
      return done;
    case 'POST catalog/sync':
      simulator.syncCatalog((body as { deleted?: string[] }).deleted);
      return done;
    case 'POST scenarios':
      for (const scenario of Array.isArray(body) ? body : [body]) simulator.play(scenario);
      return done;
    case 'DELETE scenarios':
      simulator.clearScenarios();
      return done;
    case 'POST settle':
      await simulator.settle();
      return done;
    case 'POST reset':
      simulator.reset();
      return done;
    case 'POST down':
      goDownFor(simulator, timers, (body as { ms?: unknown }).ms);
      return done;
  }
}

// Long enough for the answer to leave first.
const beforeDown = 20;

/** Connection refused for `ms`; it comes back by itself, since nobody could call it back over HTTP. */
function goDownFor(simulator: Simulator, timers: Timers, ms: unknown) {
  if (typeof ms !== 'number' || ms <= 0) throw new Error('down needs {"ms": number}');
  timers.start(beforeDown, () => void simulator.goDown());
  timers.start(beforeDown + ms, () => void simulator.comeBack());
}
