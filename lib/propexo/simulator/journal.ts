import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { noRecords, type Records } from './records.ts';

export type Journal = {
  /** The records of an earlier process, or none. Throws when the file is there but is not a journal. */
  read(): Records;
  write(records: Records): void;
};

/** The records in a file, so that they outlive the process; without a file nothing is kept. */
export function openJournal(file: string | undefined): Journal {
  if (file === undefined) return { read: noRecords, write: () => {} };
  let written = '';
  return {
    read: () => parseJournal(file),
    write: (records) => {
      const text = JSON.stringify({ version: 1, records });
      if (text === written) return;
      replaceFile(file, text);
      written = text;
    },
  };
}

function parseJournal(file: string): Records {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return noRecords();
    throw cause;
  }
  try {
    const { version, records } = JSON.parse(text);
    if (version !== 1) throw new Error(`version ${version}`);
    return { ...noRecords(), ...records };
  } catch (cause) {
    throw new Error(`${file} is not a journal of the simulator; move it away to start afresh`, { cause });
  }
}

/** Written beside and renamed, so that a process killed in between leaves the last whole journal. */
function replaceFile(file: string, text: string) {
  mkdirSync(dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.tmp`;
  writeFileSync(beside, text);
  renameSync(beside, file);
}
