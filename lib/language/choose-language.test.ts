import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseLanguage } from './choose-language.ts';

const both = ['en', 'es'];
const cases: [why: string, offered: string[], asked: string | null, header: string | null, chosen: string][] =
  [
    ['nothing is known: the first that is offered', ['es', 'en'], null, null, 'es'],
    ['the address asks', both, 'es', 'en-US,en', 'es'],
    ['the address asks for a country’s form', both, 'es-MX', 'en', 'es'],
    ['the address asks in capitals', both, ' ES ', null, 'es'],
    ['the address asks for what is not offered', both, 'fr', 'es', 'es'],
    ['the browser asks', both, null, 'es-419,es;q=0.9,en;q=0.8', 'es'],
    ['the browser’s weights count, not its order', both, null, 'en;q=0.5, es;q=0.9', 'es'],
    ['the browser refuses one', both, null, 'en;q=0, es;q=0.1', 'es'],
    ['the browser asks for others', both, null, 'fr,de;q=0.5', 'en'],
    ['the browser asks for anything', both, null, '*', 'en'],
    ['only one is offered', ['en'], 'es', 'es', 'en'],
    ['the header is nonsense', both, null, ';;q=x,,=,;q=zz', 'en'],
  ];
for (const [why, offered, asked, header, chosen] of cases) {
  test(`${why}: ${chosen}`, () => assert.equal(chooseLanguage(offered, asked, header), chosen));
}
