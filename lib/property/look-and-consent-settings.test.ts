import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asksConsent, offeredWordings, smsWording } from './consent-wording.ts';
import { demoProperties } from './demo-properties.ts';
import { type Property, propertySchema } from './property.ts';

const [demo] = demoProperties() as [Property];

/** The faults of a property with these settings. */
function faults(settings: object): string[] {
  const { error } = propertySchema.safeParse({ ...demo, ...settings });
  return error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];
}

const read = (settings: object) => propertySchema.parse({ ...demo, ...settings });

test('a logo is an https address or a file in public, alone or with what belongs to it', () => {
  const logo = (value: unknown) => read({ theme: { logo: value } }).theme.logo;
  assert.deepEqual(logo('/logos/maple-court.svg'), { src: '/logos/maple-court.svg' });
  const whole = { src: 'https://cdn.example/a?b=1', dark: '/logos/dark.png', alt: 'Maple' };
  assert.deepEqual(logo(whole), whole);
  for (const wrong of [
    'http://cdn.example/a.svg',
    '//cdn.example/a.svg',
    '/../secret.svg',
    '/logos/run.js',
    'logos/a.svg',
    'javascript:alert(1)',
    'https://cdn.example/a" onload="x',
  ])
    assert.match(
      faults({ theme: { logo: wrong } }).join(),
      /^theme\.logo\.src must be an https address/,
      wrong,
    );
});

test('roundness and scheme are named, and a wrong one is told what there is', () => {
  assert.deepEqual(faults({ theme: { radius: 'none', scheme: 'auto' } }), []);
  assert.deepEqual(faults({ theme: { radius: 'round', scheme: 'sepia' } }), [
    'theme.radius must be "none", "small", "medium" or "large"',
    'theme.scheme must be "light", "dark" or "auto"',
  ]);
});

test('a wording needs a version, and a policy an address of its own', () => {
  assert.deepEqual(
    faults({ sms_consent: { text: 'Yes' }, privacy_url: 'http://x.example', terms_url: 'terms' }),
    [
      'sms_consent.version is missing: a short name of this wording, such as "2026-11"',
      'privacy_url must be an address that begins with https://',
      'terms_url must be an address that begins with https://',
    ],
  );
  assert.deepEqual(faults({ sms_consent: { text: 'Yes', version: 'unrecognised' } }), [
    'sms_consent.version is taken: choose another name',
  ]);
  assert.deepEqual(faults({ retention_months: 0 }), ['retention_months must be at least 1']);
});

test('the words beside the box name who will write, in the language of the form, on one line', () => {
  const own = read({
    legal_name: 'MC Homes LLC',
    sms_consent: { version: '1', text: { en: 'Yes,\n{property}  may text me.', es: 'Sí, {property}.' } },
  });
  assert.equal(smsWording(own, 'en').words, 'Yes, Maple Court (MC Homes LLC) may text me.');
  assert.equal(smsWording(own, 'es').words, 'Sí, Maple Court (MC Homes LLC).');
  assert.match(smsWording(demo, 'es').words, /^Sí, Maple Court puede/);
});

test('only a form that asks for a telephone number asks for consent', () => {
  assert.equal(asksConsent(demo), true);
  assert.equal(asksConsent(read({ fields: ['notes', 'sms_consent'] })), false);
  assert.equal(asksConsent(read({ fields: ['phone_1'] })), false);
  assert.deepEqual(
    offeredWordings(demo).map(({ language }) => language),
    ['en', 'es'],
  );
});

test('nobody agrees to words in another language than the page’s, and no text is empty', () => {
  const text = (value: unknown) => ({ sms_consent: { version: '1', text: value } });
  assert.deepEqual(faults({ locales: ['en', 'es'], ...text({ en: 'Yes, {property} may text me' }) }), [
    'sms_consent.text has no "es", which is one of its locales',
  ]);
  assert.deepEqual(faults({ locales: ['en'], ...text({ en: 'Yes, {property} may text me' }) }), []);
  assert.equal(faults({ locales: ['en'], ...text({}) }).length, 1);
});
