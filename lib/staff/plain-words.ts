import type { DeliveryRow } from '../database/tables.ts';
import { answerLabels } from './answer-labels.ts';
import { adviceForRefusal, adviceForResMan } from './refusal-advice.ts';

type Facts = Pick<DeliveryRow, 'state' | 'reason' | 'detail' | 'record_id'>;

export interface Words {
  /** The state, for a label. */
  label: string;
  /** What happened, in a sentence. */
  what: string;
  /** What a person can do, or what the program goes on doing. */
  next?: string;
}

/** A delivery's state and reason as a leasing agent would say them. What other systems said is shown apart, as data. */
export function wordsFor(delivery: Facts): Words {
  const { state, reason } = delivery;
  switch (state) {
    case 'queued':
      return { label: 'Waiting to be sent', ...(queued[reason ?? ''] ?? waiting) };
    case 'sending':
      return { label: 'Being sent', what: 'It is being sent at this moment.' };
    case 'accepted':
      return {
        label: 'On its way to ResMan',
        what: 'Propexo, the service that carries leads to ResMan, took it. ResMan has not confirmed it yet.',
        next: 'We keep asking. Sending it once more now could make a second one in ResMan.',
      };
    case 'delivered':
      return { label: 'In ResMan', what: delivered[reason ?? ''] ?? 'ResMan has it.' };
    case 'failed':
      return failed(delivery);
    case 'unknown':
      return {
        label: 'May or may not be in ResMan',
        what: unknown[reason ?? ''] ?? 'It was sent, and nothing proves whether it arrived.',
        next: 'Look in ResMan for the reference or the person. There: mark it as found. Not there: send it again.',
      };
    case 'quarantined':
      return {
        label: 'Looks like spam',
        what: 'It looks like spam, so it waits here and was not sent to ResMan.',
        next: 'If a real person wrote it, release it. If not, leave it: nothing more happens to it.',
      };
  }
}

/** What other systems said about a lead, with the fields of the form under the names that staff see. */
export function saidAbout({ state, detail }: Pick<Facts, 'state' | 'detail'>): string | undefined {
  if (!detail || state === 'delivered') return undefined;
  return detail
    .split('; ')
    .map((part) =>
      part.replace(/^(\w{1,50}): /, (prefix, name) =>
        answerLabels[name] ? `${answerLabels[name]}: ` : prefix,
      ),
    )
    .join('; ');
}

const waiting = { what: 'It is waiting for its turn.', next: 'It is sent by itself.' };

const queued: Record<string, Omit<Words, 'label'>> = {
  connection_failed: {
    what: 'Propexo cannot be reached.',
    next: 'It is tried again by itself. If everything waits for this reason, check this server’s connection.',
  },
  aborted_before_send: {
    what: 'This server was too busy to send it safely, so it was not sent.',
    next: 'It is tried again by itself.',
  },
  rate_limited: {
    what: 'Propexo’s limit of requests a minute is reached.',
    next: 'It is sent by itself when there is room.',
  },
  credentials: {
    what: 'Propexo does not accept the API token.',
    next: 'Ask whoever runs Guestcard to correct PROPEXO_API_TOKEN and restart it. Nothing is lost meanwhile.',
  },
  configuration: {
    what: 'Propexo has nothing at the address that is set.',
    next: 'Ask whoever runs Guestcard to correct PROPEXO_BASE_URL and restart it. Nothing is lost meanwhile.',
  },
  unavailable: {
    what: 'Propexo said that it is not available. It probably does not have this lead.',
    next: 'It is searched for, and sent again when it is surely not there.',
  },
  unreadable: {
    what: 'It cannot be put together for ResMan: its property’s settings do not fit.',
    next: 'Ask whoever runs Guestcard to correct the properties file and restart it.',
  },
  sent_again_by_staff: {
    what: 'A colleague sent it again.',
    next: 'First we look whether ResMan has it after all; then it is sent.',
  },
};

const delivered: Record<string, string> = {
  found_by_reference: 'ResMan has it: it was found there by its reference.',
  id_unconfirmed: 'Propexo reports success, without the id of the record.',
  found_by_staff: 'A colleague says that it is in ResMan.',
};

const unknown: Record<string, string> = {
  no_answer: 'It was sent, and no answer came.',
  server_error: 'It was sent, and Propexo answered with a fault of its own.',
  redirected: 'It was sent, and the answer pointed to another address. That was not followed.',
  no_job_id: 'Propexo answered without saying that it took it.',
  answer_cut: 'It was sent, and the answer broke off.',
  unexpected_status: 'It was sent, and the answer was not one that is known.',
  process_died: 'This program ended while it was being sent.',
  unavailable: 'Propexo was not available for days, and may have taken it nevertheless.',
  absence_not_proven: 'Propexo was not available, and the search could not rule out that it has it.',
};

function failed({ reason, detail }: Facts): Words {
  switch (reason) {
    case 'refused':
      return {
        label: 'Refused',
        what: 'It was refused because of something in the form.',
        next: adviceForRefusal(detail ?? ''),
      };
    case 'refused_by_resman':
      return { label: 'Refused', what: 'ResMan did not take it.', next: adviceForResMan(detail ?? '') };
    case 'partial':
      return {
        label: 'Partly in ResMan',
        what: 'ResMan took only a part of it.',
        next: 'Look it up in ResMan, complete it there, then mark it as found. It cannot be sent again: that would make a second record.',
      };
    case 'gave_up':
      return {
        label: 'Not sent',
        what: 'It could not be sent for three days, so we stopped trying.',
        next: 'When Propexo can be reached again, send it again.',
      };
    case 'retry_refused':
      return {
        label: 'Refused',
        what: 'Propexo would not repeat the job that failed.',
        next: 'Send it again: this time as a new job.',
      };
    default:
      return {
        label: 'Refused',
        what: 'It was not taken.',
        next: 'Send it again, or enter it in ResMan by hand.',
      };
  }
}
