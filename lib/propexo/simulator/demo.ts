import type { Property } from '../../property/property.ts';
import { bareCatalog } from './catalog-rows.ts';
import { createDemoCatalog } from './demo-catalog.ts';
import { startSimulator } from './simulator.ts';

const token = 'demo';
const twelveHours = 12 * 60 * 60_000;

/**
 * The simulator inside the program, for demo mode. It knows the properties' ids, also those of a file of the person's
 * own, and remembers what it received over a restart.
 * @returns where to send leads.
 */
export async function startDemoSimulator(
  properties: Property[],
  journalFile: string,
): Promise<{ baseUrl: string; token: string }> {
  const simulator = await startSimulator({ token, journalFile });
  const known = new Set(simulator.catalog.properties.map((property) => property.id));
  for (const property of properties.filter((candidate) => !known.has(candidate.property_id))) {
    simulator.addCatalog(
      bareCatalog({
        integration_id: property.integration_id,
        property_id: property.property_id,
        employee_ids: [property.employee_id],
        lead_source_ids: [
          ...new Set([property.lead_source_id, ...property.sources.map((source) => source.lead_source_id)]),
        ],
        name: property.name,
      }),
    );
  }
  // As Propexo reads ResMan again: otherwise the demo's homes would be too old to show after a while.
  setInterval(() => simulator.addCatalog(createDemoCatalog(new Date())), twelveHours).unref();
  return { baseUrl: simulator.url, token };
}
