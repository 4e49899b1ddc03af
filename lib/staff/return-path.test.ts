import assert from 'node:assert/strict';
import { test } from 'node:test';
import { returnPath } from './return-path.ts';

test('only pages of the staff area are returned to', () => {
  assert.equal(returnPath('/staff/leads/abc/edit?x=1'), '/staff/leads/abc/edit?x=1');
  for (const asked of [
    '/staff/properties/maple-court?kind=popup',
    '/staff/links/bk7qxdh?told=made',
    '/staff/sources?property=maple-court&days=7',
    '/staff/sources.csv?days=7',
  ])
    assert.equal(returnPath(asked), asked);
  for (const asked of [
    undefined,
    '',
    'https://evil.example/staff/leads',
    '//evil.example/staff/leads',
    '/\\evil.example/staff/leads',
    '\\\\evil.example',
    'javascript:alert(1)',
    '/staff/leads/../../p/maple-court',
    '/staff/leads.evil',
    '/staff/sign-in?next=/staff/leads',
    ['/staff/leads/abc'],
  ])
    assert.equal(returnPath(asked), '/staff/leads', String(asked));
});
