import assert from 'node:assert/strict';
import type { Database } from '../database/connect.ts';
import { testStore } from '../database/test-databases.ts';
import type { DeliveryState } from '../delivery/states.ts';
import { submissionOf } from '../delivery/test-delivery.ts';
import { acceptLead } from '../lead/accept-lead.ts';
import { demoProperties } from '../property/demo-properties.ts';
import type { Property } from '../property/property.ts';
import { publishProperties } from '../property/published-properties.ts';
import { conversion } from './source-figures.ts';
import { type SourceRow, sourceReport } from './source-report.ts';

const [maple, foundry] = demoProperties().map((property, index) => ({
  ...property,
  // An hour apart; both change their clocks on 8 March 2026.
  time_zone: ['America/Los_Angeles', 'America/Denver'][index] ?? 'UTC',
  sources: index === 0 ? [{ alias: 'zillow', lead_source_id: 'z' }] : [],
})) as [Property, Property];
const march = { from: '2026-03-01', to: '2026-03-31' };

interface Sent {
  at?: number;
  source?: string;
  campaign?: string;
  state?: DeliveryState;
  /** Minutes until it was delivered. */
  took?: number;
}

async function office(database: Database, clock: { now: number }) {
  await publishProperties(database, 'demo', [maple, foundry]);
  let sent = 0;
  return {
    async lead(property: Property, { at = clock.now, source, campaign, state, took }: Sent) {
      clock.now = at;
      sent += 1;
      const { receipt } = await acceptLead(database, {
        ...submissionOf(property, { email_1: `person-${sent}@example.com` }),
        attribution: {
          ...(source ? { source } : {}),
          campaign: campaign ? { utm_campaign: campaign } : {},
        },
      });
      const of = database.db.selectFrom('lead').select('id').where('receipt', '=', receipt);
      await database.db
        .updateTable('delivery')
        .set({
          state: took === undefined ? (state ?? 'queued') : 'delivered',
          delivered_at: took === undefined ? null : at + took * 60_000,
        })
        .where('lead_id', 'in', of)
        .execute();
    },
    visits: (
      { slug }: Property,
      rows: [day: string, source: string, campaign: string, views: number, starts: number][],
      place: 'page' | 'embed' = 'page',
    ) =>
      database.db
        .insertInto('visit_count')
        .values(
          rows.map(([day, source, campaign, views, starts]) => ({
            day,
            property_slug: slug,
            source,
            campaign,
            place,
            views,
            starts,
          })),
        )
        .execute(),
  };
}

const inShort = ({ source, campaign, views, starts, submits, medianMinutes }: SourceRow) =>
  `${source || '-'}/${campaign || '-'}: ${views} ${starts} ${submits}, ${medianMinutes ?? 'no'} min`;

testStore(
  'visits and leads of a source and campaign stand in one row, each state apart',
  async (database, clock) => {
    const { lead, visits } = await office(database, clock);
    await visits(maple, [
      ['2026-03-01', 'zillow', 'spring', 5, 3],
      ['2026-03-02', 'zillow', 'spring', 6, 2],
      ['2026-03-02', 'bus-stop', '', 4, 0],
      ['2026-03-02', '(other)', '', 1, 0],
      ['2026-03-02', '', '', -2, 1],
      ['2026-03-03', '', '', 3, 0],
    ]);
    await visits(maple, [['2026-03-02', 'zillow', 'spring', 1, 1]], 'embed');
    const zillow = { source: 'Zillow', campaign: 'spring' };
    for (const state of ['queued', 'sending', 'accepted', 'failed', 'unknown', 'quarantined'] as const)
      await lead(maple, { ...zillow, state });
    await lead(maple, { ...zillow, took: 3 });
    await lead(maple, { source: 'flyer', took: 1 });
    const { rows, totals } = await sourceReport(database, [maple, foundry], march);
    const figures = { delivered: 0, failed: 0, unknown: 0, waiting: 0, held: 0, slugs: [maple.slug] };
    assert.deepEqual(rows, [
      {
        ...figures,
        source: 'zillow',
        campaign: 'spring',
        unknownAt: [],
        views: 12,
        starts: 6,
        submits: 6,
        delivered: 1,
        failed: 1,
        unknown: 1,
        waiting: 3,
        held: 1,
        medianMinutes: 3,
      },
      {
        ...figures,
        source: 'bus-stop',
        campaign: '',
        unknownAt: [maple.slug],
        views: 4,
        starts: 0,
        submits: 0,
      },
      { ...figures, source: '', campaign: '', unknownAt: [], views: 3, starts: 1, submits: 0 },
      { ...figures, source: '(other)', campaign: '', unknownAt: [], views: 1, starts: 0, submits: 0 },
      {
        ...figures,
        source: 'flyer',
        campaign: '',
        unknownAt: [maple.slug],
        views: 0,
        starts: 0,
        submits: 1,
        delivered: 1,
        medianMinutes: 1,
      },
    ]);
    assert.deepEqual(totals, {
      views: 20,
      starts: 7,
      submits: 7,
      delivered: 2,
      failed: 1,
      unknown: 1,
      waiting: 3,
      held: 1,
      medianMinutes: 2,
    });
    assert.deepEqual(rows.map(conversion), [50, 0, 0, 0, undefined]);
  },
);

testStore(
  'the median of an odd and an even number of times, and of all together',
  async (database, clock) => {
    const { lead } = await office(database, clock);
    for (const took of [9, 1, 2]) await lead(maple, { source: 'odd', took });
    for (const took of [40, 4, 3, 7]) await lead(maple, { source: 'even', took });
    await lead(foundry, { source: 'odd', took: 100 });
    await lead(foundry, { source: 'odd', state: 'failed' });
    await lead(foundry, { source: 'none', state: 'queued' });
    const apart = await sourceReport(database, [maple, foundry], march, 'property');
    assert.deepEqual(
      apart.rows.map((row) => `${row.slugs} ${inShort(row)}`),
      [
        'maple-court even/-: 0 0 4, 5.5 min',
        'maple-court odd/-: 0 0 3, 2 min',
        'foundry-lofts odd/-: 0 0 2, 100 min',
        'foundry-lofts none/-: 0 0 1, no min',
      ],
    );
    const together = await sourceReport(database, [maple, foundry], march);
    assert.deepEqual(together.rows.map(inShort), [
      'odd/-: 0 0 5, 5.5 min',
      'even/-: 0 0 4, 5.5 min',
      'none/-: 0 0 1, no min',
    ]);
    assert.deepEqual(together.rows[0]?.slugs.toSorted(), ['foundry-lofts', 'maple-court']);
    assert.equal(together.totals.medianMinutes, 5.5);
    assert.equal((await sourceReport(database, [maple], march)).totals.medianMinutes, 4);
  },
);

testStore(
  'a day begins and ends at each property when it does there, also when clocks change',
  async (database, clock) => {
    const { lead } = await office(database, clock);
    const minute = 60_000;
    // 8 March has 23 hours: from 08:00 UTC to 07:00 UTC in Los Angeles, an hour earlier in Denver.
    const day = Date.UTC(2026, 2, 8);
    const hours = (count: number) => day + count * 60 * minute;
    for (const [campaign, at] of [
      ['before', hours(8) - 1],
      ['first', hours(8)],
      ['last', hours(31) - 1],
      ['after', hours(31)],
    ] as const)
      await lead(maple, { source: 'zillow', campaign, at });
    for (const [campaign, at] of [
      ['before', hours(7) - 1],
      ['there-first', hours(7)],
      ['there-last', hours(30) - 1],
      ['after', hours(30)],
    ] as const)
      await lead(foundry, { source: 'zillow', campaign, at });
    const eighth = { from: '2026-03-08', to: '2026-03-08' };
    const { rows } = await sourceReport(database, [maple, foundry], eighth);
    assert.deepEqual(
      rows.map(({ campaign }) => campaign),
      ['first', 'last', 'there-first', 'there-last'],
    );
    assert.deepEqual(
      rows.map(({ unknownAt }) => unknownAt),
      [[], [], [foundry.slug], [foundry.slug]],
    );
    assert.deepEqual((await sourceReport(database, [], eighth)).rows, []);
  },
);
