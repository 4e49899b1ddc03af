import { languages } from '../lib/language/languages.ts';
import { barriers } from './fixtures/barriers.ts';
import { expect, test } from './fixtures/journey.ts';
import { prospectStates } from './fixtures/states.ts';

test.describe.configure({ mode: 'parallel' });

for (const [code, texts] of languages) {
  for (const [name, show] of Object.entries(prospectStates(code, texts))) {
    test(`${name} in ${texts.name}: nothing is in anybody’s way @javascript`, async ({ page }) => {
      await show(page);
      expect(await barriers(page)).toEqual([]);
    });
  }
}
