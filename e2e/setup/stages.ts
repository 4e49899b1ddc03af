/** One line of the summary: what was done, how it ended, and how long it took. */
export interface Stage {
  name: string;
  /** Answers whether it went well. */
  run: () => Promise<boolean>;
  /** Pointless when this earlier stage failed. */
  needs?: string;
}

type Outcome = 'passed' | 'failed' | 'skipped';

/** Runs every stage, also after one that failed, so that one run tells everything. */
export async function runStages(stages: Stage[]): Promise<boolean> {
  const outcomes = new Map<string, { outcome: Outcome; seconds: string }>();
  for (const { name, run, needs } of stages) {
    if (needs && outcomes.get(needs) && outcomes.get(needs)?.outcome !== 'passed') {
      outcomes.set(name, { outcome: 'skipped', seconds: '0.0' });
      continue;
    }
    console.log(`\n── ${name}`);
    const started = performance.now();
    const passed = await endsWell(run);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    outcomes.set(name, { outcome: passed ? 'passed' : 'failed', seconds });
    console.log(`── ${name}: ${passed ? 'passed' : 'FAILED'} after ${seconds} s`);
  }
  console.log('\nSummary');
  for (const [name, { outcome, seconds }] of outcomes) {
    console.log(`  ${outcome.padEnd(8)} ${seconds.padStart(6)} s  ${name}`);
  }
  const count = (wanted: Outcome) =>
    [...outcomes.values()].filter(({ outcome }) => outcome === wanted).length;
  console.log(`Stages: ${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
  return count('passed') === stages.length;
}

async function endsWell(run: Stage['run']): Promise<boolean> {
  try {
    return await run();
  } catch (error) {
    const isForReaders = error instanceof Error && error.name === 'StartError';
    console.error(isForReaders ? error.message : error);
    return false;
  }
}
