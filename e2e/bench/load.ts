import { Agent, type IncomingMessage, request } from 'node:http';
import { type Round, summarize } from './statistics.ts';

export interface Post {
  path: string;
  headers: Record<string, string>;
  body: string;
}

export interface Reply {
  status: number;
  location: string | undefined;
  text: string;
}

export class UnexpectedAnswer extends Error {
  override name = 'UnexpectedAnswer';
}

/** Connections that stay open, as a browser's do. */
export function connections(most: number): Agent {
  return new Agent({ keepAlive: true, maxSockets: most });
}

/** Posts once and reads the answer to its end. */
export function post(origin: string, agent: Agent, { path, headers, body }: Post): Promise<Reply> {
  return new Promise((resolve, reject) => {
    request(`${origin}${path}`, { method: 'POST', agent, headers }, (answer) => {
      read(answer).then(resolve, reject);
    })
      .once('error', reject)
      .end(body);
  });
}

async function read(answer: IncomingMessage): Promise<Reply> {
  let text = '';
  for await (const chunk of answer.setEncoding('utf8')) text += chunk;
  return { status: answer.statusCode ?? 0, location: answer.headers.location, text };
}

interface Load {
  origin: string;
  /** How many post at the same time, each its next one when the last was answered. */
  concurrency: number;
  seconds: number;
  status: number;
  next: () => Post;
}

/**
 * A closed loop for so many seconds.
 * @throws UnexpectedAnswer at the first answer with another status: what is refused is no throughput
 */
export async function load({ origin, concurrency, seconds, status, next }: Load): Promise<Round> {
  const agent = connections(concurrency);
  const durations: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1_000;
  const visitor = async () => {
    while (performance.now() < end) {
      const asked = next();
      const before = performance.now();
      const reply = await post(origin, agent, asked);
      durations.push(performance.now() - before);
      if (reply.status !== status) {
        throw new UnexpectedAnswer(
          `${origin}${asked.path}: ${reply.status} instead of ${status}: ${reply.text.slice(0, 500)}`,
        );
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: concurrency }, visitor));
  } finally {
    agent.destroy();
  }
  return summarize(durations, (performance.now() - start) / 1_000);
}
