import { answerLabels } from './answer-labels.ts';
import type { LeadRecord } from './read-lead.ts';
import { spamWords } from './spam-words.ts';

/** One thing that happened to a lead, in plain words, with what other systems said underneath. */
export interface Happening {
  at: number;
  what: string;
  /** Raw, as data. */
  raw?: string | undefined;
}

const outcomes: Record<string, string> = {
  accepted: 'Propexo took it, to hand it to ResMan.',
  not_sent: 'It could not be sent: nothing left this server.',
  refused: 'Propexo refused it.',
  integration_refused: 'Propexo refused every request of this integration, not this lead.',
  probably_not_applied: 'Propexo was not available.',
  ambiguous: 'No answer that says whether Propexo took it.',
};

/** Everything that was done about a lead, the oldest first. */
export function timelineOf({ receivedAt, attempts, acts, delivery, screening }: LeadRecord): Happening[] {
  const happenings: Happening[] = [
    { at: receivedAt, what: 'The renter sent the form. It was stored here.' },
    ...(screening?.isHeld
      ? [
          {
            at: receivedAt,
            what: 'It looked like spam, so it was held back for a person to decide.',
            raw: spamWords(screening.signals).join('\n'),
          },
        ]
      : []),
    ...attempts.flatMap(({ number, started_at, finished_at, outcome, http_status, job_id, detail }) => {
      const said = [http_status && `HTTP ${http_status}`, job_id && `job ${job_id}`, detail];
      return [
        { at: started_at, what: `Send ${number} began.` },
        ...(finished_at === null
          ? []
          : [
              {
                at: finished_at,
                what: outcomes[outcome ?? ''] ?? `Send ${number} ended.`,
                raw: said.filter(Boolean).join(', ') || undefined,
              },
            ]),
      ];
    }),
    ...acts.map((act) => ({ at: act.at, ...actWords(act) })),
  ];
  if (delivery.delivered_at !== null && delivery.state === 'delivered')
    happenings.push({
      at: delivery.delivered_at,
      what: 'ResMan has it.',
      raw: delivery.record_id ?? undefined,
    });
  if (
    delivery.state === 'failed' &&
    (delivery.reason === 'refused_by_resman' || delivery.reason === 'partial')
  )
    happenings.push({
      at: delivery.state_since,
      what: delivery.reason === 'partial' ? 'ResMan took only a part of it.' : 'ResMan did not take it.',
      raw: delivery.detail ?? undefined,
    });
  return happenings.sort((one, other) => one.at - other.at);
}

interface ActDetails {
  record_id?: string | null;
  reason?: string | null;
  detail?: string | null;
  changes?: Record<string, [unknown, unknown]>;
}

function actWords({ act, who, details }: LeadRecord['acts'][number]): Omit<Happening, 'at'> {
  const { record_id, detail, changes = {} } = JSON.parse(details) as ActDetails;
  switch (act) {
    case 'found':
      return { what: `${who} said that it is in ResMan.`, raw: record_id ?? undefined };
    case 'sent_again':
      return { what: `${who} asked to send it again.${saidBefore(detail)}` };
    case 'released':
      return { what: `${who} released it: no spam.` };
    case 'edited': {
      const edits = Object.entries(changes).map(
        ([name, [before, after]]) => `${answerLabels[name] ?? name}: ${shown(before)} → ${shown(after)}`,
      );
      return { what: `${who} corrected it and asked to send it again.`, raw: edits.join('\n') || undefined };
    }
  }
}

/** What stood on the lead when somebody decided: it is not theirs. */
function saidBefore(detail: string | null | undefined): string {
  return detail ? ` Until then it said: “${detail}”.` : '';
}

function shown(value: unknown): string {
  return value === null || value === '' ? 'nothing' : `“${String(value)}”`;
}
