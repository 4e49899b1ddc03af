import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCsv } from './csv.ts';

test('a table for spreadsheets: marked as UTF-8, and nothing in it is a formula', () => {
  const csv = toCsv(
    [
      ['source', 'Source'],
      ['views', 'Views'],
    ],
    [
      { source: '=HYPERLINK("https://evil.example";"x")', views: 2, other: 'left out' },
      { source: '@sum, +1\n-2', views: undefined, other: '' },
      { source: '-1', views: 0, other: '' },
      { source: 'café', views: 0.5, other: '' },
      { source: '+14155550134', views: 1, other: '' },
      { source: '+1+cmd', views: -1, other: '' },
      { source: '＝1', views: 1, other: '' },
    ],
  );
  assert.equal(
    csv,
    '\uFEFFSource,Views\r\n"\'=HYPERLINK(""https://evil.example"";""x"")",2\r\n"\'@sum, +1\n-2",\r\n\'-1,0\r\ncafé,0.5\r\n+14155550134,1\r\n\'+1+cmd,-1\r\n\'＝1,1\r\n',
  );
});
