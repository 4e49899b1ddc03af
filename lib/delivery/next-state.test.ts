import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JobOutcome } from '../propexo/answers.ts';
import type { SendOutcome } from './classify.ts';
import {
  afterAbsenceSearch,
  afterQuestion,
  afterSearch,
  afterSend,
  gaveUp,
  lost,
  type Move,
  type Situation,
} from './next-state.ts';
import { canMove, type DeliveryState } from './states.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

const situation = (changes: Partial<Situation> = {}): Situation => ({
  sinceQueued: 0,
  inState: 0,
  step: 0,
  askedByStaff: false,
  reason: null,
  timeScale: 1,
  random: () => 0.5,
  ...changes,
});

type Row = [from: DeliveryState, event: string, becomes: Move, expected: Move];

const tooLate = situation({ sinceQueued: 72 * hour });
const fourth = situation({ sinceQueued: 72 * hour - 1, step: 3 });
const fast = situation({ step: 1, timeScale: 0.01 });

const refused: SendOutcome = { class: 'refused', reason: 'refused', status: 400, detail: 'email_1: Invalid' };
const retryRefused: SendOutcome = {
  class: 'refused',
  reason: 'retry_refused',
  status: 404,
  detail: 'no job',
};
const unavailable: SendOutcome = { class: 'probably_not_applied', status: 503, detail: 'busy' };
const notSent = (reason: 'connection_failed' | 'aborted_before_send'): SendOutcome => ({
  class: 'not_sent',
  reason,
  detail: 'why',
});
const accepted: SendOutcome = { class: 'accepted', jobId: 'job-1', status: 200 };

const integrationRefusals = (['rate_limited', 'credentials', 'configuration'] as const).flatMap((reason) =>
  [situation(), tooLate].map((moment): Row => {
    const outcome = { class: 'integration_refused', reason, status: 400, detail: 'why' } as const;
    const expected: Move = { state: 'queued', wait: 0, reason, detail: 'why' };
    return ['sending', `${reason}, ${moment.sinceQueued} ms queued`, afterSend(outcome, moment), expected];
  }),
);

const ambiguous = (
  [
    'no_answer',
    'server_error',
    'redirected',
    'no_job_id',
    'answer_cut',
    'unexpected_status',
    'process_died',
  ] as const
).flatMap((reason) =>
  [situation(), tooLate].map((moment): Row => {
    const outcome = { class: 'ambiguous', reason, status: undefined, detail: 'why' } as const;
    const expected: Move = { state: 'unknown', reason, detail: 'why', wait: 5 * second };
    return ['sending', `${reason}, ${moment.sinceQueued} ms queued`, afterSend(outcome, moment), expected];
  }),
);

const notSentRows = (['connection_failed', 'aborted_before_send'] as const).flatMap((reason): Row[] => {
  const again = (step: number, wait: number): Move => ({
    state: 'queued',
    reason,
    detail: 'why',
    step,
    wait,
  });
  const end: Move = { state: 'failed', reason: 'gave_up', detail: `${reason}: why` };
  return [
    ['sending', `${reason}, first time`, afterSend(notSent(reason), situation()), again(1, 2.5 * second)],
    ['sending', `${reason}, fourth time`, afterSend(notSent(reason), fourth), again(4, 5 * minute)],
    ['sending', `${reason}, a hundred times faster`, afterSend(notSent(reason), fast), again(2, 150)],
    ['sending', `${reason}, after three days`, afterSend(notSent(reason), tooLate), end],
  ];
});

const absent = (step: number, wait: number): Move => ({
  state: 'queued',
  reason: 'unavailable',
  detail: 'busy',
  step,
  proveAbsent: true,
  wait,
});
const job = { state: 'accepted', jobId: 'job-1', wait: 2 * second } as const;

const sends: Row[] = [
  ['sending', 'accepted', afterSend(accepted, tooLate), { ...job, reason: undefined, detail: undefined }],
  [
    'sending',
    'refused',
    afterSend(refused, situation()),
    { state: 'failed', reason: 'refused', detail: 'email_1: Invalid' },
  ],
  [
    'sending',
    'a retry refused',
    afterSend(retryRefused, situation()),
    { state: 'failed', reason: 'retry_refused', detail: 'no job' },
  ],
  ['sending', '503, first time', afterSend(unavailable, situation()), absent(1, 5 * second)],
  ['sending', '503, fourth time', afterSend(unavailable, fourth), absent(4, 10 * minute)],
  [
    'sending',
    '503 after three days',
    afterSend(unavailable, tooLate),
    { state: 'unknown', reason: 'unavailable', detail: 'busy', wait: 5 * second },
  ],
  ...notSentRows,
  ...integrationRefusals,
  ...ambiguous,
  [
    'sending',
    'its process died',
    lost('process_died', 'why', 0.01),
    { state: 'unknown', reason: 'process_died', detail: 'why', wait: 50 },
  ],
  [
    'queued',
    'its integration was silent for three days',
    gaveUp,
    { state: 'failed', reason: 'gave_up', detail: 'Propexo could not be reached for three days' },
  ],
];

const outcome = (status: JobOutcome['status'], recordId?: string, errors: string[] = []): JobOutcome => ({
  status,
  recordId,
  errors,
});
const ended = situation({ inState: 24 * hour });
const waits = (inState: number, wait: number): [Situation, Move] => [
  situation({ inState }),
  { state: 'accepted', wait },
];

const stillPending = [
  waits(0, 2 * second),
  waits(2 * second, 3 * second),
  waits(5 * minute, 15 * minute),
  waits(24 * hour - minute, minute),
].flatMap(([moment, expected]): Row[] => [
  [
    'accepted',
    `pending for ${moment.inState} ms`,
    afterQuestion(outcome('pending', 'early'), moment),
    expected,
  ],
  ['accepted', `no usable answer for ${moment.inState} ms`, afterQuestion(undefined, moment), expected],
]);

const pendingTooLong: Move = { state: 'accepted', reason: 'pending_too_long', wait: undefined };
const questions: Row[] = [
  [
    'accepted',
    'success',
    afterQuestion(outcome('success', 'lead-1'), ended),
    { state: 'delivered', recordId: 'lead-1', reason: undefined },
  ],
  [
    'accepted',
    'success without an id',
    afterQuestion(outcome('success'), situation()),
    { state: 'delivered', recordId: undefined, reason: 'id_unconfirmed' },
  ],
  [
    'accepted',
    'partial success',
    afterQuestion(outcome('partial', 'lead-1', ['one', 'two']), situation()),
    { state: 'failed', reason: 'partial', recordId: 'lead-1', detail: 'one; two' },
  ],
  [
    'accepted',
    'failure',
    afterQuestion(outcome('failure', undefined, ['one', 'two']), situation()),
    { state: 'failed', reason: 'refused_by_resman', detail: 'one; two' },
  ],
  [
    'accepted',
    'failure without a word',
    afterQuestion(outcome('failure'), ended),
    { state: 'failed', reason: 'refused_by_resman', detail: 'ResMan gave no reason' },
  ],
  ...stillPending,
  ['accepted', 'pending after a day', afterQuestion(outcome('pending'), ended), pendingTooLong],
  ['accepted', 'no usable answer after a day', afterQuestion(undefined, ended), pendingTooLong],
];

const foundRecord: Move = { state: 'delivered', recordId: 'lead-1', reason: 'found_by_reference' };
const foundJob: Move = { ...job, reason: 'found_by_reference' };
const unknownFor = (inState: number, wait: number | undefined): Row => [
  'unknown',
  `nothing found after ${inState} ms`,
  afterSearch(undefined, situation({ inState })),
  { state: 'unknown', wait },
];
const searches: Row[] = [
  ['unknown', 'a record found', afterSearch({ recordId: 'lead-1' }, situation()), foundRecord],
  ['unknown', 'a job found', afterSearch({ jobId: 'job-1' }, situation({ inState: 20 * hour })), foundJob],
  unknownFor(5 * second, 10 * second),
  unknownFor(15 * minute, hour),
  unknownFor(26 * hour, undefined),
];

const early = situation({ inState: 2 * minute - 1, sinceQueued: hour });
const late = situation({ inState: 2 * minute, sinceQueued: hour });
const earlyForStaff = situation({ askedByStaff: true });
const out = situation({ inState: hour, sinceQueued: 72 * hour });
const sendAgain: Move = { state: 'queued', wait: 0, proveAbsent: false };
const notProven: Move = { state: 'unknown', reason: 'absence_not_proven', detail: '', wait: 5 * second };
const record = { recordId: 'lead-1' };
const absenceSearches: Row[] = [
  ['queued', 'a record found', afterAbsenceSearch(record, true, late), foundRecord],
  [
    'queued',
    'a record found although staff asked',
    afterAbsenceSearch(record, true, earlyForStaff),
    foundRecord,
  ],
  ['queued', 'a job found', afterAbsenceSearch({ jobId: 'job-1' }, false, early), foundJob],
  [
    'queued',
    'nothing, looked early',
    afterAbsenceSearch(undefined, true, early),
    { state: 'queued', wait: 1 },
  ],
  ['queued', 'nothing, looked everywhere, late', afterAbsenceSearch(undefined, true, late), sendAgain],
  [
    'queued',
    'nothing, could not look everywhere',
    afterAbsenceSearch(undefined, false, late),
    { state: 'queued', wait: 5 * minute },
  ],
  ['queued', 'staff asked, nothing', afterAbsenceSearch(undefined, true, earlyForStaff), sendAgain],
  ['queued', 'staff asked, could not look', afterAbsenceSearch(undefined, false, earlyForStaff), sendAgain],
  ['queued', 'absent after three days', afterAbsenceSearch(undefined, true, out), sendAgain],
  ['queued', 'not proven for three days', afterAbsenceSearch(undefined, false, out), notProven],
];

for (const [from, event, becomes, expected] of [...sends, ...questions, ...searches, ...absenceSearches]) {
  test(`${from}, ${event}: ${expected.state}${expected.reason ? `, ${expected.reason}` : ''}`, () => {
    assert.deepEqual(becomes, expected);
    assert.ok(from === expected.state || canMove(from, expected.state), 'a move that the states allow');
  });
}
