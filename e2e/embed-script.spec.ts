import type { Page } from 'playwright/test';
import { textsIn } from '../lib/language/languages.ts';
import { dataLayerOf, frame, gapOf, heardBy, listeningPage, loader } from './fixtures/customer-page.ts';
import { expect, test as journey } from './fixtures/journey.ts';
import { leadForm, status } from './fixtures/lead-form.ts';
import { personsBrowser } from './fixtures/persons-browser.ts';
import { expectSameEverywhere } from './fixtures/same-everywhere.ts';

/** A customer's console stays empty, whatever happens. */
const test = journey.extend({
  page: async ({ page }, use) => {
    const said: string[] = [];
    page.on('console', (message) => {
      // Chromium’s remark on a style sheet that Next has named in vain, in the frame.
      if (!/was preloaded using link preload/.test(message.text())) said.push(message.text());
    });
    await use(page);
    expect(said, 'nothing on the customer’s console').toEqual([]);
  },
});
test.use(personsBrowser);

const withScripts = { tag: '@javascript' };

test(
  'the frame is as high as its form, which grows and shrinks, and the page around it stays where it is',
  withScripts,
  async ({ page, guestcard: { url }, websites: { own } }) => {
    const body = `<p style="height:900px">A long page</p>${frame(url)}<p style="height:900px">Its end</p>`;
    await page.goto(own.show('/long', listeningPage({ url, body: body + loader(url) })));
    const inFrame = page.frameLocator('#form');
    const form = leadForm(inFrame);
    await expect.poll(() => gapOf(page)).toBe(0);
    await page.locator('#form').scrollIntoViewIfNeeded();
    await form.aboutTheHome.scrollIntoViewIfNeeded();
    const before = await heightOf(page);
    const scrolled = await page.evaluate(() => scrollY);
    await form.aboutTheHome.click();
    await expect(form.budget).toBeVisible();
    await expect.poll(() => heightOf(page)).toBeGreaterThan(before + 100);
    await form.aboutTheHome.click();
    await expect.poll(() => heightOf(page)).toBe(before);
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);

    await form.send.click();
    await expect(form.problem).toBeFocused();
    await expect.poll(() => gapOf(page)).toBe(0);
    expect(await heightOf(page)).toBeGreaterThan(before);
    const told = await heights(page);
    await frames(page, 20);
    expect(await heights(page)).toEqual(told);
    expect((await heardBy(page)).map(({ name }) => name)).toEqual(['ready', 'start', 'error']);
  },
);

test(
  'three forms on a page from right to left; the script comes late, and twice; others come and go',
  withScripts,
  async ({ page, guestcard: { url }, websites: { own } }) => {
    const names = ['one', 'two', 'three'];
    const body = names.map((id) => frame(url, id)).join('');
    await page.goto(own.show('/three', listeningPage({ url, body, html: 'lang="en" dir="rtl"' })));
    await page.frameLocator('#three').getByRole('textbox').first().waitFor();
    for (const _ of [1, 2]) await page.addScriptTag({ url: `${url}/embed.js` });
    for (const id of names) await expect.poll(() => gapOf(page, id)).toBe(0);

    // As a single-page application does.
    await page.evaluate(
      (html) => {
        document.getElementById('two')?.remove();
        document.body.insertAdjacentHTML('beforeend', html);
      },
      frame(url, 'four'),
    );
    await expect.poll(() => gapOf(page, 'four')).toBe(0);
    await leadForm(page.frameLocator('#one')).aboutTheHome.click();
    await expect.poll(() => gapOf(page, 'one')).toBe(0);
    const ready = (await heardBy(page)).filter(({ name }) => name === 'ready');
    expect(ready.map(({ on }) => on).sort()).toEqual(['four', 'one', 'three', 'two']);
  },
);

test(
  'the campaign of an earlier page, the website’s own answers, and its events, once each',
  withScripts,
  async ({ page, guestcard, websites: { own }, inbox, email }) => {
    const { url } = guestcard;
    const campaign = `script ${email.slice(0, 8)}`;
    const landing = own.show('/', listeningPage({ url, body: loader(url) }));
    const attributes = `data-guestcard-source="banner" data-guestcard-prefill-first-name="Ana" data-guestcard-prefill-email="${email}"`;
    const body = frame(url, 'form', { query: '?source=website', attributes }) + loader(url);
    const head = `<script>
      window.received = [];
      addEventListener('message', ({ data }) => received.push(data.type));
    </script>`;
    const contact = own.show('/contact', listeningPage({ url, body, head }));
    const answers = 'email=private@example.com&gc_email=private@example.com';
    await page.goto(
      `${landing}?source=zillow&utm_campaign=${encodeURIComponent(campaign)}&gclid=EAIa&msclkid=4f1c&${answers}`,
      { referer: 'https://www.google.com/' },
    );
    await expect
      .poll(() => page.evaluate(() => ({ ...sessionStorage })))
      .toEqual({
        guestcard: expect.stringMatching(
          /^(?!.*private).*&gclid=EAIa&msclkid=4f1c&gc_referrer=www.google.com$/,
        ),
      });
    // Back from another website, without a campaign of its own.
    await page.goto(contact, { referer: 'https://www.bing.com/' });
    const seen = page.frameLocator('#form');
    const form = leadForm(seen);
    await expect(form.email).toHaveValue(email);
    await expect(form.firstName).toHaveValue('Ana');
    expect(page.frames()[1]?.url()).not.toContain('%40');
    await form.lastName.fill('Cruz');
    await form.send.click();
    await expect(seen.getByRole('status')).toContainText(status.delivered, { timeout: 15_000 });
    const [lead] = guestcard.look(`select reference from lead where campaign = '${campaign}'`);
    expect(guestcard.look(`select embed_origin from lead where campaign = '${campaign}'`)).toEqual([
      own.origin,
    ]);
    expect(await dataLayerOf(page)).toEqual([{ event: 'generate_lead', property: 'maple-court', lead }]);
    // Ready once for each document: a form that is sent before its framework runs loads another one.
    const isReady = ({ name }: { name: string }) => name === 'ready';
    const heard = await heardBy(page);
    const before = heard.filter(isReady).length;
    expect(heard.filter((one) => !isReady(one)).map(({ name, ...facts }) => [name, facts])).toEqual([
      ['start', { on: 'form', property: 'maple-court' }],
      ['submit', { on: 'form', property: 'maple-court', lead }],
      ['delivered', { on: 'form', property: 'maple-court', lead }],
    ]);
    await expect.poll(() => gapOf(page)).toBe(0);
    // The same page again, in the other language: the same lead.
    await seen.getByRole('link', { name: 'Español' }).click();
    await expect(seen.locator('html')).toHaveAttribute('lang', 'es');
    await expect.poll(async () => (await heardBy(page)).filter(isReady).length).toBe(before + 1);
    expect(await dataLayerOf(page)).toHaveLength(1);
    await seen.getByRole('link', { name: 'English' }).click();
    await expect(seen.locator('html')).toHaveAttribute('lang', 'en');
    await page.goto(landing);
    await page.goBack();
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { received: string[] }).received))
      .toContain('guestcard:submit');
    expect(await dataLayerOf(page)).toEqual([]);
    expect((await heardBy(page)).map(({ name }) => name)).not.toContain('submit');
    await expectSameEverywhere({
      page,
      guestcard,
      inbox,
      seen,
      campaign,
      place: 'embed',
      more: `; page ${own.origin.slice(7)}/contact; referrer www.google.com; gclid EAIa; msclkid 4f1c`,
    });
  },
);

test(
  'nobody else is believed: not by the page, not by the frame',
  withScripts,
  async ({ page, guestcard: { url }, websites: { own, foreign } }) => {
    const lies = [
      { type: 'guestcard:height', v: 1, property: 'maple-court', height: 5000 },
      { type: 'guestcard:submit', v: 1, property: 'maple-court', lead: 'GC-FAKE-LEAD' },
    ];
    const whispers = [
      { type: 'guestcard:hello', v: 1 },
      { type: 'guestcard:visit', v: 1, query: 'source=evil', options: { guestcardPrefillLastName: 'Evil' } },
    ];
    const stranger = foreign.show(
      '/stranger',
      `<script>
      addEventListener('message', () => {
        for (const lie of ${JSON.stringify(lies)}) parent.postMessage(lie, '*');
        for (const whisper of ${JSON.stringify(whispers)}) parent.frames[0].postMessage(whisper, '*');
        for (const window of [parent, parent.frames[0]]) window.postMessage('said', '*');
      });
      </script>`,
    );
    const body = `${frame(url, 'form', { query: '?source=website' })}<iframe id="stranger" src="${stranger}"></iframe>`;
    await page.goto(own.show('/spoofed', listeningPage({ url, body: body + loader(url) })));
    await expect.poll(() => gapOf(page)).toBe(0);
    const inside = page.frames().find((one) => one.url().startsWith(`${url}/embed/`));
    const before = [await heightOf(page), await fieldsOf(inside)];
    const said = [page, inside].map((one) =>
      one?.evaluate(
        () =>
          new Promise((resolve) => addEventListener('message', ({ data }) => data === 'said' && resolve(1))),
      ),
    );
    await page.evaluate((lies) => {
      for (const lie of lies) postMessage(lie, '*');
      document.querySelector<HTMLIFrameElement>('#stranger')?.contentWindow?.postMessage('go on', '*');
    }, lies);
    await Promise.all(said);
    expect([await heightOf(page), await fieldsOf(inside)]).toEqual(before);
    expect(await dataLayerOf(page)).toEqual([]);
    expect((await heardBy(page)).map(({ name }) => name)).toEqual(['ready']);
  },
);

test(
  'a strict policy: the form opens over the page by a link and a button; the focus comes back, what was typed stays',
  withScripts,
  async ({ page, guestcard: { url }, websites: { own } }) => {
    const body = `<iframe data-guestcard id="form" src="${url}/embed/maple-court" title="Contact" width="100%" height="720" frameborder="0"></iframe>
      <a data-guestcard-open="true" data-guestcard-lang="en" href="${url}/p/maple-court?source=zillow&gc_signature=abcdefghijkl&lang=es&theme=dark#last_name=Cruz">Ask us</a>
      <a data-guestcard-open="true" href="${url}/l/abcdefg">Short</a>`;
    // Before there is a body to put it into.
    const floating = `<script src="${url}/embed.js" data-guestcard-button="maple-court" data-guestcard-prefill-last-name="Cruz" data-guestcard-lang="es"></script>`;
    const policy = `default-src 'none'; script-src ${url}; frame-src ${url}; style-src ${own.origin}`;
    // As many websites begin their styles.
    const html = `<!DOCTYPE html><html lang="en"><title>Strict</title><link rel="stylesheet" href="/reset.css">${floating}<body>${body}</body></html>`;
    own.show('/reset.css', '*{margin:0;padding:0}', { 'content-type': 'text/css' });
    const strict = own.show('/strict', html, { 'content-security-policy': policy });
    await page.goto(`${strict}?gc_source=evil&utm_campaign=evil&gclid=EAIa`);
    await expect.poll(() => gapOf(page)).toBe(0);

    const opener = page.getByRole('link', { name: 'Ask us' });
    const dialog = page.getByRole('dialog', { name: 'Ask us' });
    expect(await page.getByRole('link', { name: 'Short' }).evaluate(isTaken)).toBe(false);
    await opener.click();
    const form = leadForm(dialog.frameLocator('iframe'), textsIn('es'));
    await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
    const { x = 0, width = 0 } = (await dialog.boundingBox()) ?? {};
    expect(Math.abs(x + width / 2 - 640), 'in the middle').toBeLessThan(10);
    await expect(form.lastName).toHaveValue('Cruz');
    await form.firstName.fill('Ana');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(form.firstName).toHaveValue('Ana');
    const inDialog = dialog.frameLocator('iframe');
    await expect(inDialog.locator('[name=gclid]')).toHaveValue('EAIa');
    await expect(inDialog.locator('[name=source]')).toHaveValue('zillow');
    await expect(inDialog.locator('[name=utm_campaign]')).toHaveCount(0);
    await expect(inDialog.locator('html')).toHaveCSS('color-scheme', 'dark');
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toBeHidden();

    const button = page.getByRole('button', { name: 'Contact us' });
    await button.click();
    const other = page.getByRole('dialog', { name: 'Contact us' });
    const inOther = other.frameLocator('iframe');
    await expect(inOther.locator('html')).toHaveAttribute('lang', 'es');
    await expect(inOther.locator('[name=last_name]')).toHaveValue('Cruz');
    await page.mouse.click(5, 5);
    await expect(other).toBeHidden();
    await expect(button).toBeFocused();

    // Single-page applications make an opener anew, or all of the page.
    await opener.evaluate((link) => link.replaceWith(link.cloneNode(true)));
    await opener.click();
    await expect(form.firstName).toHaveValue('Ana');
    await page.evaluate(() => {
      const body = document.createElement('body');
      body.append(document.querySelector('a') ?? '');
      document.body.replaceWith(body);
    });
    await expect(button).toHaveCount(1);
    await opener.click();
    await expect(dialog).toBeVisible();
    await expect(form.firstName).toHaveValue('');
  },
);

test(
  'a language beside the frame loads it once more, after it has said whose view it was; nothing is lost',
  withScripts,
  async ({ page, guestcard: { url }, websites: { own } }) => {
    const attributes = 'data-guestcard-lang="es" data-guestcard-theme="dark"';
    const body =
      frame(url, 'form', { attributes }) + frame(url, 'filled', { query: '#first_name=Ana', attributes });
    const asked: string[] = [];
    page.on('request', (request) => {
      const [, path = ''] = request.url().split('/embed/');
      if (path.startsWith('maple-court')) asked.push(`${request.method()} ${path}`);
    });
    const address = own.show('/spanish', listeningPage({ url, body: body + loader(url) }));
    await page.goto(`${address}?source=zillow`);
    await expect(page.frameLocator('#form').locator('html')).toHaveAttribute('lang', 'es');
    await expect(page.frameLocator('#form').locator('html')).toHaveCSS('color-scheme', 'dark');
    const filled = page.frameLocator('#filled');
    await expect(filled.locator('[name=source]')).toHaveValue('zillow');
    await expect(leadForm(filled).firstName).toHaveValue('Ana');
    await expect.poll(() => gapOf(page)).toBe(0);
    const told = 'POST maple-court/came-by';
    const again = `GET maple-court?source=zillow&gc_page=${encodeURIComponent(address.slice(7))}&lang=es&theme=dark`;
    expect(asked.toSorted()).toEqual(['GET maple-court', 'GET maple-court', again, told, told]);
    expect(asked.indexOf(told)).toBeLessThan(asked.indexOf(again));
  },
);

test('without JavaScript the frame has its place, and what would open it is a link', {
  tag: '@no-javascript',
}, async ({ page, guestcard: { url }, websites: { own } }) => {
  const body = `${frame(url)}<a data-guestcard-open href="${url}/p/maple-court">Ask us</a>${loader(url)}`;
  await page.goto(own.show('/plain', listeningPage({ url, body })));
  await expect(leadForm(page.frameLocator('#form')).firstName).toBeVisible();
  await expect(page.locator('#form')).toHaveCSS('height', '720px');
  await expect(page.getByRole('link', { name: 'Ask us' })).toHaveAttribute('href', `${url}/p/maple-court`);
  // A website of ours is for the demo alone.
  expect((await page.request.get(`${url}/demo/website`)).status()).toBe(404);
});

/** Whether a click on it is taken from the browser, which then does not follow it. */
const isTaken = (link: HTMLElement | SVGElement) => {
  let taken: boolean | undefined;
  const look = (event: Event) => {
    taken = event.defaultPrevented;
    event.preventDefault();
  };
  addEventListener('click', look, { once: true });
  link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  return taken;
};

const heightOf = (page: Page) => page.locator('#form').evaluate((box) => box.getBoundingClientRect().height);

const heights = (page: Page) =>
  page.evaluate(() =>
    (window as unknown as { heard: { height?: number }[] }).heard.flatMap(({ height }) => height ?? []),
  );

/** Lets the browser draw so many frames. */
const frames = (page: Page, count: number) =>
  page.evaluate(async (count) => {
    for (let drawn = 0; drawn < count; drawn += 1)
      await new Promise((resolve) => requestAnimationFrame(resolve));
  }, count);

const fieldsOf = (inside: Pick<Page, 'evaluate'> | undefined) =>
  inside?.evaluate(() =>
    [...new FormData(document.forms[0])].map(([name, value]) => `${name}=${value}`).join('\n'),
  );
