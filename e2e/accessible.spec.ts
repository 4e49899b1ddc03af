import { languages } from '../lib/language/languages.ts';
import { barriersAnywhere } from './fixtures/barriers.ts';
import { expect, test } from './fixtures/journey.ts';
import { prospectStates } from './fixtures/states.ts';

for (const [code, texts] of languages) {
  for (const [name, show] of Object.entries(prospectStates(code, texts))) {
    test(`${name} in ${texts.name}: axe finds nothing, and it fits into 320 px @javascript`, async ({
      page,
    }) => {
      await show(page);
      expect(await barriersAnywhere(page)).toEqual([]);
    });
  }
}
