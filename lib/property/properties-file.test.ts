import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { ConfigurationError } from '../env.ts';
import { defaultFields, optionalFields } from './fields.ts';
import { readPropertiesFile } from './properties-file.ts';

const ids = { integration_id: 'int1', property_id: 'prop1', employee_id: 'emp1', lead_source_id: 'src1' };
const least = { slug: 'oak-hill', name: 'Oak Hill', ...ids };

function read(t: TestContext, content: unknown) {
  const folder = mkdtempSync(join(tmpdir(), 'guestcard-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'properties.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readPropertiesFile(file);
}

/** The message without its headline, one fault per entry. */
function faults(t: TestContext, ...properties: unknown[]): string[] {
  const message = messageOf(() => read(t, { properties }));
  assert.match(
    message,
    /^Guestcard cannot start: PROPERTIES_FILE \(.*properties\.json\) needs to be changed:\n/,
  );
  return message.split('\n  - ').slice(1);
}

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    assert.ok(error instanceof ConfigurationError);
    return error.message;
  }
  return 'nothing is wrong';
}

test('a complete property is read as it is written', (t) => {
  const mapleCourt = {
    slug: 'maple-court',
    name: 'Maple Court',
    phone: '+1 415 555 0100',
    time_zone: 'America/Los_Angeles',
    ...ids,
    sources: [{ alias: 'zillow', lead_source_id: 'src2' }],
    embed_origins: ['https://www.maplecourt.example'],
    theme: { accent: '#0f766e' },
    locales: ['en', 'es'],
    fields: ['phone_1', 'target_move_in_date', 'desired_num_bedrooms', 'notes'],
  };
  assert.deepEqual(read(t, { properties: [mapleCourt] }), [mapleCourt]);
});

test('slug, name and the four ids are enough', (t) => {
  assert.deepEqual(read(t, { properties: [least] }), [
    {
      ...least,
      time_zone: 'America/Los_Angeles',
      sources: [],
      embed_origins: [],
      theme: {},
      locales: ['en', 'es'],
      fields: defaultFields,
    },
  ]);
});

test('without them, each one that is missing is named', (t) => {
  assert.deepEqual(
    faults(t, {}),
    ['slug', 'name', 'integration_id', 'property_id', 'employee_id', 'lead_source_id'].map(
      (name) => `properties[0].${name} is missing`,
    ),
  );
});

test('several faults of several properties are named at once, also what is used twice', (t) => {
  assert.deepEqual(
    faults(
      t,
      { ...least, name: ' ', colour: 'red' },
      {
        ...least,
        employee_id: undefined,
        sources: [
          { alias: 'two words', lead_source_id: 'src2' },
          { alias: 'zillow', lead_source_id: 'src3' },
          { alias: 'Zillow' },
        ],
      },
    ),
    [
      'properties[0].name is empty',
      'properties[0] has settings that do not exist: colour',
      'properties[1].employee_id is missing',
      'properties[1].sources[0].alias must be a short word as used in links, such as "zillow"',
      'properties[1].sources[2].lead_source_id is missing',
      'properties[1].slug "oak-hill" is used by properties[0] already',
      'properties[1].sources[2].alias "zillow" is listed twice',
    ],
  );
});

test('settings that do not exist are named where they are', (t) => {
  assert.deepEqual(
    faults(t, { ...least, theme: { color: 'red' }, sources: [{ alias: 'a', lead_source_id: 'b', id: 'c' }] }),
    [
      'properties[0].sources[0] has settings that do not exist: id',
      'properties[0].theme has settings that do not exist: color',
    ],
  );
  assert.match(
    messageOf(() => read(t, { properties: [], version: 1 })),
    /- The file has settings that do not exist: version$/,
  );
});

test('aliases are the same in any case', (t) => {
  const [property] = read(t, {
    properties: [{ ...least, sources: [{ alias: 'Zillow', lead_source_id: 'x' }] }],
  });
  assert.equal(property?.sources[0]?.alias, 'zillow');
});

test('origins are the same in any case', (t) => {
  const [property] = read(t, { properties: [{ ...least, embed_origins: ['https://WWW.Oak.example'] }] });
  assert.deepEqual(property?.embed_origins, ['https://www.oak.example']);
});

for (const [name, wrong, right] of [
  [
    'slug',
    ['', 'Oak', 'oak hill', 'oak--hill', '-oak', 'oak-', 'a'.repeat(65), 'öak', 1],
    ['a', 'a-1', 'a'.repeat(64)],
  ],
  ['name', ['', ' ', 'x'.repeat(121), 1], ['x'.repeat(120)]],
  ['phone', ['123456', 'call us', '+1 415 555 0100 ext. 2', 4155550100], ['555-0100', '(415) 555–0100']],
  ['time_zone', ['Los Angeles', 'PST8', 'America/Springfield', 3], ['UTC', 'Asia/Kathmandu']],
  ['property_id', ['', 'two words', 'x'.repeat(201), 7], ['x'.repeat(200)]],
] as const) {
  test(`${name} is checked`, (t) => {
    for (const value of wrong)
      assert.match(
        faults(t, { ...least, [name]: value }).join(),
        new RegExp(`^properties\\[0\\]\\.${name} [^,]+`),
        String(value),
      );
    for (const value of right) assert.equal(read(t, { properties: [{ ...least, [name]: value }] }).length, 1);
  });
}

test('an origin is a scheme and a host and nothing that a header would understand otherwise', (t) => {
  for (const right of ['https://www.oak.example', 'http://localhost:8080', 'http://[::1]:8080'])
    assert.equal(read(t, { properties: [{ ...least, embed_origins: [right] }] }).length, 1, right);
  const wrong = [
    'https://www.oak.example/',
    'https://www.oak.example/form',
    'https://www.oak.example:443',
    'www.oak.example',
    'ftp://www.oak.example',
    'https://*.oak.example',
    "https://oak.example;script-src'none'",
    'https://oak.example,https://elm.example',
    'null',
    '*',
    1,
  ];
  assert.deepEqual(
    faults(t, { ...least, embed_origins: wrong }).map((fault) => fault.split(' ')[0]),
    wrong.map((_, index) => `properties[0].embed_origins[${index}]`),
  );
});

test('an accent is a colour of six hexadecimal digits', (t) => {
  for (const accent of ['red', '#fff', '#0f766', '#0f766g', '#0f766e80', 'rgb(0,0,0)', '#0f766e;}'])
    assert.deepEqual(faults(t, { ...least, theme: { accent } }), [
      'properties[0].theme.accent must be a colour such as "#0f766e"',
    ]);
});

test('languages and fields are known ones, each named once', (t) => {
  assert.deepEqual(faults(t, { ...least, locales: ['fr'], fields: ['pets'] }), [
    'properties[0].locales[0] must be "en" or "es"',
    `properties[0].fields[0] must be one of ${optionalFields.join(', ')}`,
  ]);
  assert.deepEqual(faults(t, { ...least, locales: ['en', 'en'], fields: ['notes', 'notes'] }), [
    'properties[0].locales names a language twice',
    'properties[0].fields[1] names the field "notes" twice',
  ]);
  assert.deepEqual(faults(t, { ...least, locales: [] }), [
    'properties[0].locales must name at least one language',
  ]);
});

test('what is no property is said to be none', (t) => {
  assert.deepEqual(faults(t, null, 'oak-hill'), [
    'properties[0] must be an object',
    'properties[1] must be an object',
  ]);
  assert.match(
    messageOf(() => read(t, [])),
    /- The file must be an object$/,
  );
  assert.match(
    messageOf(() => read(t, { properties: {} })),
    /- properties must be a list of properties$/,
  );
});

test('a file that is no JSON is said to be none, with its place', (t) => {
  assert.match(
    messageOf(() => read(t, '{ "properties": [')),
    /properties\.json\) is not valid JSON: .+/,
  );
});

test('a byte order mark of an editor does no harm', (t) => {
  assert.deepEqual(read(t, '\ufeff{"properties":[]}'), []);
});

test('a file that is not there is named', () => {
  const path = join(tmpdir(), 'guestcard-nowhere', 'properties.json');
  assert.match(
    messageOf(() => readPropertiesFile(path)),
    /guestcard-nowhere.*cannot be read: ENOENT/,
  );
});
