import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageFindings } from './check/page-findings.ts';
import { readPage } from './check/read-page.ts';
import { readChoices, type SnippetChoices, snippetKinds, snippetOf } from './snippet.ts';

const appUrl = 'https://leads.example.com';
const property = {
  slug: 'maple-court',
  name: 'Maple Court',
  locales: ['en', 'es'],
  sources: [{ alias: 'zillow', lead_source_id: 'secret-id' }],
};
const plain: SnippetChoices = { kind: 'frame', language: undefined, scheme: undefined, source: undefined };

test('the two lines to paste', () => {
  assert.equal(
    snippetOf(appUrl, property, plain),
    `<iframe data-guestcard src="https://leads.example.com/embed/maple-court" title="Contact Maple Court" loading="lazy" style="width:100%;min-height:720px;border:0"></iframe>
<script async src="https://leads.example.com/embed.js"></script>`,
  );
  const chosen = { language: 'es', scheme: 'dark', source: 'zillow' } as const;
  assert.match(
    snippetOf(appUrl, property, { kind: 'frame', ...chosen }),
    /src="[^"]+\/embed\/maple-court\?lang=es&amp;theme=dark&amp;source=zillow" title="Comuníquese con Maple Court"/,
  );
  assert.match(
    snippetOf(appUrl, property, { kind: 'popup', ...chosen }),
    /^<a href="[^"]+\/p\/maple-court\?lang=es&amp;theme=dark&amp;source=zillow" data-guestcard-open data-guestcard-lang="es" data-guestcard-theme="dark">Comuníquese con Maple Court<\/a>\n<script/,
  );
  assert.equal(
    snippetOf(appUrl, property, { kind: 'button', ...chosen }),
    '<script async src="https://leads.example.com/embed.js" data-guestcard-button="maple-court" data-guestcard-lang="es" data-guestcard-theme="dark" data-guestcard-source="zillow"></script>',
  );
});

test('whatever is chosen and however a property is called: the checker finds nothing wrong, and no id is told', () => {
  for (const name of ['Maple Court', 'The "Foundry" <Lofts> & Sons', "O'Hara"])
    for (const kind of snippetKinds)
      for (const source of [undefined, 'zillow', 'a"b', '&amp;'])
        for (const language of [undefined, 'es']) {
          const html = snippetOf(appUrl, { ...property, name }, { kind, language, scheme: 'light', source });
          assert.doesNotMatch(html, /secret-id/);
          const title = readPage(html).frames[0]?.attributes.get('title');
          if (kind === 'frame') assert.ok(title?.endsWith(` ${name}`), title);
          const page = { url: new URL('https://a.example'), headers: new Headers(), html, isCut: false };
          assert.deepEqual(pageFindings(page, { appUrl, slug: 'maple-court', name }), [], html);
        }
});

test('choices that the property does not have are passed over', () => {
  assert.deepEqual(readChoices(property, { kind: 'x', lang: 'fr', theme: 'pink', source: 'nobody' }), plain);
  assert.deepEqual(readChoices(property, { kind: 'button', lang: 'es', theme: 'auto', source: 'zillow' }), {
    kind: 'button',
    language: 'es',
    scheme: 'auto',
    source: 'zillow',
  });
  assert.equal(readChoices(property, { lang: ['es', 'en'] }).language, undefined);
});
