import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Serves a folder from memory, compressed once, over connections that stay open: `static-server.ts <folder> [port]`. */
const folder = process.argv[2] ?? '.';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.cjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

const files = new Map(
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => {
      const type = types[extname(path)];
      const content = readFileSync(path);
      const headers = { 'content-type': type ?? 'application/octet-stream', 'cache-control': 'no-cache' };
      const url = `/${relative(folder, path).split(sep).join('/')}`.replace(/\/index\.html$/, '/');
      // Level 6 is what Next compresses with.
      const compressed = type ? gzipSync(content, { level: 6 }) : undefined;
      return [url, { content, headers, compressed }] as const;
    }),
);

const server = createServer((request, response) => {
  const file = files.get(new URL(request.url ?? '/', 'http://localhost').pathname);
  if (!file) return response.writeHead(404).end();
  const compressed = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '') ? file.compressed : undefined;
  const body = compressed ?? file.content;
  response
    .writeHead(200, {
      ...file.headers,
      'content-length': body.length,
      ...(compressed ? { 'content-encoding': 'gzip', vary: 'accept-encoding' } : {}),
    })
    .end(body);
});
server.keepAliveTimeout = 75_000;
server.listen(Number(process.argv[3] ?? 0), '127.0.0.1', () => {
  const { port } = server.address() as { port: number };
  console.log(`Serving ${files.size} files at http://127.0.0.1:${port}`);
});
