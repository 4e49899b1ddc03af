import { createHmac } from 'node:crypto';

/**
 * 32 bytes in base64 for NEXT_SERVER_ACTIONS_ENCRYPTION_KEY. Next takes the ids of server actions from it, and
 * makes up a new one in every build otherwise; a page that was open meanwhile could then no longer be submitted.
 */
export function deriveActionKey(appSecret: string): string {
  return createHmac('sha256', appSecret).update('guestcard/next-server-actions').digest('base64');
}
