import { createHmac } from 'node:crypto';
import { betterAuth } from 'better-auth';
import type { Database } from '../database/connect.ts';
import { longestPassword, shortestPassword } from './password-length.ts';

interface Options {
  database: Database;
  appSecret: string;
  appUrl: string;
  log: { error(facts: object, message: string): void };
}

const hour = 60 * 60;
/** An account that was not used for so long is asked to sign in again, in seconds. */
const sessionSeconds = 12 * hour;

export type StaffAuth = ReturnType<typeof createStaffAuth>;

/**
 * Accounts and sessions of the staff, in our database. Only its server-side calls are used: its HTTP handler is mounted
 * nowhere, so nobody can sign up, and its rate limits, which work only there, are replaced by `throttle.ts`.
 */
export function createStaffAuth({ database, appSecret, appUrl, log }: Options) {
  const dates = { createdAt: 'created_at', updatedAt: 'updated_at' };
  return betterAuth({
    appName: 'Guestcard',
    baseURL: appUrl,
    secret: createHmac('sha256', appSecret).update('guestcard/staff-sessions').digest('base64url'),
    database: { db: database.db, type: database.engine },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
    },
    user: { modelName: 'staff_user', fields: { ...dates, emailVerified: 'email_verified' } },
    session: {
      modelName: 'staff_session',
      fields: {
        ...dates,
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
      expiresIn: sessionSeconds,
      updateAge: hour,
    },
    account: {
      modelName: 'staff_account',
      fields: {
        ...dates,
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
      },
    },
    verification: { modelName: 'staff_verification', fields: { ...dates, expiresAt: 'expires_at' } },
    advanced: {
      cookiePrefix: 'guestcard',
      useSecureCookies: appUrl.startsWith('https:'),
      defaultCookieAttributes: { path: '/staff' },
      ipAddress: { disableIpTracking: true },
      // Our migrations keep the tables right; the tests sign in on both engines.
      database: { validateSchema: false },
    },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => log.error({}, `staff sign-in: ${message}`) },
  });
}
