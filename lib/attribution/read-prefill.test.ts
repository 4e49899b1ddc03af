import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hostileText } from '../lead/test-forms.ts';
import { readPrefill } from './read-prefill.ts';

test('the names of the form, the short ones, camelCase and gc_', () => {
  const ways: [query: string, name: string][] = [
    ['first_name=2', 'first_name'],
    ['firstName=2', 'first_name'],
    ['gc_first_name=2', 'first_name'],
    ['gcFirstName=2', 'first_name'],
    ['FirstName=2', 'first_name'],
    ['bedrooms=2', 'desired_num_bedrooms'],
    ['desiredNumBedrooms=2', 'desired_num_bedrooms'],
    ['gc-bathrooms=2', 'desired_num_bathrooms'],
    ['max_rent=2', 'desired_max_rent'],
    ['maxRent=2', 'desired_max_rent'],
    ['lease_term=2', 'desired_lease_term_in_months'],
    ['floorPlan=2', 'floor_plan_id'],
    ['unit=2', 'unit_id'],
    ['question_parking=2', 'question_parking'],
    ['zip=2', 'zip'],
  ];
  for (const [query, name] of ways) assert.deepEqual(readPrefill(query), { [name]: '2' }, query);
});

test('what is no answer, and what nobody but the person may say, is left out', () => {
  const query =
    'name=Ana&sms_consent=yes&smsConsent=on&gc_sms_consent=1&submission_id=x&gc_k7=x&lang=es&page=2&utm_source=x&source=x&move_in_not_sure=yes&__proto__=x&constructor=x&question_=x';
  assert.deepEqual(readPrefill(query), {});
  assert.deepEqual(readPrefill('first_name=&last_name=%20%0a&city=%E2%80%8B'), {});
});

test('our own way to write a name counts before any other, then the first value', () => {
  assert.equal(readPrefill('zip=1&gc_zip=2&gcZip=3').zip, '2');
  assert.equal(readPrefill('email=a@b.example&email_1=c@d.example').email_1, 'a@b.example');
  assert.equal(readPrefill('bedrooms=many&desired_num_bedrooms=2').desired_num_bedrooms, '2');
});

test('a plus that was not encoded is put back', () => {
  assert.equal(readPrefill('email=ana+apts@mail.example').email_1, 'ana+apts@mail.example');
  assert.equal(readPrefill('email=ana%20a+b@mail.example').email_1, 'ana+a+b@mail.example');
  const phones: [string, string][] = [
    ['+14155550134', '+14155550134'],
    ['%2B1+415+555+0134', '+1 415 555 0134'],
    ['+4712345678', '+4712345678'],
    ['%20442071234567', '+442071234567'],
    ['44+20+7123+4567', '+44 20 7123 4567'],
    ['415+555+0134', '415 555 0134'],
    ['%204155550134', '4155550134'],
    ['(415)+555-0134+ext.+12', '(415) 555-0134 ext. 12'],
    ['0044+20+7123+4567', '0044 20 7123 4567'],
  ];
  for (const [sent, meant] of phones) {
    assert.equal(readPrefill(`phone=${sent}`).phone_1, meant, sent);
    assert.equal(readPrefill(`gc_phone_2=${sent}`).phone_2, meant, sent);
  }
});

test('days in both forms, and only such as exist', () => {
  const days: [string, string | undefined][] = [
    ['2027-03-01', '2027-03-01'],
    ['3/1/2027', '2027-03-01'],
    ['03/01/2027', '2027-03-01'],
    ['2027-02-29', undefined],
    ['2/30/2027', undefined],
    ['13/1/2027', undefined],
    ['soon', undefined],
    ['2027-3-1', undefined],
    ['0000-00-00', undefined],
  ];
  for (const name of ['move_in', 'moveIn', 'MoveInDate', 'target_move_in_date'])
    for (const [sent, day] of days)
      assert.equal(readPrefill(`${name}=${sent}`).target_move_in_date, day, `${name}=${sent}`);
});

test('numbers as the form writes them', () => {
  assert.deepEqual(readPrefill('bedrooms=Studio&bathrooms=2.0&lease_term=012'), {
    desired_num_bedrooms: '0',
    desired_num_bathrooms: '2',
    desired_lease_term_in_months: '12',
  });
  assert.deepEqual(readPrefill('bedrooms=two&bathrooms=-1&lease_term=1e3'), {});
});

test('what is no e-mail or telephone, and what a mailing tool did not fill in, is dropped', () => {
  for (const value of ['ana', 'ana@', 'a@b', 'Ana <ana@b.example>'])
    assert.deepEqual(readPrefill(new URLSearchParams({ email: value, phone: '555' }).toString()), {});
  for (const value of [
    '{{first_name}}',
    '*|FNAME|*',
    '[[name]]',
    '%FIRSTNAME%',
    '%%first%%',
    '$first_name$',
    '<name>',
  ])
    assert.deepEqual(readPrefill(new URLSearchParams({ first_name: value }).toString()), {}, value);
});

test('values are cleaned: nothing invisible, no line breaks but in the message, at most 200 characters', () => {
  const query = new URLSearchParams({
    first_name: ' A\u0000\u202en\u200ba\n ',
    last_name: `${'x'.repeat(199)}🏠`,
    city: `${'x'.repeat(199)} tail`,
    address_1: '1 Main\r\nSt',
    notes: 'One\r\ntwo',
  });
  assert.deepEqual(readPrefill(query.toString()), {
    first_name: 'Ana',
    last_name: 'x'.repeat(199),
    city: 'x'.repeat(199),
    address_1: '1 Main St',
    notes: 'One\ntwo',
  });
});

test('whatever comes: known names, capped, and read again it is the same', () => {
  const name = fc.constantFrom(
    ...'first_name lastName email gc_email phone gc_phone_1 move_in bedrooms floor_plan unit notes question_pets zip'.split(
      ' ',
    ),
  );
  const value = fc.oneof(hostileText, fc.emailAddress(), fc.stringMatching(/^[+ \d()-]{0,20}$/));
  const query = fc.oneof(
    fc
      .array(fc.tuple(fc.oneof(name, fc.string({ maxLength: 8 })), value), { maxLength: 8 })
      .map((entries) =>
        new URLSearchParams(entries.map(([key, text]) => [key, text.toWellFormed()])).toString(),
      ),
    fc
      .array(fc.tuple(name, fc.string({ maxLength: 40 })), { maxLength: 5 })
      .map((entries) => entries.map((entry) => entry.join('=')).join('&')),
  );
  fc.assert(
    fc.property(query, (text) => {
      const prefill = readPrefill(text);
      for (const [key, said] of Object.entries(prefill)) {
        assert.match(key, /^(question_)?[a-z][a-z0-9_]*$/);
        assert.ok(said && said.length <= 200 && said.isWellFormed() && said === said.trim());
      }
      assert.deepEqual(readPrefill(new URLSearchParams(prefill).toString()), prefill);
    }),
    { numRuns: 3_000 },
  );
});

test('a browser gets it as its source: it needs nothing from around it', () => {
  const inBrowser = new Function(`return (${readPrefill})`)() as typeof readPrefill;
  assert.deepEqual(inBrowser('email=ana+apts@mail.example'), { email_1: 'ana+apts@mail.example' });
});
