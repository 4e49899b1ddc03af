import { once } from 'node:events';
import { createServer } from 'node:net';
import { StartError } from './start-error.js';

/** @throws StartError if the port cannot be listened on */
export async function checkPort(port: number): Promise<void> {
  const server = createServer();
  try {
    server.listen(port);
    await once(server, 'listening');
  } catch (error) {
    throw explainPort(port, error as NodeJS.ErrnoException);
  }
  server.close();
  await once(server, 'close');
}

export function explainPort(port: number, { code, message }: NodeJS.ErrnoException): StartError {
  const other = port === 65_535 ? 3000 : port < 1024 ? port + 8000 : port + 1;
  if (code === 'EADDRINUSE') {
    return new StartError(
      `Port ${port} is already in use. Stop the other program, or choose another port: PORT=${other} npm start`,
    );
  }
  if (code === 'EACCES') {
    return new StartError(`This user may not use port ${port}. Choose another one: PORT=${other} npm start`);
  }
  return new StartError(`Port ${port} cannot be used: ${message}`);
}
