import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { ConfigurationError, readEnvironment } from './env.ts';

const secret = 'a-secret-of-16-c';

function faultsOf(source: Record<string, string>): string[] {
  try {
    readEnvironment(source);
    return [];
  } catch (error) {
    assert.ok(error instanceof ConfigurationError);
    const [headline, ...faults] = error.message.split('\n');
    assert.equal(headline, 'Guestcard cannot start: these settings need to be changed.');
    return faults.map((fault) => fault.replace('  - ', ''));
  }
}

test('nothing has to be set: demo mode with an embedded database', () => {
  assert.deepEqual(readEnvironment({}), {
    port: 3000,
    appUrl: 'http://localhost:3000',
    appSecret: undefined,
    databaseUrl: undefined,
    dataDir: join(process.cwd(), '.data'),
    demo: true,
    propexo: {
      token: undefined,
      baseUrl: 'https://api.propexo.com',
      webhookSecrets: [],
      requestsPerMinute: 110,
    },
    propertiesFile: undefined,
    staff: undefined,
    trustedProxyHops: 0,
    deliveryTimeScale: 1,
    mail: undefined,
    metricsToken: undefined,
    logLevel: 'info',
  });
});

test('everything can be set', () => {
  const settings = readEnvironment({
    PORT: '8080',
    APP_URL: 'https://leads.example/',
    APP_SECRET: secret,
    DATABASE_URL: 'postgres://guestcard@db/guestcard',
    DATA_DIR: '/var/lib/guestcard',
    PROPEXO_API_TOKEN: 'token',
    PROPEXO_BASE_URL: 'https://api.sandbox.propexo.com/',
    PROPEXO_WEBHOOK_SECRET: 'new-secret, old-secret',
    PROPEXO_REQUESTS_PER_MINUTE: '60',
    PROPERTIES_FILE: 'properties.json',
    STAFF_EMAIL: 'dana@example.com',
    STAFF_PASSWORD: 'correct horse',
    TRUSTED_PROXY_HOPS: '2',
    DELIVERY_TIME_SCALE: '0.1',
    SMTP_URL: 'smtp://mail.example',
    MAIL_FROM: 'leads@example.com',
    METRICS_TOKEN: 'metrics',
    LOG_LEVEL: 'debug',
  });
  assert.deepEqual(settings, {
    port: 8080,
    appUrl: 'https://leads.example',
    appSecret: secret,
    databaseUrl: 'postgres://guestcard@db/guestcard',
    dataDir: '/var/lib/guestcard',
    demo: false,
    propexo: {
      token: 'token',
      baseUrl: 'https://api.sandbox.propexo.com',
      webhookSecrets: ['new-secret', 'old-secret'],
      requestsPerMinute: 60,
    },
    propertiesFile: join(process.cwd(), 'properties.json'),
    staff: { email: 'dana@example.com', password: 'correct horse' },
    trustedProxyHops: 2,
    deliveryTimeScale: 0.1,
    mail: { smtpUrl: 'smtp://mail.example', from: 'leads@example.com' },
    metricsToken: 'metrics',
    logLevel: 'debug',
  });
});

test('the address follows the port', () => {
  assert.equal(readEnvironment({ PORT: '4000' }).appUrl, 'http://localhost:4000');
});

test('an empty value counts as absent', () => {
  const names = ['PORT', 'APP_URL', 'DATABASE_URL', 'PROPEXO_API_TOKEN', 'STAFF_EMAIL', 'LOG_LEVEL'];
  for (const empty of ['', '   ']) {
    assert.deepEqual(
      readEnvironment(Object.fromEntries(names.map((name) => [name, empty]))),
      readEnvironment({}),
    );
  }
});

test('spaces around a value do not count, and other variables do not matter', () => {
  assert.equal(readEnvironment({ PORT: ' 8080\n', PATH: '/bin', NODE_ENV: 'production' }).port, 8080);
});

test('every fault is named in one message', () => {
  assert.deepEqual(
    faultsOf({
      PORT: '70000',
      APP_SECRET: 'short',
      DATABASE_URL: 'mysql://db',
      STAFF_EMAIL: 'dana@example.com',
      LOG_LEVEL: 'loud',
    }),
    [
      'PORT must be a whole number from 1 to 65535',
      'APP_SECRET must have at least 16 characters',
      'DATABASE_URL must start with postgres:// or postgresql://',
      'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent',
      'STAFF_PASSWORD is required with STAFF_EMAIL',
    ],
  );
});

test('settings that need each other are asked for by name', () => {
  assert.match(
    faultsOf({ DATABASE_URL: 'postgresql://db' }).join(),
    /^APP_SECRET is required with DATABASE_URL/,
  );
  assert.deepEqual(faultsOf({ STAFF_PASSWORD: 'a long password' }), [
    'STAFF_EMAIL is required with STAFF_PASSWORD',
  ]);
  assert.deepEqual(faultsOf({ SMTP_URL: 'smtps://x' }), ['MAIL_FROM is required with SMTP_URL']);
  assert.deepEqual(faultsOf({ MAIL_FROM: 'leads@example.com', APP_SECRET: secret }), []);
});

for (const [name, wrong, right] of [
  ['PORT', ['0', '65536', '-1', '3.5', 'http', '1e3'], ['1', '65535']],
  [
    'APP_URL',
    ['leads.example', 'ftp://leads.example', 'http://', 'https://leads.example/app'],
    ['http://localhost:1'],
  ],
  ['APP_SECRET', ['x'.repeat(15)], [secret]],
  ['PROPEXO_API_TOKEN', ['two words', 'line\nbreak', 'tökén'], ['a.b-c_d']],
  ['PROPEXO_BASE_URL', ['api.propexo.com'], ['http://127.0.0.1:4010/base/']],
  ['PROPEXO_REQUESTS_PER_MINUTE', ['0', 'many', '100001'], ['1']],
  ['TRUSTED_PROXY_HOPS', ['-1', '21', 'one'], ['0', '20']],
  ['DELIVERY_TIME_SCALE', ['0', '-1', '101', 'fast', 'NaN', 'Infinity'], ['0.001', '100']],
] as const) {
  test(`${name} is checked`, () => {
    for (const value of wrong)
      assert.match(faultsOf({ [name]: value }).join(), new RegExp(`^${name} `), value);
    for (const value of right) assert.deepEqual(faultsOf({ [name]: value }), [], value);
  });
}

test('a misspelt name of ours is a fault; names of other programs are not', () => {
  assert.throws(() => readEnvironment({ PROPEXO_API_TOKN: 'x' }), /PROPEXO_API_TOKN is not a setting/);
  assert.ok(readEnvironment({ MAIL_SERVER: 'x', PATH: '/bin' }));
});

test('DATABASE_URL is checked, and its password is not repeated', () => {
  const faults = faultsOf({
    DATABASE_URL: 'postgres://user:telltale@db:99999/guestcard',
    APP_SECRET: secret,
  });
  assert.match(faults.join(), /DATABASE_URL must be an address, with special characters/);
  assert.doesNotMatch(faults.join(), /telltale/);
});

test('the first owner gets an address that can sign in and a password that takes long to guess', () => {
  assert.deepEqual(faultsOf({ STAFF_EMAIL: 'dana@office', STAFF_PASSWORD: 'elevenchars' }), [
    'STAFF_EMAIL must be an e-mail address, like dana@example.com',
    'STAFF_PASSWORD must have at least 12 characters',
  ]);
});
