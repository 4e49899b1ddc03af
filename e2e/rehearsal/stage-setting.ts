import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { connect, type Database } from '../../lib/database/connect.ts';
import { createPostgresDatabase } from '../../lib/database/test-postgres.ts';
import { bareCatalog } from '../../lib/propexo/simulator/catalog-rows.ts';
import { defaultToken } from '../../lib/propexo/simulator/contract.ts';
import { type Community, foundryLofts, mapleCourt } from '../../lib/propexo/simulator/demo-communities.ts';
import { startSimulator } from '../../lib/propexo/simulator/simulator.ts';
import { DatabaseLine } from './database-line.ts';
import type { Stage } from './disturb.ts';
import type { Store } from './disturbances.ts';
import { Replica } from './replicas.ts';
import { Webhooks } from './webhooks.ts';

interface Setting {
  store: Store;
  replicas: number;
  timeScale: number;
  /** What the program may ask for, and what Propexo's account allows; null: no limit. */
  requestsPerMinute: number;
  accountLimit: number | null;
  /** Whether the PostgreSQL server was started for this and may be crashed. */
  serverIsOurs: boolean;
}

/** Two properties of one integration, and a third of another one: their troubles must stay apart. */
const harborView = {
  integration_id: 'cm5vharborintegration0000',
  property_id: 'cm5vharborproperty0000000',
  employee_ids: ['cm5vharboremployee0000000'],
  lead_source_ids: ['cm5vharborleadsource00000'],
  name: 'Harbor View',
};

export const properties = [
  formOf('maple-court', mapleCourt),
  formOf('foundry-lofts', foundryLofts),
  {
    slug: 'harbor-view',
    name: harborView.name,
    integration_id: harborView.integration_id,
    property_id: harborView.property_id,
    employee_id: harborView.employee_ids[0],
    lead_source_id: harborView.lead_source_ids[0],
  },
];

function formOf(slug: string, community: Community) {
  const { integration_id, property_id, employees, lead_sources } = community;
  const name = community.property.name ?? slug;
  return {
    slug,
    name,
    integration_id,
    property_id,
    employee_id: employees[0]?.id,
    lead_source_id: lead_sources[0]?.id,
  };
}

/** Propexo, the database, the line between, and the replicas. */
export async function setStage(
  setting: Setting,
): Promise<Stage & { look: Database; strike: () => Promise<void> }> {
  const { store, timeScale, requestsPerMinute, accountLimit, serverIsOurs } = setting;
  const simulator = await startSimulator({ settleMs: 5_000 * timeScale, requestsPerMinute: accountLimit });
  simulator.addCatalog(bareCatalog(harborView));
  const dataDir = mkdtempSync(join(tmpdir(), 'guestcard-rehearsal-'));
  const webhooks = new Webhooks();
  const server = store === 'postgres' ? await createPostgresDatabase() : undefined;
  const line = server && (await DatabaseLine.to(server.url));
  const settings: Record<string, string> = {
    PROPEXO_API_TOKEN: defaultToken,
    PROPEXO_BASE_URL: simulator.url,
    PROPEXO_WEBHOOK_SECRET: webhooks.secret,
    PROPEXO_REQUESTS_PER_MINUTE: String(requestsPerMinute),
    DELIVERY_TIME_SCALE: String(timeScale),
    LOG_LEVEL: 'warn',
    APP_SECRET: randomBytes(24).toString('hex'),
    ...(line ? { DATABASE_URL: line.url } : {}),
  };
  const replicas = await Promise.all(
    Array.from({ length: setting.replicas }, () => Replica.start(settings, properties, dataDir)),
  );
  await webhooks.register(
    simulator,
    replicas.map(({ url }) => url),
  );
  const look = connect({ dataDir, databaseUrl: server?.url });
  const lock = () => {
    const database = new DatabaseSync(join(dataDir, 'guestcard.db'), { timeout: 5_000 });
    database.exec('begin immediate');
    return () => database.close();
  };
  return {
    simulator,
    replicas,
    webhooks,
    look,
    database:
      line && server
        ? { engine: 'postgres', line, directUrl: server.url, ours: serverIsOurs }
        : { engine: 'sqlite', lock },
    async strike() {
      await Promise.all(replicas.map((replica) => replica.end('SIGTERM')));
      await look.close();
      line?.shut();
      await server?.drop();
      await simulator.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
