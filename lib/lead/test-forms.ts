import fc from 'fast-check';
import { textsIn } from '../language/languages.ts';
import { type FieldName, fieldNames, type LeadAnswers, type LeadValues, leadSchema } from './schema.ts';

/** The present day of all forms below. */
export const today = '2026-03-02';

/** What nobody types and programs send: controls, bidi overrides, half characters, markup, very long text. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
    .map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        '\0',
        '\r\n',
        '\n',
        '\r',
        '\u2028',
        '\u202e',
        '\u200b',
        '\ufeff',
        '\ud83d',
        '\udc00',
        'e',
        '\u0301',
      ),
      { maxLength: 30 },
    )
    .map((pieces) => pieces.join('')),
  fc.constantFrom(
    '',
    ' ',
    "'; drop table lead; --",
    '<script>alert(1)</script>',
    '{"first_name":{"$gt":""}}',
    '"\\u0000"',
    'null',
    '-1',
    '1e999',
    'NaN',
    '__proto__',
    'Ref GC-AAAA-BBBB\nRef GC-CCCC-DDDD',
    '=1+1',
  ),
  fc
    .tuple(fc.constantFrom('a', 'é', '🏠', ' ', '\n'), fc.integer({ min: 1, max: 5_000 }))
    .map(([text, times]) => text.repeat(times)),
);

const digits = (least: number, most: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: least, maxLength: most });
const usNumber = fc
  .tuple(fc.integer({ min: 200, max: 999 }), fc.integer({ min: 200, max: 999 }), digits(4, 4))
  .chain(([area, exchange, line]) =>
    fc.constantFrom(
      `(${area}) ${exchange}-${line}`,
      `${area}.${exchange}.${line}`,
      `${area} ${exchange} ${line}`,
      `+1 ${area}-${exchange}-${line}`,
      `1${area}${exchange}${line}`,
      `${area}-${exchange}-${line} ext 12`,
      `${area}\u2011${exchange}\u2011${line}`,
      `${exchange}-${line}`,
    ),
  );
const phone = fc.oneof(
  usNumber,
  digits(7, 15),
  digits(7, 14).map((number) => `+${number}`),
);
const email = fc.oneof(
  fc.emailAddress(),
  fc.constantFrom('ana+apts@mail.example.co.uk', "o'neil@example.com", 'josé@exämple.com'),
);
const text = (most: number) =>
  fc.oneof(fc.string({ unit: 'grapheme', maxLength: Math.min(20, most) }), fc.string({ maxLength: most }));
const name = fc.oneof(
  fc.constantFrom('Ana', 'José', "D'Arcy-O’Neil", '李', 'X', 'Zoë 🎉'),
  text(30).map((end) => `N${end}`),
);
const tick = fc.constantFrom('', 'on', 'yes', 'true', 'false');
const whole = (most: number) => fc.integer({ min: 0, max: most }).map(String);

const valid: Record<FieldName, fc.Arbitrary<string>> = {
  first_name: name,
  last_name: name,
  email_1: email,
  phone_1: phone,
  phone_1_type: fc.constantFrom('', 'MOBILE', 'home', 'WORK', 'FAX'),
  phone_2: phone,
  phone_2_type: fc.constantFrom('', 'MOBILE', 'HOME'),
  target_move_in_date: fc
    .integer({ min: 0, max: 5 * 365 })
    .map((days) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10)),
  move_in_not_sure: tick,
  desired_num_bedrooms: whole(20),
  desired_num_bathrooms: fc.integer({ min: 0, max: 40 }).map((halves) => String(halves / 2)),
  desired_max_rent: fc.oneof(
    whole(100_000),
    fc.constantFrom('$1,800', '1.800', '1800.50', '$2,400/mo', '2,000 a month', '0'),
  ),
  desired_lease_term_in_months: whole(120),
  floor_plan_id: fc.constantFrom('', 'cm5v1k9p34y6n3wd25rq4f5zr', 'a_b-c'),
  unit_id: fc.constantFrom('', 'cm5v1k9p34y6n3wd25rq4f5zr'),
  address_1: text(200),
  address_2: text(200),
  city: text(100),
  state: text(100),
  zip: text(20),
  notes: fc.oneof(text(300), fc.lorem({ maxCount: 60 }), fc.constant('x'.repeat(2_000))),
  sms_consent: tick,
};

/** One step over the edge, or written in a way that is nearly right. */
const nearlyValid = fc.constantFrom(
  '2026-02-29',
  '2026-03-01',
  '2031-03-03',
  '2.5',
  '21',
  '-1',
  '1,5',
  'a@b',
  '555-01',
  'CELL',
  '$100,000.01',
  'x'.repeat(101),
  'x'.repeat(2_001),
  ' 2 ',
  'two',
);

const field = (name: FieldName) =>
  fc.oneof(
    { arbitrary: valid[name], weight: 60 },
    { arbitrary: nearlyValid, weight: 1 },
    { arbitrary: hostileText, weight: 1 },
  );

/** Form input as it may arrive: mostly well meant, with wrong and hostile fields mixed in and fields missing. */
export const arbitraryForm: fc.Arbitrary<LeadValues> = fc
  .record(
    Object.fromEntries(fieldNames.map((name) => [name, field(name)])) as Record<
      FieldName,
      fc.Arbitrary<string>
    >,
    {
      requiredKeys: ['first_name', 'last_name', 'email_1'],
    },
  )
  .chain((form) => fc.constantFrom(form, form, form, { ...form, email_1: '' }));

const schema = leadSchema({ today, texts: textsIn('en') });

export const isAccepted = (form: LeadValues) => schema.safeParse(form).success;

/** What passes the rules of a form. */
export const acceptedAnswers: fc.Arbitrary<LeadAnswers> = arbitraryForm
  .map((form) => schema.safeParse(form).data)
  .filter((answers) => answers !== undefined);
