import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KeptPage } from './kept-page.ts';
import { createKeptPages } from './kept-pages.ts';

/** Only the name of its script matters here. */
const page = (path: string) => ({ start: { path } }) as KeptPage;

function open(most?: number) {
  const clock = { now: 0 };
  const failures: string[] = [];
  const kept = createKeptPages({
    now: () => clock.now,
    onFailure: (error, place) => failures.push(`${place}: ${(error as Error).message}`),
    ...(most ? { most } : {}),
  });
  return { kept, failures, clock };
}

test('made once for all who come at once, and kept for those who come later', async () => {
  const kept = open().kept;
  let made = 0;
  const make = async () => page(`/start-${++made}.js`);
  const [one, other] = await Promise.all([kept.page('a en', '1', make), kept.page('a en', '1', make)]);
  assert.equal(one, other);
  assert.equal(await kept.page('a en', '1', make), one);
  assert.notEqual(await kept.page('a es', '1', make), one);
  assert.equal(made, 2);
});

test('another version is made anew; the script of the one before is still there', async () => {
  const kept = open().kept;
  await kept.page('a en', '1', async () => page('/start-1.js'));
  await kept.page('a en', '2', async () => page('/start-2.js'));
  for (const path of ['/start-1.js', '/start-2.js']) assert.equal(kept.script(path)?.path, path);
});

test('what could not be made is told once, and tried again after a rest', async () => {
  const { kept, failures, clock } = open();
  const make = async () => {
    if (clock.now < 5_000) throw new Error('no page');
    return page('/start.js');
  };
  assert.equal(await kept.page('a en', '1', make), undefined);
  clock.now = 4_999;
  assert.equal(await kept.page('a en', '1', make), undefined);
  assert.deepEqual(failures, ['a en: no page']);
  clock.now = 5_000;
  assert.equal((await kept.page('a en', '1', make))?.start.path, '/start.js');
});

test('no more than so many: what has not been made for longest goes', async () => {
  const { kept } = open(2);
  const make = (slug: string) => kept.page(slug, '1', async () => page(`/${slug}.js`));
  for (const slug of ['a', 'b', 'c', 'd', 'e']) await make(slug);
  assert.deepEqual(
    ['a', 'b', 'c', 'd', 'e'].map((slug) => kept.script(`/${slug}.js`)?.path),
    [undefined, '/b.js', '/c.js', '/d.js', '/e.js'],
  );
  const again = await kept.page('a', '1', async () => page('/a-again.js'));
  assert.equal(again?.start.path, '/a-again.js');
  const stillKept = await kept.page('e', '1', async () => page('/e-again.js'));
  assert.equal(stillKept?.start.path, '/e.js');
});
