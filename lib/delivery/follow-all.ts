import { type JobOutcome, readWriteLog } from '../propexo/answers.ts';
import { askPropexo, payForOneMore } from './ask-propexo.ts';
import type { Claim } from './claim.ts';
import { type DeliveryContext, situationOf } from './context.ts';
import { follow } from './follow.ts';
import { afterQuestion } from './next-state.ts';
import { settle } from './settle.ts';

/** Ours are among the newest writes, a hundred to a page; older ones are asked about one by one. */
const mostPages = 5;
/** Jobs that the log does not show for so long (times the time scale) are asked about by themselves, a few at a time. */
const overdueMs = 60_000;
const mostByThemselves = 5;
/** Without a log there is no other way than asking about each. */
const mostWithoutLog = 60;
const soonMs = 5_000;
const clockTolerance = 10 * 60_000;

/**
 * Asks what became of many accepted jobs of one integration with few requests: Propexo's log of writes shows those that
 * ended. What failed is asked about by itself, because only write-status tells partial success, and the reasons.
 */
export async function followAll(context: DeliveryContext, claims: Claim[]): Promise<void> {
  const open = new Map(claims.map((claim) => [claim.delivery.job_id ?? '', claim]));
  const byThemselves: Claim[] = [];
  const log = { isReadable: true };
  for await (const { id, ended } of endedJobs(context, claims, log)) {
    const claim = open.get(id);
    if (!claim || !ended) continue;
    open.delete(id);
    if (ended === 'failure') byThemselves.push(claim);
    else {
      const success: JobOutcome = { status: 'success', recordId: undefined, errors: [] };
      await settle(context.database, claim, afterQuestion(success, situationOf(claim, context)));
    }
    if (open.size === 0) break;
  }
  const overdue = [...open.values()].filter(
    (claim) => situationOf(claim, context).inState > overdueMs * context.timeScale,
  );
  const others = log.isReadable
    ? overdue.slice(0, mostByThemselves)
    : [...open.values()].slice(0, mostWithoutLog);
  for (const claim of [...byThemselves, ...others]) {
    if (!(await payForOneMore(context))) break;
    open.delete(claim.delivery.job_id ?? '');
    await follow(context, claim);
  }
  for (const claim of open.values()) {
    const move = afterQuestion(undefined, situationOf(claim, context));
    // Nobody has asked about these yet, so their turn comes soon.
    await settle(
      context.database,
      claim,
      log.isReadable ? move : { ...move, wait: soonMs * context.timeScale },
    );
  }
}

/** The integration's newest writes, page after page, until they are older than what is looked for. */
async function* endedJobs(context: DeliveryContext, claims: Claim[], log: { isReadable: boolean }) {
  const [first] = claims;
  if (!first) return;
  const { integration_id } = first.delivery;
  const oldest = Math.min(...claims.map(({ delivery }) => delivery.queued_at)) - clockTolerance;
  let seen = 0;
  for (let page = 0; page < mostPages; page += 1) {
    // The claims have paid for one request together.
    if (page > 0 && !(await payForOneMore(context))) return;
    const offset = seen;
    const answer = await askPropexo(context, 'write_log', () =>
      context.propexo.recentWrites(integration_id, offset),
    );
    const usable = answer.kind === 'answer' && answer.status === 200 && answer.bodyComplete;
    const list = usable ? readWriteLog(answer.body) : undefined;
    if (!list) {
      context.log.warn({ integration: integration_id }, 'the log of writes gave no usable answer');
      log.isReadable = false;
      return;
    }
    yield* list.rows;
    if (!list.more || list.rows.some(({ createdAt }) => createdAt !== undefined && createdAt < oldest))
      return;
    seen += list.rows.length;
  }
}
