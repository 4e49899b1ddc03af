import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../../../lib/database/connect.ts';
import { defaultToken } from '../../../lib/propexo/simulator/contract.ts';
import { startSimulator } from '../../../lib/propexo/simulator/simulator.ts';
import { end, startGuestcard } from '../../fixtures/guestcard.ts';
import { check, outstanding, type Verdict } from '../checker.ts';
import { Dice } from '../dice.ts';
import { readLeads, readUpstream } from '../read-history.ts';
import { properties } from '../stage-setting.ts';
import { until } from '../until.ts';
import { acceptUntilKilled } from './accept-until-killed.ts';
import { type Acknowledged, type CutResult, diskAt, examine, layOut } from './cuts.ts';
import { readOperations } from './read-operations.ts';
import { type DiskOperation, straceArguments } from './strace-log.ts';

interface PowerCutOptions {
  seed: number;
  leads: number;
  /** Moments at which the power fails, beside the one that is played to the end. */
  cuts: number;
  say: (line: string) => void;
}

export interface PowerCutResult {
  /** Acknowledged before the process was stopped. */
  acknowledged: number;
  syncs: number;
  /** Every examined disk: moments times what the page cache had written by chance. */
  disks: number;
  lost: number;
  damaged: number;
  /** The same moments as if no sync counted after the first receipt: the examination has to find losses. */
  control: { disks: number; lost: number };
  /** The program started again on what the last moment left, and ran until nothing was left to do. */
  afterwards: Verdict;
}

/** Installed, and allowed to watch a process: some containers forbid it. */
export const straceWorks = () =>
  spawnSync('strace', ['-f', '--seccomp-bpf', '-o', '/dev/null', 'true']).status === 0;

/** How the page cache had treated what nobody waited for: nothing written, everything, or any half of the sectors. */
const chances = [0, 1, 0.5, 0.5];

const timeScale = 0.01;

/**
 * The power fails under the embedded database. A test cannot switch a machine off, so strace writes down every write and
 * sync of the program while leads come in, and the disk is put together from that for any moment: what was synced, and
 * of everything else none, all or a random half. More is lost that way than a real disk would lose, never less.
 */
export async function cutPower(options: PowerCutOptions): Promise<PowerCutResult> {
  const { say } = options;
  const dice = new Dice(options.seed);
  const folder = mkdtempSync(join(tmpdir(), 'guestcard-rehearsal-'));
  const simulator = await startSimulator({ settleMs: 50, requestsPerMinute: null });
  const settings = {
    PROPEXO_API_TOKEN: defaultToken,
    PROPEXO_BASE_URL: simulator.url,
    PROPEXO_REQUESTS_PER_MINUTE: '100000',
    DELIVERY_TIME_SCALE: String(timeScale),
    LOG_LEVEL: 'error',
    APP_SECRET: 'a secret for this rehearsal only',
  };
  try {
    const before = join(folder, 'before');
    mkdirSync(before);
    say('starting the program under strace');
    const served = properties.slice(0, 2);
    const guestcard = await startGuestcard(settings, served, before, undefined, [
      'strace',
      ...straceArguments,
      '-o',
      join(folder, 'log'),
    ]);
    const { clients, acknowledged } = await acceptUntilKilled(
      { ...options, slugs: served.map(({ slug }) => slug) },
      guestcard,
      dice,
    );
    const operations = await readOperations(folder, before);
    const last = acknowledged.at(-1)?.at ?? 0;
    say(
      `${acknowledged.length} leads acknowledged, ${operations.length} writes and syncs; cutting the power`,
    );

    const moments = Array.from({ length: options.cuts }, () =>
      // Just after a receipt is when a missing sync would show.
      dice.chance(0.5) ? dice.pick(acknowledged).at : dice.between(acknowledged[0]?.at ?? 0, last),
    );
    const first = acknowledged[0]?.at;
    const all = moments.flatMap((moment) => cutAt(operations, acknowledged, moment, moment, dice));
    const control = moments.flatMap((moment) => cutAt(operations, acknowledged, moment, first, dice));

    say('starting the program on what the last moment left');
    const after = join(folder, 'after');
    layOut(diskAt(operations, Number.POSITIVE_INFINITY), () => dice.chance(0.5), after);
    const again = await startGuestcard(settings, served, after);
    const database = connect({ dataDir: after });
    const noticeMs = 15 * 60_000 * timeScale;
    await until(60_000, async () => {
      const leads = await readLeads(database);
      const shown = leads.every(({ state, inStateMs }) => state !== 'unknown' || inStateMs >= noticeMs);
      return shown && outstanding({ app: leads, ...readUpstream(simulator) }).length === 0;
    });
    const app = await readLeads(database);
    await database.close();
    await end(again.process, 'SIGTERM');
    return {
      acknowledged: acknowledged.length,
      syncs: operations.filter(({ kind }) => kind === 'sync').length,
      disks: all.length,
      lost: sum(all.map(({ missing }) => missing.length)),
      damaged: all.filter(({ integrity }) => integrity !== 'ok').length,
      control: { disks: control.length, lost: sum(control.map(({ missing }) => missing.length)) },
      afterwards: check({ clients, app, ...readUpstream(simulator), strayRequests: [], noticeMs }),
    };
  } finally {
    await simulator.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function cutAt(
  operations: DiskOperation[],
  acknowledged: Acknowledged[],
  moment: number,
  syncsCountUntil: number | undefined,
  dice: Dice,
): CutResult[] {
  const before = acknowledged.filter(({ at }) => at <= moment);
  const disk = diskAt(operations, moment, syncsCountUntil);
  return chances.map((chance) => examine(disk, () => dice.chance(chance), before));
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
