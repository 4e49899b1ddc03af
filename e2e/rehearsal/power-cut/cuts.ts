import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Disk } from './disk.ts';
import type { DiskOperation } from './strace-log.ts';

/** A lead that somebody was told is accepted, and when. */
export interface Acknowledged {
  receipt: string;
  /** Epoch milliseconds, not before the answer arrived. */
  at: number;
}

export interface CutResult {
  /** Acknowledged leads that the database does not have. */
  missing: string[];
  /** What `integrity_check` says, or why the file could not be read. */
  integrity: string;
}

/** The disk at a moment. A sync counts when the program was told of its end, a write as soon as it begins. */
export function diskAt(operations: DiskOperation[], moment: number, syncsCountUntil = moment): Disk {
  const disk = new Disk();
  for (const operation of operations) {
    if (operation.begun > moment) break;
    if (operation.kind === 'sync' && operation.done > Math.min(moment, syncsCountUntil)) continue;
    disk.apply(operation);
  }
  return disk;
}

/** Writes what a power cut left to a folder; shared memory is rebuilt by SQLite and never read from the disk. */
export function layOut(disk: Disk, reached: () => boolean, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [path, content] of disk.afterPowerCut(reached))
    if (!path.endsWith('-shm')) writeFileSync(join(folder, basename(path)), content);
}

/** Opens what a power cut left, as the program would, and looks for everything that was acknowledged before. */
export function examine(disk: Disk, reached: () => boolean, acknowledged: Acknowledged[]): CutResult {
  const folder = mkdtempSync(join(tmpdir(), 'guestcard-power-cut-'));
  try {
    layOut(disk, reached, folder);
    const database = new DatabaseSync(join(folder, 'guestcard.db'));
    try {
      const check = database.prepare('pragma integrity_check').all();
      const rows = database
        .prepare('select receipt from lead join delivery on delivery.lead_id = lead.id')
        .all();
      const kept = new Set(rows.map(({ receipt }) => receipt));
      return {
        integrity: check.map((row) => String(row.integrity_check)).join('; '),
        missing: acknowledged.map(({ receipt }) => receipt).filter((receipt) => !kept.has(receipt)),
      };
    } finally {
      database.close();
    }
  } catch (error) {
    return { integrity: (error as Error).message, missing: acknowledged.map(({ receipt }) => receipt) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
