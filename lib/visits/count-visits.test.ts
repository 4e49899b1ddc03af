import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { test } from 'node:test';
import type { Touch } from '../attribution/campaign.ts';
import type { Database } from '../database/connect.ts';
import { newSubmissionId } from '../lead/submission-id.ts';
import { demoProperties } from '../property/demo-properties.ts';
import type { Property } from '../property/property.ts';
import { answerCameBy } from './answer-came-by.ts';
import { answerFirstFocus } from './answer-first-focus.ts';
import { countViews } from './count-views.ts';

const browser = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0',
};
const bot = { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' };

const secret = 'a secret of the program';
const formId = newSubmissionId(secret, Date.now());

/** What is counted, as text; the database is away. */
function open() {
  const counted: string[] = [];
  const said = ({ source, campaign }: Touch) => `${source ?? '-'}/${campaign.utm_campaign ?? '-'}`;
  const app = {
    database: { db: { selectFrom: () => assert.fail('the database is away') } } as unknown as Database,
    log: { error: () => {} } as never,
    properties: demoProperties().map((property) => ({
      ...property,
      embed_origins: ['https://www.maplecourt.example'],
    })),
    secret,
    visits: {
      view: ({ slug }: Property, touch: Touch, place: string) =>
        counted.push(`view ${slug} ${said(touch)} ${place}`),
      start: ({ slug }: Property, touch: Touch, place: string) =>
        counted.push(`start ${slug} ${said(touch)} ${place}`),
      moveView: ({ slug }: Property, from: Touch, to: Touch, rendering: string) =>
        counted.push(
          `move ${slug} ${said(from)} to ${said(to)} by ${rendering === formId ? 'its form' : rendering}`,
        ),
    } as never,
  };
  const get = (url: string, { method = 'GET', headers = browser as object, status = 200 } = {}) => {
    const response = Object.assign(new EventEmitter(), { statusCode: status });
    const request = { method, url, headers } as IncomingMessage;
    assert.equal(countViews(app)(request, response as unknown as ServerResponse), undefined);
    assert.deepEqual(counted.splice(0), [], 'not before it is answered');
    response.emit('finish');
    return counted.splice(0);
  };
  const focus = async (slug: string, place: 'page' | 'embed', headers: Record<string, string>) => {
    const request = new Request(`http://localhost/p/${slug}/first-focus`, { headers });
    const answer = await answerFirstFocus(app, request, slug, place);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    return [answer.status, ...counted.splice(0)];
  };
  const cameBy = async (body: string, headers: Record<string, string> = browser, slug = 'maple-court') => {
    const request = new Request(`http://localhost/embed/${slug}/came-by`, { method: 'POST', headers, body });
    return [(await answerCameBy(app, request, slug)).status, ...counted.splice(0)];
  };
  return { get, focus, cameBy };
}

test('each form page that a person was answered with is a view, in a frame too', () => {
  const { get } = open();
  assert.deepEqual(get('/p/maple-court'), ['view maple-court -/- page']);
  assert.deepEqual(get('/p/maple-court?gc_source=zillow&source=other&utm_campaign=a+b&first_name=Ana'), [
    'view maple-court zillow/a b page',
  ]);
  assert.deepEqual(get('/embed/maple-court?src=flyer'), ['view maple-court flyer/- embed']);
});

test('no view: bots, refusals, sent forms, what Next itself asks for, and everything around the form', () => {
  const { get } = open();
  assert.deepEqual(get('/p/maple-court', { headers: bot }), []);
  assert.deepEqual(get('/p/maple-court', { status: 404 }), []);
  assert.deepEqual(get('/p/maple-court', { method: 'POST' }), []);
  assert.deepEqual(get('/p/maple-court', { method: 'HEAD' }), []);
  assert.deepEqual(get('/p/maple-court', { headers: { ...browser, rsc: '1' } }), []);
  for (const url of ['/', '/p/maple-court/first-focus', '/embed/status/abc', '/embed/maple-court?preview=1'])
    assert.deepEqual(get(url), [], url);
});

test('the same form once more, in another language or look, is the same visit', () => {
  const { get } = open();
  const from = (path: string) => ({
    headers: { ...browser, referer: `https://forms.example${path}`, 'sec-fetch-site': 'same-origin' },
  });
  assert.deepEqual(get('/embed/maple-court?lang=es', from('/embed/maple-court?source=zillow')), []);
  assert.deepEqual(get('/p/maple-court', from('/p/maple-court')), []);
  assert.deepEqual(get('/p/maple-court', from('/')), ['view maple-court -/- page']);
  assert.deepEqual(get('/p/maple-court', from('/p/foundry-lofts')), ['view maple-court -/- page']);
});

test('a frame on a website that may not have it is seen by nobody', () => {
  const { get } = open();
  const framed = (referer: string) => ({
    headers: { ...browser, referer, 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'cross-site' },
  });
  assert.deepEqual(get('/embed/maple-court', framed('https://www.maplecourt.example/')), [
    'view maple-court -/- embed',
  ]);
  assert.deepEqual(get('/embed/maple-court', framed('https://evil.example/')), []);
});

test('a start is counted by the address of the form; without one under no source', async () => {
  const { focus } = open();
  const from = (referer: string, headers = browser) => ({ ...headers, referer });
  assert.deepEqual(
    await focus(
      'maple-court',
      'page',
      from('https://forms.example/p/maple-court?source=zillow&utm_campaign=fall'),
    ),
    [204, 'start maple-court zillow/fall page'],
  );
  assert.deepEqual(await focus('maple-court', 'embed', browser), [204, 'start maple-court -/- embed']);
  assert.deepEqual(
    await focus('maple-court', 'page', from('https://forms.example/p/maple-court', bot)),
    [204],
  );
  assert.deepEqual(
    await focus('maple-court', 'embed', from('https://forms.example/embed/maple-court?preview=1')),
    [204],
  );
  assert.deepEqual(await focus('nowhere', 'page', browser), [404]);
});

test('a frame that learns where its visitor came from moves its view; nothing it says is an error', async () => {
  const { cameBy } = open();
  const id = `submission_id=${formId}`;
  const told = `${id}&query=${encodeURIComponent('?source=zillow&utm_campaign=fall')}`;
  const frame = (search: string, headers: object = browser) => ({
    ...headers,
    'sec-fetch-site': 'same-origin',
    referer: `https://forms.example/embed/maple-court${search}`,
  });
  assert.deepEqual(await cameBy(told, frame('?source=preset')), [
    204,
    'move maple-court preset/- to zillow/fall by its form',
  ]);
  assert.deepEqual(await cameBy(told, frame('')), [204, 'move maple-court -/- to zillow/fall by its form']);
  assert.deepEqual(await cameBy(told, frame('', bot)), [204]);
  assert.deepEqual(await cameBy(told, frame(''), 'nowhere'), [204]);
  const strange = `submission_id=${newSubmissionId('another secret', Date.now())}`;
  for (const other of ['submission_id=made-up', strange, ''])
    assert.deepEqual(await cameBy(told.replace(id, other), frame('')), [204]);
  // Only the frame itself: others could take away what was counted.
  for (const changes of [
    { 'sec-fetch-site': 'cross-site' },
    { referer: 'https://forms.example/embed/foundry-lofts' },
    { referer: '' },
  ])
    assert.deepEqual(await cameBy(told, { ...frame(''), ...changes }), [204]);
  assert.deepEqual(await cameBy(told, frame('?preview=1')), [204]);
  assert.deepEqual(await cameBy(`%%%&${id}`, frame('')), [204, 'move maple-court -/- to -/- by its form']);
  assert.deepEqual(await cameBy(`${id}&query=${'x'.repeat(40_000)}`, frame('')), [204]);
});
