import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languages, textsIn } from './languages.ts';
import { fill, fillCounted } from './texts.ts';

/** Every text by its place, with the forms of a text that counts as one. */
function* texts(part: unknown, place = ''): Generator<[place: string, text: string]> {
  if (typeof part === 'string') yield [place, part];
  else if (part && typeof part === 'object' && 'other' in part) yield [place, String(part.other)];
  else for (const [key, value] of Object.entries(part ?? {})) yield* texts(value, `${place}.${key}`);
}

const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

const english = Object.fromEntries(texts(textsIn('en')));

for (const [code, language] of languages) {
  test(`${code} says everything, and fills in what English fills in`, () => {
    const said = Object.fromEntries(texts(language));
    assert.deepEqual(Object.keys(said), Object.keys(english));
    for (const [place, text] of Object.entries(said)) {
      assert.deepEqual(places(text), places(english[place] ?? ''), `${code}${place}`);
      assert.ok(text !== '' || english[place] === '', `${code}${place} is empty`);
    }
    assert.doesNotThrow(() => new Intl.DateTimeFormat(language.locale));
  });
}

test('Spanish is no copy of English', () => {
  const same = Object.entries(Object.fromEntries(texts(textsIn('es')))).filter(
    ([place, text]) => text.length > 3 && text === english[place],
  );
  assert.deepEqual(same, [['.page.errorPrefix', 'Error: ']]);
});

test('what is filled in takes its place, and a wrong name is seen', () => {
  assert.equal(fill('Call {name} at {phone}', { name: 'Ana', phone: 5 }), 'Call Ana at 5');
  assert.equal(fill('Call {nobody}', {}), 'Call {nobody}');
});

test('a number chooses its plural and is written as the reader writes it', () => {
  const months = { one: '{count} month', other: '{count} months of {name}' };
  assert.equal(fillCounted({ locale: 'en-US' }, months, 1), '1 month');
  assert.equal(fillCounted({ locale: 'en-US' }, months, 1_200, { name: 'x' }), '1,200 months of x');
});
