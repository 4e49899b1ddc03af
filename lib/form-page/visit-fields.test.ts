import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visitFields } from './visit-fields.ts';

test('a link cannot write anything but values into the page', () => {
  assert.equal(
    visitFields('one', [['utm_source', `"><script>alert('1')</script>&quot;`]]),
    '<input type="hidden" name="submission_id" value="one"/>' +
      `<input type="hidden" name="utm_source" value="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;quot;"/>`,
  );
});
