import { setTimeout as wait } from 'node:timers/promises';
import { scaled } from '../../lib/delivery/schedule.ts';
import { check, outstanding, type Verdict } from './checker.ts';
import { submit } from './clients.ts';
import { disturb, type Stage } from './disturb.ts';
import type { Store } from './disturbances.ts';
import { countFaultsMet } from './faults-met.ts';
import type { AppLead, ClientTruth, History } from './history.ts';
import { scenarioOf } from './lead-faults.ts';
import { startOtherHost } from './other-host.ts';
import { makePlan, type Plan } from './plan.ts';
import { readLeads, readUpstream } from './read-history.ts';
import { properties, setStage } from './stage-setting.ts';
import { until } from './until.ts';

export interface RunOptions {
  title: string;
  store: Store;
  seed: number;
  leads: number;
  durationMs: number;
  replicas: number;
  timeScale: number;
  faults: boolean;
  storm: boolean;
  requestsPerMinute: number;
  accountLimit: number | null;
  serverIsOurs: boolean;
  /** How long everything that can be delivered may take after the last fault. */
  patienceMs: number;
  say: (line: string) => void;
}

export interface RunResult {
  options: RunOptions;
  plan: Plan;
  history: History;
  verdict: Verdict;
  /** How many of the planned faults of single leads were played. */
  faultsMet: number;
  /** Undefined: it was not over when patience ended. */
  recoveryMs: number | undefined;
  largestMb: number | undefined;
  /** Disturbances that could not happen, with why. */
  missed: string[];
  /** What the replicas printed. */
  output: () => string;
}

/** Within this real time software searches; after it staff see an unknown outcome. */
const noticeMs = (timeScale: number) => 15 * 60_000 * timeScale;

/** One run on one store: leads and disturbances as planned, then calm, then the truth from all sides. */
export async function rehearse(options: RunOptions): Promise<RunResult> {
  const { timeScale, say } = options;
  const plan = makePlan({
    ...options,
    properties: properties.map(({ slug }) => slug),
    leaseMs: scaled('lease', timeScale),
  });
  say(`starting ${options.replicas} process${options.replicas > 1 ? 'es' : ''}`);
  const stage = await setStage(options);
  const otherHost = await startOtherHost();
  try {
    say(
      `${plan.leads.length} leads and ${plan.disturbances.length} disturbances in ${options.durationMs / 1000} s`,
    );
    const { clients, missed } = await perform(stage, plan, otherHost.url, options);
    say('waiting until every lead was tried once');
    // A fault is only played when its lead is sent, and a backlog may delay that.
    await until(options.patienceMs, async () =>
      (await readLeads(stage.look)).every(({ attempts }) => attempts > 0),
    );
    const faultsMet = countFaultsMet(plan, readUpstream(stage.simulator));
    await calm(stage);
    const calmAt = performance.now();
    const waiting = everyTenSeconds((open: AppLead[]) => say(`still open: ${summaryOf(open)}`));
    say('the last fault is over; waiting until everything that can be delivered is');
    const recovered = await until(options.patienceMs, async () => {
      const open = outstanding({ app: await readLeads(stage.look), ...readUpstream(stage.simulator) });
      waiting(open, performance.now() - calmAt);
      return open.length === 0;
    });
    const recoveryMs = recovered ? performance.now() - calmAt : undefined;
    say(recoveryMs === undefined ? 'patience is over' : 'everything has arrived that can');
    const notice = noticeMs(timeScale);
    await until(2 * notice, async () => (await readLeads(stage.look)).every((lead) => isShown(lead, notice)));
    stage.replicas.forEach((replica) => {
      replica.measure();
    });
    const history: History = {
      clients,
      app: await readLeads(stage.look),
      ...readUpstream(stage.simulator),
      strayRequests: otherHost.received,
      noticeMs: notice,
    };
    const sizes = stage.replicas.flatMap(({ largestMb }) => largestMb ?? []);
    return {
      options,
      plan,
      history,
      verdict: check(history),
      faultsMet,
      recoveryMs,
      largestMb: sizes.length > 0 ? Math.max(...sizes) : undefined,
      missed,
      output: () => stage.replicas.map(({ url, output }) => `── ${url}\n${output}`).join('\n'),
    };
  } finally {
    otherHost.stop();
    await stage.strike();
  }
}

async function perform(
  stage: Stage,
  plan: Plan,
  otherHost: string,
  { seed, timeScale }: RunOptions,
): Promise<{ clients: ClientTruth[]; missed: string[] }> {
  const missed: string[] = [];
  const addresses = stage.replicas.map(({ url }) => url);
  const clients = plan.leads.map(async (lead) => {
    await wait(lead.atMs);
    for (const fault of lead.faults)
      stage.simulator.play(scenarioOf(fault, { match: lead.mark, timeScale, otherHost }));
    return submit(lead, addresses, seed);
  });
  const disturbances = plan.disturbances.map(async (disturbance) => {
    await wait(disturbance.atMs);
    try {
      await disturb(stage, disturbance);
    } catch (error) {
      missed.push(`${disturbance.what}: ${(error as Error).message}`);
    }
  });
  await Promise.all(disturbances);
  return { clients: await Promise.all(clients), missed };
}

/** From here on nothing goes wrong any more. */
async function calm({ simulator, replicas, database }: Stage): Promise<void> {
  simulator.clearScenarios();
  await simulator.comeBack();
  if (database.engine === 'postgres') {
    database.line.resume();
    await database.line.open();
  }
  await Promise.all(replicas.map((replica) => replica.start()));
}

function everyTenSeconds<T>(tell: (news: T) => void): (news: T, elapsedMs: number) => void {
  let told = 0;
  return (news, elapsedMs) => {
    if (elapsedMs < told + 10_000) return;
    told = elapsedMs;
    tell(news);
  };
}

function summaryOf(leads: AppLead[]): string {
  const groups = Map.groupBy(leads, ({ state, reason }) => `${state} (${reason ?? 'no reason'})`);
  return [...groups].map(([why, group]) => `${group.length} ${why}`).join(', ');
}

const isShown = ({ state, inStateMs }: AppLead, notice: number) => state !== 'unknown' || inStateMs >= notice;
