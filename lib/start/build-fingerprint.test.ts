import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { fingerprintSources } from './build-fingerprint.ts';

const root = mkdtempSync(join(tmpdir(), 'guestcard-fingerprint-'));
after(() => rmSync(root, { recursive: true }));

const write = (path: string, content: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};

let before: string;
beforeEach(() => {
  rmSync(root, { recursive: true });
  write('app/page.tsx', 'page');
  write('lib/lead/schema.ts', 'schema');
  write('package-lock.json', '{}');
  before = fingerprintSources(root, {});
});

const matters: Record<string, () => void> = {
  'a changed page': () => write('app/page.tsx', 'another page'),
  'a new file deep in lib': () => write('lib/lead/consent.ts', ''),
  'a file in public': () => write('public/embed.js', ''),
  'other packages': () => write('package-lock.json', '{ }'),
  "Next's settings": () => write('next.config.js', ''),
  'a file under another name': () => {
    rmSync(join(root, 'lib/lead/schema.ts'));
    write('lib/lead/rules.ts', 'schema');
  },
};

for (const [what, change] of Object.entries(matters)) {
  test(`${what} asks for a new build`, () => {
    change();
    assert.notEqual(fingerprintSources(root, {}), before);
  });
}

const doesNotMatter: Record<string, () => void> = {
  'a test': () => write('lib/lead/schema.test.ts', 'test'),
  'a journey': () => write('e2e/lead.spec.ts', 'journey'),
  'data and settings': () => {
    write('.data/guestcard.db', '');
    write('.env', 'PORT=3001');
  },
  'what Next writes': () => write('next-env.d.ts', ''),
  'the same content again': () => write('app/page.tsx', 'page'),
};

for (const [what, change] of Object.entries(doesNotMatter)) {
  test(`${what} asks for none`, () => {
    change();
    assert.equal(fingerprintSources(root, {}), before);
  });
}

test('only what Next puts into the pages counts of the environment', () => {
  assert.equal(fingerprintSources(root, { PORT: '3001' }), before);
  const one = fingerprintSources(root, { NEXT_PUBLIC_NAME: 'one' });
  assert.notEqual(one, before);
  assert.notEqual(fingerprintSources(root, { NEXT_PUBLIC_NAME: 'two' }), one);
});
