import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readAttribution } from '../attribution/read-attribution.ts';
import { acceptedAnswers, arbitraryForm, hostileText, isAccepted } from '../lead/test-forms.ts';
import { demoProperties } from '../property/demo-properties.ts';
import type { Property } from '../property/property.ts';
import { readJobId } from './answers.ts';
import { createPropexoClient } from './client.ts';
import { notesCarryReference, toPropexoLead } from './lead-payload.ts';
import { createLeadSchema } from './simulator/create-lead.ts';
import { openSimulator } from './simulator/fixture.ts';

const [property] = demoProperties() as [Property];
const reference = 'GC-7Q4K-9M8D';

/** As the worker makes it, with whatever the link said as its source. */
const arbitraryPayload = fc.tuple(acceptedAnswers, hostileText).map(([answers, source]) => ({
  answers,
  body: toPropexoLead({
    reference,
    answers,
    property,
    leadSourceId: property.lead_source_id,
    attribution: readAttribution({ source, gc_page: source, gc_first_at: '7', gc_first_source: source }),
    unknownSource: readAttribution({ source }).source,
  }),
}));

test('the forms made up here are accepted often and refused often enough to prove something', () => {
  const forms = fc.sample(arbitraryForm, 2_000);
  const share = forms.filter(isAccepted).length / forms.length;
  assert.ok(share > 0.5 && share < 0.9, `${share} are accepted`);
});

test('whatever passes the form is accepted by the strict schema of Propexo, unchanged', () => {
  fc.assert(
    fc.property(arbitraryPayload, ({ body }) => {
      assert.deepEqual(createLeadSchema.parse(body), body);
    }),
    { numRuns: 3_000 },
  );
});

test('the body survives JSON and UTF-8 unchanged, and nothing in it is undefined', () => {
  fc.assert(
    fc.property(arbitraryPayload, ({ body }) => {
      assert.deepEqual(JSON.parse(Buffer.from(JSON.stringify(body)).toString()), body);
      assert.ok(Object.values(body).every((value) => value !== undefined && value !== ''));
      for (const value of Object.values(body)) assert.ok(String(value).isWellFormed());
    }),
    { numRuns: 1_000 },
  );
});

test('the first line of the notes is always the reference, and the message is whole at the end', () => {
  fc.assert(
    fc.property(arbitraryPayload, ({ body, answers }) => {
      assert.equal(body.notes.split('\n')[0], `Ref ${reference}`);
      assert.ok(notesCarryReference(body.notes, reference));
      if (answers.notes) assert.ok(body.notes.endsWith(`\nMessage: ${answers.notes}`));
    }),
    { numRuns: 1_000 },
  );
});

test('a phone is sent as E.164 with the digits that were typed, or as it was typed', () => {
  // The last four: before them a national prefix may have been taken out, like the (0) of a British number.
  const lastDigits = (text: string) =>
    text
      .replace(/[\s,;]*(ext|x|#).*$/i, '')
      .replace(/\D/g, '')
      .slice(-4);
  fc.assert(
    fc.property(arbitraryPayload, ({ body, answers }) => {
      if (body.phone_1 === answers.phone_1) return;
      assert.match(body.phone_1 ?? '', /^\+[1-9]\d{1,14}$/);
      assert.equal(lastDigits(body.phone_1 ?? ''), lastDigits(answers.phone_1 ?? ''));
    }),
    { numRuns: 2_000 },
  );
});

test('the same lead gives the same body, and making it changes nothing', () => {
  fc.assert(
    fc.property(acceptedAnswers, (answers) => {
      const before = structuredClone(answers);
      const lead = { reference, answers: Object.freeze(answers), property, leadSourceId: 'source' };
      assert.deepEqual(toPropexoLead(lead), toPropexoLead(lead));
      assert.deepEqual(answers, before);
    }),
  );
});

test('whatever passes the form is queued by Propexo over real HTTP, as it was made', async (t) => {
  const simulator = await openSimulator(t, { requestsPerMinute: null });
  const client = createPropexoClient({
    baseUrl: simulator.url,
    token: 'simulator-token',
    connectTimeoutMs: 5_000,
    totalTimeoutMs: 5_000,
  });
  await fc.assert(
    fc.asyncProperty(arbitraryPayload, async ({ body }) => {
      const result = await client.createLead(body);
      assert.ok(result.kind === 'answer', `${result.kind}`);
      assert.equal(result.status, 200, result.body);
      assert.ok(readJobId(result.body));
      assert.deepEqual(simulator.inbox.at(-1)?.body, body);
    }),
    { numRuns: 100 },
  );
  assert.equal(simulator.inbox.length, 100);
});
