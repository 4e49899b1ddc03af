import assert from 'node:assert/strict';
import { type BackOffice, testDelivery } from '../../delivery/test-delivery.ts';
import { createDemoCatalog } from '../../propexo/simulator/demo-catalog.ts';
import type { Property } from '../property.ts';
import { type KeptCatalog, readCatalog } from './catalog.ts';
import { type Pause, refreshEveryMs, refreshNext } from './refresh-catalog.ts';
import { scheduleCatalogs } from './schedule-catalogs.ts';

export interface HomesOffice extends BackOffice {
  /** Reads the homes that are due, one property; pauses pass at once and move the clock. */
  refresh(pause?: Pause): ReturnType<typeof refreshNext>;
  /** What is kept of Maple Court. */
  kept(): Promise<KeptCatalog | undefined>;
  /** The path of each request for homes and lead sources, in order. */
  asked(): string[];
  /** The id that Propexo has for a unit or a plan of Maple Court. */
  unitId(number: string): string;
  planId(name: string): string;
}

/** A back office whose first property's homes are due, and known to Propexo as of the test's present. */
export function testHomes(name: string, body: (office: HomesOffice) => Promise<void>): void {
  testDelivery(name, async (office) => {
    const { simulator, database, property, context } = office;
    simulator.addCatalog(createDemoCatalog(new Date(office.clock.now)));
    await scheduleCatalogs(database, [property], refreshEveryMs);
    let pauses = 0;
    const passTime: Pause = async (milliseconds) => {
      pauses += 1;
      assert.ok(pauses < 1_000, 'it waits for ever');
      office.advance(milliseconds / 1_000);
      return true;
    };
    const idOf = (rows: { id: string; property_id: string }[], found: (row: never) => boolean) =>
      rows.find((row) => row.property_id === property.property_id && found(row as never))?.id ?? 'none';
    await body({
      ...office,
      refresh: (pause = passTime) => refreshNext(context, pause),
      kept: () => readCatalog(database, property),
      asked: () =>
        simulator.received
          .map(({ path }) => path)
          .filter((path) => /\/(floor-plans|units|listings|lead-sources)\//.test(path)),
      unitId: (number) => idOf(simulator.catalog.units, (row: { number: string }) => row.number === number),
      planId: (planName) =>
        idOf(simulator.catalog.floor_plans, (row: { name: string }) => row.name === planName),
    });
  });
}

/** The same property with other questions. */
export function withFields(property: Property, ...fields: Property['fields']): Property {
  return { ...property, fields };
}
