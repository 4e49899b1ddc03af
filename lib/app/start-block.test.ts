import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEnvironment } from '../env.ts';
import { demoProperties } from '../property/demo-properties.ts';
import type { Property } from '../property/property.ts';
import { startBlock } from './start-block.ts';

const demo = readEnvironment({ DATA_DIR: '/data', PORT: '4000' });

test('in demo mode it says where the forms are and that leads stay here', () => {
  const block = startBlock(demo, demoProperties(), undefined);
  assert.match(
    block,
    /Forms +http:\/\/localhost:4000\/p\/maple-court {2}\(Maple Court\)\n +http:\/\/localhost:4000\/p\/foundry-lofts/,
  );
  assert.match(block, /Leads go to +the local simulator \(demo mode\)/);
  assert.match(block, /Kept in +\/data\n/);
});

test('with a token and a database it says whose they are, and neither secret', () => {
  const settings = readEnvironment({
    PROPEXO_API_TOKEN: 'the-token',
    DATABASE_URL: 'postgres://user:the-password@db/guestcard',
    APP_SECRET: 'the-secret-of-the-app',
  });
  const block = startBlock(settings, [], undefined);
  assert.match(block, /Leads go to +ResMan, through Propexo at https:\/\/api\.propexo\.com/);
  assert.match(block, /Kept in +PostgreSQL/);
  assert.match(block, /Forms +none yet/);
  assert.doesNotMatch(block, /the-token|the-password|the-secret/);
});

test('of many forms the first five are listed', () => {
  const [property] = demoProperties() as [Property];
  const many = Array.from({ length: 7 }, (_, index) => ({ ...property, slug: `oak-${index}` }));
  const block = startBlock(demo, many, undefined);
  assert.match(block, /oak-4/);
  assert.doesNotMatch(block, /oak-5/);
  assert.match(block, /and 2 more, see http:\/\/localhost:4000\//);
  assert.doesNotMatch(startBlock(demo, many.slice(0, 5), undefined), /more, see/);
});

test('while nobody can sign in it prints the set-up link, afterwards only the door', () => {
  assert.match(
    startBlock(demo, [], 'one-time-token'),
    /Staff door +http:\/\/localhost:4000\/staff\/set-up\?token=one-time-token\n +Open this once/,
  );
  assert.match(startBlock(demo, [], undefined), /Staff door +http:\/\/localhost:4000\/staff\n/);
});

test('an accent that had to be corrected is reported, one line for each property; the demo has none', () => {
  const [property] = demoProperties() as [Property];
  const block = startBlock(
    demo,
    [property, { ...property, name: 'Oak Hill', theme: { accent: '#ffe600' } }],
    undefined,
  );
  assert.match(block, /Colors +Oak Hill: the accent #ffe600 is too light .*; buttons there use #837600\n$/);
  assert.doesNotMatch(startBlock(demo, demoProperties(), undefined), /Colors/);
});
