import { get } from 'node:http';
import { connections, UnexpectedAnswer } from '../load.ts';
import { type Round, summarize } from '../statistics.ts';

interface Load {
  url: string;
  /** How many ask at the same time, each again when it was answered. */
  concurrency: number;
  seconds: number;
}

/** What is asked for in a closed loop has to be the page, not an empty answer: @throws UnexpectedAnswer */
export async function expectText(url: string, text: string): Promise<void> {
  const answer = await fetch(url, { headers: { accept: 'text/html' } });
  if (!(await answer.text()).includes(text)) throw new UnexpectedAnswer(`${url} does not have "${text}"`);
}

/**
 * Asks for a page in a closed loop for so many seconds, compressed and over connections that stay open.
 * @throws UnexpectedAnswer at the first answer but a 200
 */
export async function loadGet({ url, concurrency, seconds }: Load): Promise<Round> {
  const agent = connections(concurrency);
  const durations: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1_000;
  const visitor = async () => {
    while (performance.now() < end) {
      const before = performance.now();
      await readOnce(url, agent);
      durations.push(performance.now() - before);
    }
  };
  try {
    await Promise.all(Array.from({ length: concurrency }, visitor));
  } finally {
    agent.destroy();
  }
  return summarize(durations, (performance.now() - start) / 1_000);
}

function readOnce(url: string, agent: ReturnType<typeof connections>): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { accept: 'text/html', 'accept-encoding': 'gzip' } }, (answer) => {
      if (answer.statusCode !== 200) reject(new UnexpectedAnswer(`${url}: ${answer.statusCode}, not 200`));
      answer
        .on('data', () => {})
        .once('end', resolve)
        .once('error', reject);
    }).once('error', reject);
  });
}
