import { type Community, foundryLofts, mapleCourt } from '../propexo/simulator/demo-communities.ts';
import { type Property, propertySchema } from './property.ts';

/** The two communities of demo mode; their ids are known to the simulator. */
export function demoProperties(): Property[] {
  return [
    demoProperty(mapleCourt, {
      slug: 'maple-court',
      phone: '+1 415 555 0100',
      time_zone: 'America/Los_Angeles',
      theme: { accent: '#0f766e' },
    }),
    demoProperty(foundryLofts, {
      slug: 'foundry-lofts',
      phone: '+1 303 555 0142',
      time_zone: 'America/Denver',
      theme: { accent: '#9a3412' },
    }),
  ];
}

function demoProperty(
  community: Community,
  form: Pick<Property, 'slug' | 'phone' | 'time_zone' | 'theme'>,
): Property {
  const [website, ...others] = community.lead_sources;
  return propertySchema.parse({
    ...form,
    name: community.property.name,
    integration_id: community.integration_id,
    property_id: community.property_id,
    employee_id: community.employees[0]?.id,
    lead_source_id: website?.id,
    sources: others.map(({ id, name }) => ({
      alias: name.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
      lead_source_id: id,
    })),
  });
}
