import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasMarkup, linksIn, looksRandom, offersContact } from './text-signs.ts';

test('links are counted however they are written, and only links', () => {
  for (const [text, count] of [
    ['', 0],
    ['Is the 2.5 bath home free? We move in on 3/1.I have two cats.', 0],
    ['Write to ana@example.com, please', 0],
    ['See https://example.com/plan?id=1', 1],
    ['(www.example.de)', 1],
    ['cheap-pills.example.ru/buy and CASINO.TOP!', 2],
    ['<a href="http://a.example">here</a> http://b.example', 2],
    ['пример.com', 1],
    ['St.Mary, Apt.In, e.g. etc.', 0],
  ] as const)
    assert.equal(linksIn(text), count, text);
});

test('markup is what programs write', () => {
  for (const text of ['<a href="x">', '<br/>', '</p>', '[url=http://x]', '[/url]', '<IFRAME src=x>'])
    assert.equal(hasMarkup(text), true, text);
  for (const text of ['I <3 it', 'rent <under $1500>', '[sic]', 'a < b > c', '1 <2 and 3> 2'])
    assert.equal(hasMarkup(text), false, text);
});

test('a campaign names a way to reach somebody', () => {
  for (const text of ['call 1 (415) 555-0134', 'x@y.example', 'on WhatsApp only', 'see casino.top'])
    assert.equal(offersContact(text), true, text);
  for (const text of ['Two cats, 2 bedrooms, by 2026-03-01?', 'Meet me @ 5'])
    assert.equal(offersContact(text), false, text);
});

test('real names do not look random', () => {
  for (const name of ['Krzysztof', 'Schwarzschild', 'McDonald-DeLaCruz', 'Nguyễn', '李', 'Ng', 'LaTanyaRae'])
    assert.equal(looksRandom(name), false, name);
  for (const name of ['hGtRwQpLm', 'xzkrwtplqs']) assert.equal(looksRandom(name), true, name);
});
