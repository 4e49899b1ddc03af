import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Account } from './account.ts';
import { eachRow, mergeCatalogs } from './catalog.ts';
import { realSchedule, Timers } from './clock.ts';
import { defaultToken, type Simulator, type SimulatorOptions } from './contract.ts';
import { control, isControl } from './control.ts';
import { demoCatalog } from './demo-catalog.ts';
import { createIds } from './ids.ts';
import { armJob, settleAllJobs } from './jobs.ts';
import { openJournal } from './journal.ts';
import { LateActs } from './late-acts.ts';
import { Listener, readBody } from './listener.ts';
import { RateWindow } from './rate-window.ts';
import { type Reception, receive } from './reception.ts';
import { noRecords } from './records.ts';
import { scenarioSchema } from './scenario.ts';
import { ScenarioQueue } from './scenario-queue.ts';
import { Waiting } from './waiting.ts';
import { redeliver } from './webhook-delivery.ts';

export type { InboxEntry, Simulator, SimulatorOptions } from './contract.ts';

/** Starts a Propexo of our own: the documented contract, a memory of what it received, and faults on command. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { token = defaultToken, journalFile, now = Date.now, random = Math.random } = options;
  const requestsPerMinute = options.requestsPerMinute === undefined ? 150 : options.requestsPerMinute;
  const journal = openJournal(journalFile);
  const records = journal.read();
  const timers = new Timers(options.schedule ?? realSchedule);
  const waiting = new Waiting();
  const lateActs = new LateActs(timers);
  const unanswered = new Set<ServerResponse>();
  let acceptedToken: string | null = token;
  let closing = new AbortController();

  const account: Account = {
    catalog: mergeCatalogs(options.catalog ?? demoCatalog, {}),
    records,
    scenarios: new ScenarioQueue(),
    timers,
    ids: createIds(random, now, records.jobs.length + records.leads.length),
    settleMs: options.settleMs ?? 800,
    now,
    changed,
    underWay: new Set(),
    closing: closing.signal,
  };
  const rate = new RateWindow(requestsPerMinute, now);
  const reception: Reception = {
    account,
    rate,
    received: [],
    token: () => acceptedToken,
    actLater: (ms, act) => lateActs.add(ms, act),
  };
  const listener = new Listener(options.host ?? '127.0.0.1', options.port ?? 0, (request, response) => {
    onRequest(request, response).catch((cause) => {
      if (!request.destroyed || request.complete) console.error('The simulator failed', cause);
      response.destroy();
    });
  });

  async function onRequest(request: IncomingMessage, response: ServerResponse) {
    const text = await readBody(request);
    if (isControl(request)) return control(simulator, timers, request, text ?? '', response);
    unanswered.add(response);
    response.once('close', () => unanswered.delete(response));
    receive(reception, request, text, response);
  }

  function changed() {
    journal.write(account.records);
    waiting.lookAgain();
  }

  function stopEverything() {
    timers.cancelAll();
    lateActs.clear();
    closing.abort();
    closing = new AbortController();
    account.closing = closing.signal;
  }

  const simulator: Simulator = {
    get url() {
      return `http://${listener.host}:${listener.port}`;
    },
    get port() {
      return listener.port;
    },
    get catalog() {
      return account.catalog;
    },
    get received() {
      return reception.received;
    },
    get inbox() {
      return account.records.jobs
        .filter((job) => job.retry_of === null)
        .map(({ job_id, body, received_at }) => ({ job_id, body, received_at }));
    },
    get leads() {
      return account.records.leads;
    },
    get jobs() {
      return account.records.jobs;
    },
    get webhooks() {
      return account.records.webhooks;
    },
    get deliveries() {
      return account.records.deliveries;
    },
    play(asked) {
      const scenario = scenarioSchema.parse(asked);
      if (scenario.kind === 'revoke-token') acceptedToken = scenario.newToken ?? null;
      else account.scenarios.add(scenario);
    },
    clearScenarios() {
      account.scenarios.clear();
      acceptedToken = token;
    },
    async settle() {
      lateActs.actNow();
      settleAllJobs(account);
      await Promise.all(account.underWay);
    },
    waitFor(predicate, { timeoutMs = 5000 } = {}) {
      return waiting.until(
        () => predicate(simulator),
        timeoutMs,
        () => describe(simulator),
      );
    },
    addCatalog(addition) {
      account.catalog = mergeCatalogs(account.catalog, addition);
    },
    loseRow(id) {
      account.catalog = eachRow(account.catalog, (row) => (row.id === id ? undefined : row));
    },
    syncCatalog(deletedIds = []) {
      const last_seen = new Date(now()).toISOString();
      account.catalog = eachRow(account.catalog, (row) =>
        deletedIds.includes(row.id) ? row : { ...row, last_seen },
      );
    },
    redeliver: (deliveryId) => redeliver(account, deliveryId),
    goDown: () => listener.shut(),
    comeBack: () => listener.open(),
    reset() {
      stopEverything();
      simulator.clearScenarios();
      rate.reset();
      reception.received = [];
      account.records = noRecords();
      for (const response of unanswered) response.destroy();
      changed();
    },
    async close() {
      stopEverything();
      waiting.giveUp('The simulator was closed');
      await listener.shut();
      await Promise.all(account.underWay);
    },
  };

  for (const job of records.jobs) armJob(account, job);
  await listener.open();
  return simulator;
}

function describe({ received, jobs }: Simulator): string {
  const requests = received.map(
    (request) => `  ${request.method} ${request.path} → ${request.status ?? 'no answer'}`,
  );
  const states = jobs.map((job) => `  ${job.job_id} ${job.write_status}`);
  return `It received ${received.length} requests:\n${requests.join('\n')}\nand has ${jobs.length} jobs:\n${states.join('\n')}`;
}
