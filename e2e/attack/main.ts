import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mock } from 'node:test';
import { connect } from '../../lib/database/connect.ts';
import { migrate } from '../../lib/database/migrate.ts';
import { playAttack } from './attack.ts';
import { confusionTable } from './table.ts';
import { dayBegins, seed } from './visitor.ts';

/** Prints the confusion table; with --write it goes to docs/spam.md, between its marks. */
const file = 'docs/spam.md';
const marks = /(<!-- table -->)[\s\S]*(<!-- end of table -->)/;

const clock = { now: dayBegins };
const dataDir = mkdtempSync(join(tmpdir(), 'guestcard-attack-'));
mock.timers.enable({ apis: ['Date'], now: clock.now });
const database = connect({ dataDir, clock: () => clock.now });
try {
  await migrate(database);
  const table = confusionTable(await playAttack(database, clock, seed));
  console.log(table);
  if (process.argv.includes('--write')) {
    const page = readFileSync(file, 'utf8');
    writeFileSync(file, page.replace(marks, `$1\n\n${table}\n\n$2`));
  }
} finally {
  await database.close();
  rmSync(dataDir, { recursive: true });
}
