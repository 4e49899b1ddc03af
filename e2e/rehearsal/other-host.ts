import { once } from 'node:events';
import { createServer } from 'node:http';

/** A host that redirects point at, and that must never hear from the program: the token would travel with it. */
export async function startOtherHost(): Promise<{ url: string; received: string[]; stop: () => void }> {
  const received: string[] = [];
  const server = createServer((request, response) => {
    received.push(
      `${request.method} ${request.url}${request.headers.authorization ? ' with the token' : ''}`,
    );
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return { url: `http://127.0.0.1:${port}`, received, stop: () => server.close() };
}
