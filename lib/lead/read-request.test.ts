import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkedBody } from './read-request.ts';
import { largestBody } from './read-submission.ts';

function post(body: BodyInit | null, type?: string): Request {
  return new Request('http://localhost/api/leads/maple-court', {
    method: 'POST',
    body,
    duplex: 'half',
    ...(type ? { headers: { 'content-type': type } } : {}),
  } as RequestInit);
}

const urlencoded = 'application/x-www-form-urlencoded';
const fields = { first_name: 'Ana', notes: 'Café & "more"\n' };

/** A body without a length, in pieces; says how many of them were taken. */
function pieces(text: string, count: number) {
  const taken = { count: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (taken.count === count) return controller.close();
      taken.count += 1;
      controller.enqueue(new TextEncoder().encode(text));
    },
    cancel() {
      taken.cancelled = true;
    },
  });
  return { body, taken };
}

test('a form is read, urlencoded and multipart', async () => {
  assert.deepEqual(await checkedBody(post(new URLSearchParams(fields))), { sent: fields, tooLarge: false });
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const { sent } = await checkedBody(post(form));
  assert.equal(sent?.first_name, 'Ana');
  assert.equal(sent?.notes?.trim(), 'Café & "more"');
});

test('JSON is read, with numbers, yes and no, and null', async () => {
  const body = JSON.stringify({ ...fields, desired_num_bedrooms: 2, sms_consent: true, unit_id: null });
  for (const type of ['application/json', 'Application/JSON; charset=utf-8', 'application/vnd.lead+json'])
    assert.deepEqual(await checkedBody(post(body, type)), {
      sent: { ...fields, desired_num_bedrooms: '2', sms_consent: 'true' },
      tooLarge: false,
    });
});

test('lists and objects in JSON are refused by name', async () => {
  const { problem } = await checkedBody(post('{"notes":["a"],"city":{}}', 'application/json'));
  assert.deepEqual(problem, {
    status: 422,
    message: 'Each field takes one text or number, not a list or an object: notes, city.',
  });
});

test('what cannot be read is refused with 400', async () => {
  for (const [body, type] of [
    ['{"first_name":', 'application/json'],
    ['', 'application/json'],
    ['[]', 'application/json'],
    ['null', 'application/json'],
    ['first_name=Ana', 'multipart/form-data'],
    ['--x\r\ncut off', 'multipart/form-data; boundary=x'],
  ] as const)
    assert.equal((await checkedBody(post(body, type))).problem?.status, 400, `${type} ${body}`);
});

test('a body of another type is refused with 415, unread', async () => {
  for (const type of ['text/plain', 'application/xml', 'text/json', 'application/jsonp', '']) {
    const request = post('{}', type);
    if (!type) request.headers.delete('content-type');
    assert.equal((await checkedBody(request)).problem?.status, 415, type);
    assert.equal(request.bodyUsed, false);
  }
});

test('a request without a body is an empty form, and no JSON', async () => {
  assert.deepEqual(await checkedBody(post(null, urlencoded)), { sent: {}, tooLarge: false });
  assert.equal((await checkedBody(post(null, 'application/json'))).problem?.status, 400);
});

test('64 KB are read and one byte more is refused', async () => {
  const json = (bytes: number) =>
    post(`{"notes":"${'x'.repeat(bytes - '{"notes":""}'.length)}"}`, 'application/json');
  assert.ok((await checkedBody(json(largestBody))).sent);
  assert.deepEqual((await checkedBody(json(largestBody + 1))).problem, {
    status: 413,
    message: 'This is more than 64 KB. Shorten the message and send it again.',
  });
  const form = (bytes: number) => post(`notes=${'x'.repeat(bytes - 'notes='.length)}`, urlencoded);
  assert.ok((await checkedBody(form(largestBody))).sent);
  assert.equal((await checkedBody(form(largestBody + 1))).problem?.status, 413);
});

test('a body that arrives in pieces without a length is counted as it comes, and left when it is too much', async () => {
  const few = pieces('a=1&', 3);
  assert.deepEqual((await checkedBody(post(few.body, urlencoded))).sent, { a: '1' });
  const endless = pieces('x'.repeat(1_024), Number.POSITIVE_INFINITY);
  assert.equal((await checkedBody(post(endless.body, urlencoded))).problem?.status, 413);
  assert.ok(endless.taken.cancelled);
  assert.ok(endless.taken.count < 70, `${endless.taken.count} KB were taken`);
});

test('too many fields are said to be too large', async () => {
  const body = Array.from({ length: 51 }, (_, index) => `f${index}=x`).join('&');
  const read = await checkedBody(post(body, urlencoded));
  assert.ok(read.sent && read.tooLarge);
});

test('whatever bytes arrive, they are read or refused, and nothing breaks', async () => {
  const multipart = fc
    .array(
      fc.constantFrom(
        '--x',
        '--x--',
        '\r\n',
        '\r\n\r\n',
        'Content-Disposition: form-data; name="a"',
        '; filename="f"',
        'Content-Type: text/plain',
        'Content-Transfer-Encoding: base64',
        '"',
        'é',
        '\0',
        'text',
        ':',
      ),
      { maxLength: 25 },
    )
    .map((parts) => Buffer.from(parts.join('')));
  const bytes = fc.uint8Array({ maxLength: 200 });
  const type = fc.constantFrom('multipart/form-data; boundary=x', urlencoded, 'application/json');
  await fc.assert(
    fc.asyncProperty(fc.oneof(multipart, bytes), type, async (body, contentType) => {
      const { sent, problem } = await checkedBody(post(new Uint8Array(body), contentType));
      assert.ok(sent ? !problem : [400, 422].includes(problem?.status ?? 0));
    }),
    { numRuns: 1_000 },
  );
});
