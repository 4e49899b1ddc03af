import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hiddenFields, multipart, typedBy } from './form-post.ts';

test('the hidden fields of the form are read as a browser reads them', () => {
  const html = `<input type="hidden" name="outside" value="1"/>
    <form action="" enctype="multipart/form-data">
      <input type="hidden" name="$ACTION_REF_1"/>
      <input type="hidden" name="$ACTION_1:0" value="{&quot;id&quot;:&quot;a&amp;quot;b&quot;}"/>
      <input name="first_name" type="text" value="typed"/>
      <input value="x" name="submission_id" type="hidden"/>
    </form>`;
  assert.deepEqual(hiddenFields(html), {
    $ACTION_REF_1: '',
    '$ACTION_1:0': '{"id":"a&quot;b"}',
    submission_id: 'x',
  });
});

test('a page without a form has none', () => {
  assert.deepEqual(hiddenFields('<p>Nothing here</p>'), {});
});

test('a multipart form arrives as it was written', async () => {
  const fields = { '$ACTION_1:0': '{"id":"a"}', notes: 'Zwei Katzen, größer\r\nals eine' };
  const form = await new Response(...forResponse(multipart(fields))).formData();
  assert.deepEqual(Object.fromEntries(form), fields);
});

test('the length is in bytes', () => {
  const { headers, body } = multipart({ name: 'ß' });
  assert.equal(Number(headers['content-length']), Buffer.byteLength(body));
});

test('two people never type the same', () => {
  assert.notDeepEqual(typedBy('a'), typedBy('b'));
});

function forResponse({ headers, body }: ReturnType<typeof multipart>): [string, ResponseInit] {
  return [body, { headers }];
}
