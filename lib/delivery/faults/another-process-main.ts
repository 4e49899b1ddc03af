import { createInterface } from 'node:readline';
import type { KyselyPlugin, QueryId } from 'kysely';
import { connect, type Database } from '../../database/connect.ts';
import { acceptLead } from '../../lead/accept-lead.ts';
import { demoProperties } from '../../property/demo-properties.ts';
import type { Property } from '../../property/property.ts';
import { createPropexoClient } from '../../propexo/client.ts';
import type { DeliveryContext } from '../context.ts';
import { send } from '../send.ts';
import { claimOne, submissionOf } from '../test-delivery.ts';
import { drainDeliveries } from '../worker.ts';
import type { Halt, Order } from './another-process.ts';

/** Does as ordered, says at its halt that it is there, and waits for a line with the clock before it goes on. */
const order: Order = JSON.parse(process.argv[2] ?? '');
let now = order.now;
const database = connect({ dataDir: order.dataDir, databaseUrl: order.databaseUrl, clock: () => now });
const orders = createInterface(process.stdin)[Symbol.asyncIterator]();

async function reach(halt: Halt): Promise<void> {
  if (halt !== order.haltAt) return;
  console.log(halt);
  const { value } = await orders.next();
  now = Number(value);
}

/** The database, which halts in a transaction once the delivery is written. */
function haltingBeforeCommit(open: Database): Database {
  const inserts = new WeakSet<QueryId>();
  const plugin: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      if (node.kind === 'InsertQueryNode' && node.into?.table.identifier.name === 'delivery')
        inserts.add(queryId);
      return node;
    },
    async transformResult({ queryId, result }) {
      if (inserts.has(queryId)) await reach('before commit');
      return result;
    },
  };
  return { ...open, db: open.db.withPlugin(plugin) };
}

async function accept(): Promise<void> {
  const [property] = demoProperties() as [Property];
  await acceptLead(haltingBeforeCommit(database), submissionOf(property));
  await reach('committed');
}

async function deliverDue(): Promise<void> {
  const propexo = createPropexoClient({
    baseUrl: order.propexoUrl,
    token: 'simulator-token',
    connectTimeoutMs: 5_000,
    totalTimeoutMs: 60_000,
  });
  const context: DeliveryContext = {
    database,
    propexo: {
      ...propexo,
      async createLead(lead) {
        const answer = await propexo.createLead(lead);
        await reach('answered');
        return answer;
      },
    },
    timeScale: order.timeScale,
    requestsPerMinute: 100_000,
    random: () => 0.999,
    log: { error: () => {}, warn: () => {}, info: () => {} },
  };
  if (order.haltAt === 'claimed') {
    const [claim] = await claimOne(context);
    await reach('claimed');
    if (claim) await send(context, claim);
  }
  await drainDeliveries(context);
  await reach('done');
}

await (order.act === 'accept' ? accept() : deliverDue());
await database.close();
process.exit();
