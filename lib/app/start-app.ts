import { join } from 'node:path';
import { connect, type Database } from '../database/connect.ts';
import { migrate } from '../database/migrate.ts';
import { probeSoon } from '../delivery/circuit.ts';
import type { DeliveryContext } from '../delivery/context.ts';
import { scaled } from '../delivery/schedule.ts';
import { startWorker } from '../delivery/worker.ts';
import { sayWhoMayFrame } from '../embed/frame-door.ts';
import { ConfigurationError, type Environment, environment } from '../env.ts';
import { answerFormPages } from '../form-page/answer-form-page.ts';
import { watchAlarms } from '../metrics/alarm-watch.ts';
import { createMetrics } from '../metrics/metrics.ts';
import { demoProperties } from '../property/demo-properties.ts';
import { keepCatalogs } from '../property/homes/catalog-keeper.ts';
import { refreshEveryMs } from '../property/homes/refresh-catalog.ts';
import { scheduleCatalogs } from '../property/homes/schedule-catalogs.ts';
import { readPropertiesFile } from '../property/properties-file.ts';
import type { Property } from '../property/property.ts';
import { publishProperties } from '../property/published-properties.ts';
import { createPropexoClient } from '../propexo/client.ts';
import { startDemoSimulator } from '../propexo/simulator/demo.ts';
import { keepOwner } from '../staff/accounts.ts';
import { newSetUpToken } from '../staff/set-up-link.ts';
import { createStaffAuth } from '../staff/staff-auth.ts';
import { loadAppSecret } from '../start/app-secret.ts';
import { countViews } from '../visits/count-views.ts';
import { createVisitCounter, writeEveryMs } from '../visits/visit-counter.ts';
import { trackConnections } from './connections.ts';
import { oneAfterAnother, openFrontDoor } from './front-door.ts';
import { createLog, reportConsoleTo } from './log.ts';
import { mendAddress } from './mend-address.ts';
import { readActionIds, sendOldPagesToEndpoint } from './old-page.ts';
import { trackResponses } from './response-status.ts';
import { keepRunningApp } from './running-app.ts';
import { endGracefully } from './shut-down.ts';
import { startBlock } from './start-block.ts';

/** Everything that runs beside the pages, once per process, before the first request is answered. */
export async function startApp(): Promise<void> {
  try {
    await start(environment());
  } catch (error) {
    // Next would print a stack trace and stay, answering every request with an error.
    // Only the stack: an error may carry the address of the database, with its password.
    console.error(error instanceof ConfigurationError ? `\n${error.message}\n` : (error as Error).stack);
    process.exit(1);
  }
}

async function start(settings: Environment): Promise<void> {
  trackResponses();
  const connections = trackConnections(settings.port);
  const log = createLog(settings.logLevel);
  const properties = configuredProperties(settings);
  const database = await openDatabase(settings);
  await publishProperties(database, settings.propertiesFile ? 'file' : 'demo', properties);
  await scheduleCatalogs(database, properties, refreshEveryMs * settings.deliveryTimeScale);
  const secret = loadAppSecret(settings);
  const staffAuth = createStaffAuth({
    database,
    appSecret: secret,
    appUrl: settings.appUrl,
    log,
  });
  if (settings.staff) await keepOwner(database, settings.staff);
  const setUpToken = await newSetUpToken(database);
  const { token, baseUrl } = settings.propexo;
  const upstream =
    token === undefined
      ? await startDemoSimulator(
          properties,
          join(/*turbopackIgnore: true*/ settings.dataDir, 'simulator.json'),
        )
      : { baseUrl, token };
  await probeSoon(database);
  const metrics = createMetrics({ settings, database, log });
  const delivery: DeliveryContext = {
    database,
    propexo: createPropexoClient({
      ...upstream,
      connectTimeoutMs: scaled('connectTimeout', settings.deliveryTimeScale),
      totalTimeoutMs: scaled('sendTimeout', settings.deliveryTimeScale),
    }),
    timeScale: settings.deliveryTimeScale,
    requestsPerMinute: settings.propexo.requestsPerMinute,
    random: Math.random,
    log,
    meter: metrics.meter,
  };
  const worker = startWorker(delivery);
  const catalogs = keepCatalogs(delivery);
  const watch = watchAlarms({ look: metrics.alarmsNow, timeScale: settings.deliveryTimeScale, log });
  const visits = createVisitCounter({
    database,
    log,
    everyMs: Math.max(250, writeEveryMs * settings.deliveryTimeScale),
  });
  const ending = endGracefully({
    timeScale: settings.deliveryTimeScale,
    connections,
    worker,
    visits,
    database,
    stopOthers() {
      watch.stop();
      catalogs.stop();
    },
    log,
  });
  const isEnding = ending.begun;
  const app = {
    environment: settings,
    database,
    worker,
    staffAuth,
    log,
    secret,
    metrics,
    visits,
    isEnding,
    properties,
  };
  keepRunningApp(app);
  // In development Next renders every page itself, as its author has it before them.
  const inFrontOfPages =
    process.env.NODE_ENV === 'production'
      ? [countViews(app), sendOldPagesToEndpoint(readActionIds()), answerFormPages(app)]
      : [sendOldPagesToEndpoint()];
  openFrontDoor(settings.port, oneAfterAnother([mendAddress, sayWhoMayFrame(app), ...inFrontOfPages]));
  // In development Next's own reports are what the developer wants to see.
  if (process.env.NODE_ENV === 'production') reportConsoleTo(log);
  console.log(startBlock(settings, properties, setUpToken));
}

function configuredProperties(settings: Environment): Property[] {
  if (settings.propertiesFile) return readPropertiesFile(settings.propertiesFile);
  return settings.demo ? demoProperties(demoWebsites(settings)) : [];
}

/** The demo's own website is a page of ours, which somebody may open by either name of this machine. */
function demoWebsites({ appUrl }: Environment): string[] {
  const { origin } = new URL(appUrl);
  return [...new Set([origin, origin.replace('//localhost', '//127.0.0.1')])];
}

/** @throws ConfigurationError when it cannot be reached or brought up to date. */
async function openDatabase(settings: Environment): Promise<Database> {
  const database = connect(settings);
  try {
    await migrate(database);
    return database;
  } catch (error) {
    const where = settings.databaseUrl
      ? `PostgreSQL at ${new URL(settings.databaseUrl).host}`
      : `The embedded database in ${settings.dataDir}`;
    throw new ConfigurationError(
      `Guestcard cannot start: ${where} cannot be used: ${(error as Error).message}`,
      {
        cause: error,
      },
    );
  }
}
