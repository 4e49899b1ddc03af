import { type Community, foundryLofts, mapleCourt } from '../propexo/simulator/demo-communities.ts';
import { type Property, propertySchema } from './property.ts';

/**
 * The two communities of demo mode; their ids are known to the simulator.
 * @param websites origins whose pages may frame the first one's form: where the demo shows a website of its own
 */
export function demoProperties(websites: string[] = []): Property[] {
  return [
    demoProperty(mapleCourt, {
      embed_origins: websites,
      slug: 'maple-court',
      phone: '+1 415 555 0100',
      time_zone: 'America/Los_Angeles',
      theme: { accent: '#0f766e' },
    }),
    demoProperty(foundryLofts, {
      slug: 'foundry-lofts',
      phone: '+1 303 555 0142',
      time_zone: 'America/Denver',
      theme: { accent: '#c2410c' },
      fields: [
        'phone_1',
        { group: 'address' },
        'target_move_in_date',
        'desired_num_bedrooms',
        {
          question: 'parking',
          label: { en: 'Where would you like to park?', es: '¿Dónde le gustaría estacionar?' },
          type: 'choice',
          choices: [
            { en: 'Garage', es: 'En la cochera' },
            { en: 'Outdoors', es: 'Afuera' },
            { en: 'No parking needed', es: 'No necesito estacionamiento' },
          ],
        },
        { group: 'home' },
        {
          field: 'notes',
          hint: {
            en: 'Pets, a day to visit, anything else',
            es: 'Mascotas, un día para la visita, lo que sea',
          },
        },
        'sms_consent',
      ],
    }),
  ];
}

function demoProperty(
  community: Community,
  form: Pick<Property, 'slug' | 'phone' | 'time_zone' | 'theme'> &
    Partial<Pick<Property, 'fields' | 'embed_origins'>>,
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
