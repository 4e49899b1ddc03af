import { createHash } from 'node:crypto';
import type { Database } from '../database/connect.ts';
import type { DeliveryContext } from '../delivery/context.ts';
import { readAtMost } from '../lead/read-at-most.ts';
import { readWebhookMessage } from '../propexo/webhook-message.ts';
import { isSigned, looksSigned } from '../propexo/webhook-signature.ts';
import {
  noteSignatureFailure,
  signatureFailures,
  signatureFailuresInLastHour,
} from './signature-failures.ts';

interface Door {
  database: Database;
  /** Any of them may have signed; none: the door is shut. */
  secrets: readonly string[];
  log: DeliveryContext['log'];
}

const largestMessage = 1_000_000;

/**
 * Stores a signed message of Propexo and does nothing else with it: whoever waits too long for an answer sends again.
 * @returns the HTTP status. 200: it is on disk, perhaps since before. 503: Propexo shall send it again.
 */
export async function receiveWebhook(door: Door, request: Request): Promise<200 | 401 | 404 | 413 | 503> {
  if (door.secrets.length === 0) return 404;
  const signature = request.headers.get('propexo-signature') ?? '';
  if (!looksSigned(signature)) return refuseForged(door);
  const raw = await readAtMost(request, largestMessage);
  if (!raw) return 413;
  if (!isSigned(raw, signature, door.secrets)) return refuseForged(door);
  try {
    await store(door.database, raw);
    return 200;
  } catch (error) {
    door.log.error({ err: error }, 'a webhook message could not be stored; Propexo will repeat it');
    return 503;
  }
}

async function store(database: Database, raw: Uint8Array): Promise<void> {
  // PostgreSQL stores no NUL; the hash is of what was signed.
  const body = new TextDecoder().decode(raw).replaceAll('\0', '\ufffd');
  const message = readWebhookMessage(body);
  await database.db
    .insertInto('webhook_event')
    .values({
      body_hash: createHash('sha256').update(raw).digest('hex'),
      body,
      received_at: database.now(),
      trigger: message?.trigger ?? null,
      integration_id: message?.integrationId ?? null,
      job_id: message?.jobId ?? null,
      handled_at: null,
      outcome: null,
    })
    .onConflict((conflict) => conflict.column('body_hash').doNothing())
    .execute();
}

/** Somebody who tries without end must not fill the disk with log lines. */
const remarksAnHour = 10;

function refuseForged({ log }: Door): 401 {
  noteSignatureFailure();
  const [total, lastHour] = [signatureFailures(), signatureFailuresInLastHour()];
  if (lastHour <= remarksAnHour || total % 100 === 0)
    log.warn(
      { total, lastHour },
      'a webhook message without a right signature was refused; is PROPEXO_WEBHOOK_SECRET the one registered there?',
    );
  return 401;
}
