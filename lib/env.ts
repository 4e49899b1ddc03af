import { resolve } from 'node:path';
import { z } from 'zod';
import { longestPassword, shortestPassword } from './staff/password-length.ts';

/** A setting that cannot be used. Its message is the whole text for the person who starts the program. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError';
}

const httpUrl = z
  .string()
  .refine((value) => /^https?:\/\//i.test(value) && URL.canParse(value), {
    error: 'must be an address that starts with http:// or https://',
  })
  .transform((value) => value.replace(/\/+$/, ''));

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, { error: `must be a whole number from ${least} to ${most}` })
    .transform(Number)
    .refine((value) => value >= least && value <= most, {
      error: `must be a whole number from ${least} to ${most}`,
    });

const email = z.email({ error: 'must be an e-mail address, like dana@example.com' });

const variables = z.object({
  PORT: wholeNumber(1, 65_535).optional(),
  APP_URL: httpUrl
    .refine((value) => !URL.canParse(value) || /^https?:\/\/[^/?#]+$/i.test(value), {
      error: 'must be only an address, without a path: Guestcard answers at its root',
    })
    .optional(),
  APP_SECRET: z.string().min(16, { error: 'must have at least 16 characters' }).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, { error: 'must start with postgres:// or postgresql://' })
    .refine((value) => !value.startsWith('postgres') || URL.canParse(value), {
      error: 'must be an address, with special characters of the password written as %40 and the like',
    })
    .optional(),
  DATA_DIR: z.string().optional(),
  PROPEXO_API_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]+$/, { error: 'must not contain spaces or line breaks' })
    .optional(),
  PROPEXO_BASE_URL: httpUrl.optional(),
  PROPEXO_WEBHOOK_SECRET: z.string().optional(),
  PROPEXO_REQUESTS_PER_MINUTE: wholeNumber(1, 100_000).optional(),
  PROPERTIES_FILE: z.string().optional(),
  STAFF_EMAIL: email.optional(),
  STAFF_PASSWORD: z
    .string()
    .min(shortestPassword, { error: `must have at least ${shortestPassword} characters` })
    .max(longestPassword, { error: `can have at most ${longestPassword} characters` })
    .optional(),
  TRUSTED_PROXY_HOPS: wholeNumber(0, 20).optional(),
  DELIVERY_TIME_SCALE: z
    .string()
    .transform(Number)
    .refine((value) => value > 0 && value <= 100, {
      error: 'must be a number above 0 and up to 100, for example 0.1',
    })
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, { error: 'must start with smtp:// or smtps://' })
    .optional(),
  MAIL_FROM: z.string().optional(),
  METRICS_TOKEN: z.string().optional(),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'must be one of trace, debug, info, warn, error, fatal, silent',
    })
    .optional(),
});

export interface Environment {
  port: number;
  /** Public address without a trailing slash. */
  appUrl: string;
  appSecret: string | undefined;
  /** PostgreSQL; without it the embedded database in `dataDir`. */
  databaseUrl: string | undefined;
  /** Absolute path. */
  dataDir: string;
  /** No API token: leads go to the local simulator, and every page says so. */
  demo: boolean;
  propexo: {
    token: string | undefined;
    baseUrl: string;
    /** The newest first, older ones while rotating. */
    webhookSecrets: string[];
    requestsPerMinute: number;
  };
  /** Absolute path. */
  propertiesFile: string | undefined;
  staff: { email: string; password: string } | undefined;
  trustedProxyHops: number;
  /** Multiplies every duration of the delivery protocol. */
  deliveryTimeScale: number;
  mail: { smtpUrl: string; from: string } | undefined;
  metricsToken: string | undefined;
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
}

/**
 * Reads the settings of `.env.example` from `source`. An empty value counts as absent.
 * @throws ConfigurationError that names every fault, not only the first.
 */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(
    Object.entries(source).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
  const parsed = variables.safeParse(given);
  const faults = parsed.error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? [];
  faults.push(...pairFaults(given), ...unknownNames(given));
  if (!parsed.success || faults.length > 0) {
    throw new ConfigurationError(
      [
        'Guestcard cannot start: these settings need to be changed.',
        ...faults.map((fault) => `  - ${fault}`),
      ].join('\n'),
    );
  }
  const value = parsed.data;
  const port = value.PORT ?? 3000;
  const fromHere = (path: string) => resolve(/*turbopackIgnore: true*/ process.cwd(), path);
  return {
    port,
    appUrl: value.APP_URL ?? `http://localhost:${port}`,
    appSecret: value.APP_SECRET,
    databaseUrl: value.DATABASE_URL,
    dataDir: fromHere(value.DATA_DIR ?? '.data'),
    demo: value.PROPEXO_API_TOKEN === undefined,
    propexo: {
      token: value.PROPEXO_API_TOKEN,
      baseUrl: value.PROPEXO_BASE_URL ?? 'https://api.propexo.com',
      webhookSecrets: value.PROPEXO_WEBHOOK_SECRET?.split(',').flatMap((secret) => secret.trim() || []) ?? [],
      requestsPerMinute: value.PROPEXO_REQUESTS_PER_MINUTE ?? 110,
    },
    propertiesFile: value.PROPERTIES_FILE && fromHere(value.PROPERTIES_FILE),
    staff:
      value.STAFF_EMAIL && value.STAFF_PASSWORD
        ? { email: value.STAFF_EMAIL, password: value.STAFF_PASSWORD }
        : undefined,
    trustedProxyHops: value.TRUSTED_PROXY_HOPS ?? 0,
    deliveryTimeScale: value.DELIVERY_TIME_SCALE ?? 1,
    mail: value.SMTP_URL && value.MAIL_FROM ? { smtpUrl: value.SMTP_URL, from: value.MAIL_FROM } : undefined,
    metricsToken: value.METRICS_TOKEN,
    logLevel: value.LOG_LEVEL ?? 'info',
  };
}

/** Settings that only make sense together. */
function pairFaults(given: Record<string, string>): string[] {
  const faults: string[] = [];
  if (given.DATABASE_URL && !given.APP_SECRET) {
    faults.push(
      'APP_SECRET is required with DATABASE_URL, the same for every replica (try: openssl rand -hex 32)',
    );
  }
  if (given.STAFF_EMAIL && !given.STAFF_PASSWORD) faults.push('STAFF_PASSWORD is required with STAFF_EMAIL');
  if (given.STAFF_PASSWORD && !given.STAFF_EMAIL) faults.push('STAFF_EMAIL is required with STAFF_PASSWORD');
  if (given.SMTP_URL && !given.MAIL_FROM) faults.push('MAIL_FROM is required with SMTP_URL');
  return faults;
}

/** A misspelt name must not go unseen: without its token, real leads would go to the simulator. */
function unknownNames(given: Record<string, string>): string[] {
  return Object.keys(given)
    .filter((name) => /^(PROPEXO|PROPERTIES|DELIVERY)_/.test(name) && !(name in variables.shape))
    .map((name) => `${name} is not a setting; see .env.example for their names`);
}

let current: Environment | undefined;

/** The settings of this process, read once. */
export function environment(): Environment {
  current ??= readEnvironment(process.env);
  return current;
}
