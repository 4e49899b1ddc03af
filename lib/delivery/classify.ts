import { isRefusedRetry, readJobId, readRefusal } from '../propexo/answers.ts';
import type { Exchange } from '../propexo/exchange.ts';

/** What one send proves. Only `not_sent` and the refusals prove that the lead was not created by it. */
export type SendOutcome =
  /** Propexo has a job for it. */
  | { class: 'accepted'; jobId: string; status: number }
  /** No byte of it left this machine. */
  | { class: 'not_sent'; reason: NotSentReason; detail: string }
  /** Refused for what it contains: a person has to change it. */
  | { class: 'refused'; reason: 'refused' | 'retry_refused'; status: number; detail: string }
  /** Refused for a reason that concerns every lead of the integration alike. */
  | { class: 'integration_refused'; reason: IntegrationReason; status: number; detail: string }
  /** Said to be unavailable: probably not applied, to be proven before the next send. */
  | { class: 'probably_not_applied'; status: number; detail: string }
  /** Created, or not, or still on its way. */
  | { class: 'ambiguous'; reason: AmbiguousReason; status: number | undefined; detail: string };

type NotSentReason = 'connection_failed' | 'aborted_before_send';
type IntegrationReason = 'rate_limited' | 'credentials' | 'configuration';
type AmbiguousReason =
  | 'no_answer'
  | 'server_error'
  | 'redirected'
  | 'no_job_id'
  | 'answer_cut'
  | 'unexpected_status'
  | 'process_died';

/**
 * The one judgement about a send. Nothing else decides whether a lead may be sent again.
 * @param isRetry it asked to repeat a failed job: then "not found" is about that job, not about the endpoint.
 */
export function classify(result: Exchange, isRetry = false): SendOutcome {
  if (result.kind === 'no_connection') {
    return { class: 'not_sent', reason: 'connection_failed', detail: result.reason };
  }
  if (result.kind === 'no_answer') {
    return { class: 'ambiguous', reason: 'no_answer', status: undefined, detail: result.reason };
  }
  const { status, body } = result;
  const refusal = readRefusal(body);
  const detail = refusal ?? `Propexo answered ${status}`;
  if (status >= 200 && status < 300) {
    if (!result.bodyComplete) return { class: 'ambiguous', reason: 'answer_cut', status, detail };
    if (isRetry && isRefusedRetry(body)) return { class: 'refused', reason: 'retry_refused', status, detail };
    const jobId = readJobId(body);
    return jobId
      ? { class: 'accepted', jobId, status }
      : { class: 'ambiguous', reason: 'no_job_id', status, detail };
  }
  switch (status) {
    case 429:
      return { class: 'integration_refused', reason: 'rate_limited', status, detail };
    case 401:
    case 403:
      return { class: 'integration_refused', reason: 'credentials', status, detail };
    case 404:
    case 405:
      if (isRetry) return { class: 'refused', reason: 'retry_refused', status, detail };
      return { class: 'integration_refused', reason: 'configuration', status, detail };
    case 400:
    case 413:
    case 415:
    case 422:
      return { class: 'refused', reason: isRetry ? 'retry_refused' : 'refused', status, detail };
    case 503:
      return { class: 'probably_not_applied', status, detail };
  }
  const reason =
    status >= 500 ? 'server_error' : status >= 300 && status < 400 ? 'redirected' : 'unexpected_status';
  return { class: 'ambiguous', reason, status, detail };
}
