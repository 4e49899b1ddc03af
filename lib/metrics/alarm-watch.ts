import type { Log } from '../app/log.ts';
import type { Alarm, AlarmName } from './alarms.ts';

interface Watch {
  look: () => Promise<Alarm[]>;
  timeScale: number;
  log: Pick<Log, 'error' | 'warn'>;
}

/** Looks once a minute and logs an alarm twice: when it begins, and when it is over. */
export function watchAlarms({ look, timeScale, log }: Watch): { stop: () => void } {
  const compare = createComparison(log);
  const round = () =>
    look().then(compare, (error: unknown) => log.error({ err: error }, 'the alarms could not be looked at'));
  const timer = setInterval(round, Math.max(60_000 * timeScale, 1_000));
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/** Compares what stands now with what stood before. */
export function createComparison(log: Watch['log']): (alarms: Alarm[]) => void {
  const standing = new Set<AlarmName>();
  return (alarms) => {
    const names = new Set(alarms.map(({ name }) => name));
    for (const { name, sentence } of alarms) {
      if (!standing.has(name)) log.error({ alarm: name }, `alarm: ${sentence}`);
      standing.add(name);
    }
    for (const name of standing) {
      // While the database is away, nobody knows that the others are over.
      if (names.has(name) || (names.has('database_away') && name !== 'webhook_signatures')) continue;
      standing.delete(name);
      log.warn({ alarm: name }, 'the alarm is over');
    }
  };
}
