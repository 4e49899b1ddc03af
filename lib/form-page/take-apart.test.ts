import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UnfitPageError } from './errors.ts';
import { startScript, takeApart, withStart } from './take-apart.ts';

const page = [
  '<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>',
  '<style data-precedence="next" data-href="/a.css">.a{color:red}</style>',
  '<link rel="preload" as="script" fetchPriority="low" href="/_next/r.js"/>',
  '<link rel="modulepreload" href="/_next/m.js"/>',
  '<link rel="icon" href="/icon.svg"/>',
  '<script src="/_next/one.js?a=1&amp;b=2" async=""></script>',
  '<script src="/_next/old.js" noModule=""></script></head>',
  '<body><!--$--><style>:root{--accent:#0f766e}</style>',
  '<form><p title="&lt;script&gt;">&lt;script&gt; is text</p><div id="visit" hidden=""><input value="x"/></div></form>',
  '<script id="early">early()</script><!--/$-->',
  '<script type="application/ld+json">{"@type":"Place"}</script>',
  '<script id="_R_">runtime()</script>',
  '<script src="/_next/r.js" async=""></script>',
  '<script>self.__next_f.push([1,"\\u003cscript> of the data"])</script>',
  '</body></html>',
].join('');

test('the document keeps everything but the scripts of the framework', () => {
  const { before, after } = takeApart(page);
  assert.equal(
    before,
    [
      '<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>',
      '<style data-precedence="next" data-href="/a.css">.a{color:red}</style>',
      '<link rel="icon" href="/icon.svg"/>',
      '</head><body><!--$--><style>:root{--accent:#0f766e}</style>',
      '<form><p title="&lt;script&gt;">&lt;script&gt; is text</p><div id="visit" hidden="">',
    ].join(''),
  );
  assert.equal(
    after,
    [
      '</div></form><script id="early">early()</script><!--/$-->',
      '<script type="application/ld+json">{"@type":"Place"}</script></body></html>',
    ].join(''),
  );
});

test('what is to run later, in its order, and what runs and shows at once', () => {
  const parts = takeApart(page);
  assert.deepEqual(parts.chunks, ['/_next/one.js?a=1&b=2', '/_next/r.js']);
  assert.equal(parts.earlyScript, 'early()');
  assert.deepEqual(parts.styles, ['.a{color:red}', ':root{--accent:#0f766e}']);
  const done: unknown[] = [];
  new Function('runtime', 'self', 'loadScripts', startScript(parts))(
    () => done.push('runtime'),
    { __next_f: done },
    (chunks: string[]) => done.push(...chunks),
  );
  assert.deepEqual(done, ['runtime', [1, '<script> of the data'], ...parts.chunks]);
});

test('the early script is told where to find it', () => {
  assert.equal(
    withStart(takeApart(page).after, '/p/a/start.js').slice(0, 81),
    '</div></form><script id="early" data-start="/p/a/start.js">early()</script><!--/$-->'.slice(0, 81),
  );
});

const without: Record<string, string> = {
  'an early script': page.replace(' id="early"', ''),
  'a place for the visit': page.replace('id="visit"', ''),
  'scripts, as an error page': page.replaceAll(' src=', ' data-src='),
  'its end: a part that scripts would move into place': page.replace(
    '<!--$-->',
    '<!--$?--><template id="B:0"></template>',
  ),
};

for (const [what, html] of Object.entries(without))
  test(`a page without ${what} is not for everybody`, () => {
    assert.throws(() => takeApart(html), UnfitPageError);
  });
