/** One thing that a process did to its files. Times are epoch milliseconds. */
export type DiskOperation = {
  /** When it was begun, and when its end was told to the process. */
  begun: number;
  done: number;
  path: string;
} & (
  | { kind: 'create' | 'sync' | 'remove' }
  | { kind: 'write'; offset: number; data: Buffer }
  | { kind: 'truncate'; length: number }
);

/** What strace has to be told so that the lines below come out. */
export const straceArguments = [
  // Beside the program instead of above it, so that a signal to the program reaches it.
  '-D',
  ...['-f', '-ff', '-y', '-xx', '-ttt', '-T', '--seccomp-bpf'],
  ...['-s', '1048576'],
  ...['-e', 'trace=openat,pwrite64,pwritev,write,ftruncate,fsync,fdatasync,unlink,rename'],
];

const call =
  /^(?<at>\d+\.\d+) (?<name>\w+)\((?<parameters>.*)\) += (?<result>-?\d+)(?:<(?<opened>[^>]*)>)?[^<]*<(?<took>[\d.]+)>$/;
const ofFile = /^\d+<(?<path>[^>]*)>(?:, (?<rest>.*))?$/;

/**
 * Reads one line of `strace -y -xx -ttt -T`; undefined for what does nothing to a file. Only what succeeded counts.
 * @throws UnmodelledCall for a way of writing that a database file is not expected to see
 */
export function readLine(line: string, isDatabaseFile: (path: string) => boolean): DiskOperation | undefined {
  const { at, name, parameters = '', result, opened, took } = call.exec(line)?.groups ?? {};
  if (!name || Number(result) < 0) return undefined;
  const begun = Number(at) * 1_000;
  const times = { begun, done: begun + Number(took) * 1_000 };
  if (name === 'openat')
    return parameters.includes('O_CREAT') ? { ...times, kind: 'create', path: plain(opened) } : undefined;
  if (name === 'unlink') return { ...times, kind: 'remove', path: plain(parameters.slice(1, -1)) };
  if (name === 'rename') {
    const [from = '', to = ''] = parameters.split(', ').map((text) => plain(text.slice(1, -1)));
    if (isDatabaseFile(from) || isDatabaseFile(to)) throw new UnmodelledCall(line);
    return undefined;
  }
  const { path: encoded, rest = '' } = ofFile.exec(parameters)?.groups ?? {};
  const path = plain(encoded);
  switch (name) {
    case 'fsync':
    case 'fdatasync':
      return { ...times, kind: 'sync', path };
    case 'ftruncate':
      return { ...times, kind: 'truncate', path, length: Number(rest) };
    case 'pwrite64': {
      const [text = '', , offset] = rest.split(', ');
      const data = bytes(text.slice(1, -1)).subarray(0, Number(result));
      return { ...times, kind: 'write', path, offset: Number(offset), data };
    }
  }
  if (isDatabaseFile(path)) throw new UnmodelledCall(line);
  return undefined;
}

/** The model of the disk would be wrong without this call, so nothing may be concluded. */
export class UnmodelledCall extends Error {
  override name = 'UnmodelledCall';

  constructor(line: string) {
    super(`This is not part of the model of the disk: ${line.slice(0, 200)}`);
  }
}

function bytes(escaped: string): Buffer {
  return Buffer.from(escaped.replaceAll('\\x', ''), 'hex');
}

const plain = (escaped = '') => bytes(escaped).toString('utf8');
