import assert from 'node:assert/strict';
import { cpus } from 'node:os';
import { test } from 'node:test';
import type { Load } from './load-page.ts';
import { type PageRun, reportPages } from './report.ts';

const load: Load = {
  requests: 1,
  bytes: 1_900,
  script: 0,
  style: 0,
  fcp: 500,
  lcp: 500,
  shift: 0,
  blocked: 0,
  inlineScript: 0,
  inlineStyle: 700,
  cpu: 200,
  elsewhere: [],
};
const visit = (told: Partial<Load> = {}) => ({
  load: { ...load, ...told },
  typing: { typingWorks: 600, typed: 5, lost: 0 },
});

const run: PageRun = {
  visits: { static: [visit()], guestcard: [visit({ lcp: 600 })] },
  requests: undefined,
  rounds: 1,
  failed: [],
  versions: ['Chromium 156'],
  crowd: [0.5, 2],
  day: '2026-03-04',
};

test('the page says when it was measured, with what, and which targets were met', () => {
  const { page } = reportPages(run);
  assert.match(page, /on 2026-03-04/);
  assert.match(page, /Versions: Chromium 156\./);
  assert.match(page, /First contentful paint[^\n]*\| 1\.00× \(1\.00 to 1\.00\) \| ≤ 1\.15× \| met \|/);
  assert.match(
    page,
    /Largest contentful paint[^\n]*\| 1\.20× \(1\.20 to 1\.20\) \| ≤ 1\.15× \| \*\*missed\*\* \|/,
  );
});

test('a page that could not be built is named with the reason', () => {
  const { page } = reportPages({ ...run, failed: [{ id: 'formio', reason: 'no such version' }] });
  assert.match(page, /Form\.io is missing: no such version/);
});

test('a page that asked others for something is named with them', () => {
  const elsewhere = ['https://cdn.example/a.js', 'https://cdn.example/b.css'];
  const { page } = reportPages({ ...run, visits: { ...run.visits, surveyjs: [visit({ elsewhere })] } });
  assert.match(page, /SurveyJS also asked cdn\.example\./);
});

test('times from a machine that was too busy are said to be doubtful', () => {
  const doubtful = /not resolved/;
  assert.match(reportPages({ ...run, crowd: [1_000, 0.5] }).page, doubtful);
  assert.match(reportPages({ ...run, crowd: [0.5, 1_000] }).page, doubtful);
  const ownWork = cpus().length + 0.1;
  assert.doesNotMatch(reportPages({ ...run, crowd: [0.5, ownWork] }).page, doubtful);
});
