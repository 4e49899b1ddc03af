import assert from 'node:assert/strict';
import { testStore } from '../database/test-databases.ts';
import { submissionOf } from '../delivery/test-delivery.ts';
import { acceptLead } from '../lead/accept-lead.ts';
import { demoProperties } from '../property/demo-properties.ts';
import type { Property } from '../property/property.ts';
import { publishProperties } from '../property/published-properties.ts';
import { exportLeads } from './export-leads.ts';

async function read(pieces: AsyncGenerator<string>): Promise<string> {
  let all = '';
  for await (const piece of pieces) all += piece;
  return all;
}

testStore(
  'every lead is a row with what it says of its source, and no row is a formula',
  async (database) => {
    const [maple, foundry] = demoProperties() as [Property, Property];
    await publishProperties(database, 'demo', demoProperties());
    await acceptLead(database, {
      ...submissionOf(maple, {
        first_name: '=HYPERLINK("https://evil.example")',
        notes: 'Two cats,\nand a "dog"',
      }),
      attribution: {
        source: 'Zillow',
        campaign: { utm_campaign: 'Spring', gclid: 'EAIa' },
        referrer: 'google.com',
        first: { at: Date.parse('2027-01-05T10:00:00Z'), campaign: { utm_source: 'newsletter' } },
      },
      trust: 'verified',
      place: 'embed',
      embedOrigin: 'https://www.maplecourt.example',
    });
    await acceptLead(database, submissionOf(foundry, { email_1: 'other@example.com' }));

    const all = await read(exportLeads(database, maple.slug));
    const [names = '', row = '', ...rest] = all.split('\r\n');
    assert.deepEqual(rest, ['']);
    assert.ok(names.startsWith('\ufeffReference,Received,Property,State,'));
    assert.match(row, /^GC-\w{4}-\w{4},20\d\d-\d\d-\d\dT[\d:]{8}Z,Maple Court,Waiting to be sent,,,/);
    assert.ok(row.includes(`"'=HYPERLINK(""https://evil.example"")",Cruz,ana@example.com`), row);
    assert.ok(row.includes('"Two cats,\nand a ""dog"""'), row);
    assert.ok(
      row.endsWith(
        ',zillow,Spring,Zillow,verified,embed,https://www.maplecourt.example,,google.com,,,,Spring,,,,EAIa,,,,,,,,,2027-01-05T10:00:00Z,newsletter,',
      ),
      row,
    );
    assert.equal((await read(exportLeads(database))).split('\r\n').length, 4);
  },
);

testStore('more leads than fit into one piece come once each, the newest first', async (database) => {
  const [maple] = demoProperties() as [Property];
  await publishProperties(database, 'demo', demoProperties());
  const count = 1_003;
  await Promise.all(
    Array.from({ length: count }, (_, index) =>
      acceptLead(database, submissionOf(maple, { email_1: `person${index}@example.com` })),
    ),
  );
  const rows = (await read(exportLeads(database))).split('\r\n').slice(1, -1);
  assert.equal(new Set(rows.map((row) => row.slice(0, 12))).size, count);
  const times = rows.map((row) => row.split(',')[1] ?? '');
  assert.deepEqual(times, times.toSorted().toReversed());
});
