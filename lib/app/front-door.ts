import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { listensOn } from './connections.ts';

/**
 * What stands in front of Next.
 * @returns undefined when this request is Next's; otherwise a promise of whether it was answered. It must not be broken:
 * the request would be cut off.
 */
export type Doorkeeper = (request: IncomingMessage, response: ServerResponse) => Promise<boolean> | undefined;

/** Doorkeepers who each see what those before them have left. */
export function oneAfterAnother([first, ...others]: readonly Doorkeeper[]): Doorkeeper {
  if (!first) return () => undefined;
  const next = oneAfterAnother(others);
  return (request, response) => {
    const kept = first(request, response);
    return kept
      ? kept.then((answered) => answered || (next(request, response) ?? false))
      : next(request, response);
  };
}

/**
 * Lets the doorkeeper see every request on our port before Next does. Next makes that server and hands it to nobody, but
 * Node announces each request on a diagnostics channel before the server emits it: on the first one, the listeners that
 * are there are put behind the doorkeeper. Once per process, before the first request.
 */
export function openFrontDoor(port: number, doorkeeper: Doorkeeper): void {
  const seen = new WeakSet<Server>();
  subscribe('http.server.request.start', (message) => {
    const { server } = message as { server: Server };
    if (seen.has(server) || !listensOn(server, port)) return;
    seen.add(server);
    const behind = server.listeners('request') as RequestListener[];
    server.removeAllListeners('request');
    server.on('request', (request, response) => {
      const pass = () => {
        for (const listener of behind) listener.call(server, request, response);
      };
      const kept = doorkeeper(request, response);
      if (!kept) return pass();
      kept.then(
        (answered) => {
          if (!answered) pass();
        },
        (error: Error) => response.destroy(error),
      );
    });
  });
}
