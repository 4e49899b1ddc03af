import { cpus } from 'node:os';
import { jobFaults, sendFaults } from './lead-faults.ts';
import type { Options } from './options.ts';
import type { RunResult } from './run.ts';

interface Rehearsal {
  options: Options;
  results: RunResult[];
  tables: string[];
  command: string;
  minutes: number;
  notes: string[];
}

/** The page for docs/: the tables, how to replay them, and what they do not show. */
export function pageOf({ options, results, tables, command, minutes, notes }: Rehearsal): string {
  const disturbances = new Set(
    results.flatMap(({ plan }) => plan.disturbances.map(({ to, what }) => `${to}: ${what}`)),
  );
  return `# The rehearsal

\`${command}\` wrote this page: seed ${options.seed}, Node ${process.version}, ${cpus().length} cores, ${minutes.toFixed(0)} minutes.
Real processes of the built program take leads over HTTP and send them to a Propexo that fails in every way we know, while they are
killed, frozen and ended and their database goes away. In the end everything that the senders were told, the program's database and
the records of ResMan are compared (\`e2e/rehearsal/checker.ts\` says what counts as lost and as doubled).

${tables.join('\n\n')}

- Times are real; the program's own are scaled by ${[...new Set(results.map((result) => result.options.timeScale))].join(' and ')} (\`DELIVERY_TIME_SCALE\`), so a minute of its schedules is
  ${results[0] ? (60 * results[0].options.timeScale).toFixed(1) : '–'} s here. Time-outs have floors of one second, the lease of five, and the pause after a 429 is not scaled at all.
- Half of the leads meet a fault when they are sent, every eighth one when its job is done, some both. A lead "with staff" is a lead whose
  outcome nobody could prove (unknown), or which ResMan or Propexo refused (failed). ResMan has none of the unknown ones, else the search
  would have to find them and this would be a broken promise; but only the simulator knows that.
- Recovery is counted from the moment when nothing goes wrong any more until everything that can be delivered is. A 429 stops every request for
  the rest of a real minute, so where there are some, the times to deliver are mostly theirs.
- The same seed gives the same plan: which lead meets what, and what happens to whom when. How processes and network interleave is up to the
  machine, so a failure usually, but not always, comes again: \`${command}\`.
${notes.map((note) => `- ${note}\n`).join('')}
Faults of a send: ${sendFaults.join(' · ')}.

Fates of a job: ${jobFaults.join(' · ')}.

Disturbances: ${[...disturbances].sort().join(' · ')}.

Not rehearsed here: clocks that are wrong (the program uses the database's; tests pin it), a full disk (a locked file stands for it: nothing can be
saved), and what staff do. A job that a lying 503 hides for longer than the searches after it can be doubled
(\`docs/decisions/003-after-a-503.md\`); the plan leaves that combination out.

The power cut: \`strace\` writes down every write and sync of the program under load. For any moment the disk is put together from that: what was
synced is there, a file only if its folder was synced too, and of everything else nothing, all, or a random half of the sectors of 512 bytes.
Each of those disks is opened and searched for every lead that was acknowledged before that moment. The control ignores the syncs.
`;
}
