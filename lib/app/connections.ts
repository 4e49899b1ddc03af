import { subscribe } from 'node:diagnostics_channel';
import type { Server, ServerResponse } from 'node:http';

/** The connections of the server on our port. Next makes that server and hands it to nobody. */
export interface Connections {
  /** From now on every answer, also to requests under way, is the last one on its connection. */
  announceEnd(): void;
  /** Takes no new connections; resolves when the last answer is out, and cuts what is left off after `patienceMs`. */
  close(patienceMs: number): Promise<void>;
}

/** Once per process, before the first request: Node announces every request on a diagnostics channel. */
export function trackConnections(port: number): Connections {
  const underWay = new Set<ServerResponse>();
  let server: Server | undefined;
  let ending = false;
  subscribe('http.server.request.start', (message) => {
    const { server: candidate, response } = message as { server: Server; response: ServerResponse };
    if (candidate !== server && !listensOn(candidate, port)) return;
    server = candidate;
    underWay.add(response);
    response.once('close', () => underWay.delete(response));
    if (ending) makeLast(response);
  });
  return {
    announceEnd() {
      ending = true;
      underWay.forEach(makeLast);
    },
    close: (patienceMs) => closeServer(server, patienceMs),
  };
}

/** The demo's simulator is a server in this process too. */
export function listensOn(server: Server, port: number): boolean {
  const address = server.address();
  return address !== null && typeof address === 'object' && address.port === port;
}

function makeLast(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}

function closeServer(server: Server | undefined, patienceMs: number): Promise<void> {
  return new Promise((resolve) => {
    if (!server) return resolve();
    const patience = setTimeout(() => server.closeAllConnections(), patienceMs);
    server.close(() => {
      clearTimeout(patience);
      resolve();
    });
    server.closeIdleConnections();
  });
}
