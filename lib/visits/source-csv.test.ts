import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvName, sourceCsv } from './source-csv.ts';
import { nothingCounted } from './source-figures.ts';

const days = { from: '2026-03-01', to: '2026-03-31' };

test('a line for each property, source and campaign; what strangers wrote is never a formula', () => {
  const row = { ...nothingCounted(), campaign: '', slugs: ['maple-court'], unknownAt: [] };
  const [heading, ...lines] = sourceCsv(
    {
      totals: nothingCounted(),
      rows: [
        {
          ...row,
          source: 'zillow',
          views: 27,
          starts: 9,
          submits: 3,
          delivered: 2,
          failed: 1,
          medianMinutes: 2.468,
        },
        { ...row, source: '=HYPERLINK("x")', campaign: '+1', views: 1, unknownAt: ['maple-court'] },
        { ...row, source: '', submits: 1, unknown: 1 },
        { ...row, source: '(other)', views: 4, held: 1 },
      ],
    },
    [{ slug: 'maple-court', name: 'Maple Court, North' }],
    days,
  ).split('\r\n');
  assert.match(heading ?? '', /^\ufeffproperty,property_name,from,to,source,campaign,known_source,views,/);
  const begin = 'maple-court,"Maple Court, North",2026-03-01,2026-03-31,';
  assert.deepEqual(lines, [
    `${begin}zillow,,yes,27,9,3,11.11,2,1,0,0,0,2.47`,
    `${begin}"'=HYPERLINK(""x"")",'+1,no,1,0,0,0,0,0,0,0,0,`,
    `${begin},,,0,0,1,,0,0,1,0,0,`,
    `${begin}(other),,,4,0,0,0,0,0,0,0,1,`,
    '',
  ]);
  assert.equal(csvName(undefined, days), 'guestcard-sources-all-2026-03-01-to-2026-03-31.csv');
});
