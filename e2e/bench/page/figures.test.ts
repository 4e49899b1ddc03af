import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageFigures, ratioTable, requestFigures } from './figures.ts';
import type { Visit } from './measure-pages.ts';

const round = (perSecond: number) => ({ perSecond, p50: 1, p95: 1, p99: 1 });

interface Told {
  fcp: number;
  blocked: number;
  script?: number;
  inlineScript?: number;
  shift?: number;
  lost?: number;
  works?: number;
}

function visit({
  fcp,
  blocked,
  script = 0,
  inlineScript = 0,
  shift = 0,
  lost = 0,
  works = 500,
}: Told): Visit {
  const transferred = { requests: 1, bytes: 2_000 + script, script, style: 0 };
  return {
    load: {
      ...transferred,
      fcp,
      lcp: fcp,
      shift,
      blocked,
      inlineScript,
      inlineStyle: 700,
      cpu: 100,
      elsewhere: [],
      touch: { requests: 3, bytes: 40_000, script: 39_000, style: 0, lost: 0 },
    },
    typing: { typingWorks: works, typed: 9, lost },
  };
}

const limit = [100, 200, 400].map((fcp) => visit({ fcp, blocked: 20 }));
const met = (told: Partial<Told>) =>
  pageFigures({
    static: limit,
    guestcard: [100, 200, 400].map((fcp) => visit({ fcp: fcp * 1.1, blocked: 45, script: 9_000, ...told })),
  }).map((figure) => figure.met);

test('our page is judged beside the static one of the same round, however slow the round was', () => {
  assert.deepEqual(met({}), [true, true, true, true, true, true, undefined]);
});

test('each target is missed by itself', () => {
  assert.deepEqual(met({ fcp: 900 }).slice(0, 2), [false, false]);
  assert.equal(met({ blocked: 51 })[2], false);
  assert.equal(met({ inlineScript: 1_001 })[3], false, 'scripts in the page count like files');
  assert.equal(met({ shift: 0.01 })[4], false);
  assert.equal(met({ lost: 1 })[5], false);
});

test('one page without the other is not judged', () => {
  assert.deepEqual(pageFigures({ static: limit }), []);
});

test('requests a second are judged beside a dynamic page with the same form', () => {
  const rounds = { static: [round(9_000)], next: [round(200)], hello: [round(400)] };
  const [form, hello] = requestFigures({ ...rounds, guestcard: [round(1_000)] });
  assert.deepEqual([form?.value, form?.met, hello?.value, hello?.met], ['5.00×', true, '2.50×', undefined]);
  assert.equal(requestFigures({ ...rounds, guestcard: [round(990)] })[0]?.met, false);
});

test('the table has a row for each page that was measured, and a dash where typing never worked', () => {
  const [head, first, second, ...others] = ratioTable({
    static: limit,
    formio: [visit({ fcp: 300, blocked: 500, script: 426_000, works: Number.POSITIVE_INFINITY })],
  });
  assert.equal(head?.length, first?.length);
  assert.deepEqual(first?.slice(0, 6), [
    'Static HTML, inline CSS, no script',
    '1',
    '2.0',
    '0.0',
    '0.7',
    '1.00×',
  ]);
  assert.deepEqual(second?.slice(0, 9), [
    'Form.io',
    '1',
    '428.0',
    '426.0',
    '0.7',
    '3.00×',
    '3.00×',
    '–',
    '480',
  ]);
  assert.deepEqual(others, []);
});
