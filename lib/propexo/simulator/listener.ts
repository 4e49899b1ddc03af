import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type OnRequest = (request: IncomingMessage, response: ServerResponse) => void;

/** A door that can be shut (connection refused) and opened again at the same place. */
export class Listener {
  port: number;
  host: string;
  #onRequest: OnRequest;
  #server: Server | null = null;
  #opening: Promise<void> | null = null;

  constructor(host: string, port: number, onRequest: OnRequest) {
    this.host = host;
    this.port = port;
    this.#onRequest = onRequest;
  }

  /** Resolves once connections are taken; also when it is open already. Rejects when the port is not free. */
  open(): Promise<void> {
    this.#opening ??= this.#listen();
    return this.#opening;
  }

  async shut(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = null;
    this.#opening = null;
    const shut = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await shut;
  }

  async #listen(): Promise<void> {
    const server = createServer(this.#onRequest);
    this.#server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', (cause) => {
        this.#server = null;
        this.#opening = null;
        reject(cause);
      });
      server.listen(this.port, this.host, resolve);
    });
    this.port = (server.address() as AddressInfo).port;
  }
}

const mostBytes = 10 * 1024 * 1024;

/** The whole body as text; null when it is larger than 10 MB. Rejects when the sender goes away first. */
export async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= mostBytes) chunks.push(chunk);
  }
  return bytes > mostBytes ? null : Buffer.concat(chunks).toString('utf8');
}
