import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { JobOutcome } from '../propexo/answers.ts';
import type { SendOutcome } from './classify.ts';
import { afterAbsenceSearch, afterQuestion, afterSearch, afterSend, lost, type Move } from './next-state.ts';
import { canMove, type DeliveryState, statesBefore } from './states.ts';

/** A worker's claim; it may be over long before the worker says what it found. */
interface Claim {
  work: 'send' | 'prove_absent' | 'follow' | 'reconcile';
  attempt: number;
}

/** One delivery, as the database and all workers together know it. */
class Life {
  state: DeliveryState = 'queued';
  now = 0;
  stateSince = 0;
  queuedAt = 0;
  step = 0;
  proveAbsent: 0 | 1 | 2 = 0;
  holder: Claim | undefined;
  claims: Claim[] = [];
  attempts = 0;
  /** Sends that nobody has proven to be without effect. */
  unproven = new Set<number>();
  wasDelivered = false;

  claim(): void {
    const work = {
      queued: this.proveAbsent ? ('prove_absent' as const) : ('send' as const),
      accepted: 'follow' as const,
      unknown: 'reconcile' as const,
    }[this.state as 'queued' | 'accepted' | 'unknown'];
    if (!work || this.holder) return;
    if (work === 'send') {
      assert.deepEqual([...this.unproven], [], 'a send goes although an earlier one may have been applied');
      this.attempts += 1;
      this.unproven.add(this.attempts);
      this.become('sending');
    }
    this.holder = { work, attempt: this.attempts };
    this.claims.push(this.holder);
  }

  /** The lease ends; the worker goes on without knowing it. */
  endLease(): void {
    if (!this.holder) return;
    this.holder = undefined;
    if (this.state === 'sending') this.apply(lost('process_died', '', 1));
  }

  /** The worker of this claim comes back with its answer, once. */
  bring(which: number, answer: Answer): void {
    const [claim] = this.claims.splice(which % Math.max(1, this.claims.length), 1);
    if (!claim) return;
    const isMine = claim === this.holder;
    const move = this.moveAfter(claim, answer, isMine);
    const before = this.state;
    const isEvidence = move.jobId !== undefined || move.state === 'delivered';
    const isLateTruth =
      isEvidence &&
      (move.state === 'accepted' || move.state === 'delivered') &&
      statesBefore(move.state).includes(before);
    if (isMine || isLateTruth) this.apply(move);
    if (isEvidence && before !== 'delivered')
      assert.ok(
        ['accepted', 'delivered'].includes(this.state) || before === 'accepted',
        'evidence is turned down',
      );
  }

  /** A person looked, and knows that it may double. */
  staffSendAgain(): void {
    if (this.holder || !canMove(this.state, 'queued') || this.state === 'sending') return;
    if (this.state !== 'failed' && this.state !== 'unknown') return;
    this.unproven.clear();
    this.queuedAt = this.now;
    this.step = 0;
    this.proveAbsent = 2;
    this.become('queued');
  }

  private moveAfter(claim: Claim, { send, question, found, complete }: Answer, isMine: boolean): Move {
    const situation = {
      sinceQueued: this.now - this.queuedAt,
      inState: this.now - this.stateSince,
      step: this.step,
      askedByStaff: this.proveAbsent === 2,
      reason: null,
      timeScale: 1,
      random: () => 0.5,
    };
    switch (claim.work) {
      case 'send':
        if (['not_sent', 'refused', 'integration_refused'].includes(send.class))
          this.unproven.delete(claim.attempt);
        return afterSend(send, situation);
      case 'follow':
        return afterQuestion(question, situation);
      case 'reconcile':
        return afterSearch(found, situation);
      case 'prove_absent': {
        const move = afterAbsenceSearch(found, complete, situation);
        const isProof = complete && !found && situation.inState >= 120_000;
        if (isMine && move.state === 'queued' && (isProof || situation.askedByStaff)) this.unproven.clear();
        return move;
      }
    }
  }

  private apply(move: Move): void {
    this.step = move.step ?? this.step;
    if (move.proveAbsent !== undefined) this.proveAbsent = move.proveAbsent ? 1 : 0;
    this.holder = undefined;
    assert.ok(this.state === move.state || canMove(this.state, move.state), `${this.state} → ${move.state}`);
    this.become(move.state);
  }

  private become(state: DeliveryState): void {
    if (state !== this.state) this.stateSince = this.now;
    this.state = state;
    assert.ok(!this.wasDelivered || state === 'delivered', `backwards from delivered to ${state}`);
    this.wasDelivered ||= state === 'delivered';
  }
}

interface Answer {
  send: SendOutcome;
  question: JobOutcome | undefined;
  found: { jobId: string } | { recordId: string } | undefined;
  complete: boolean;
}

const detail = '';
const ambiguous = ['no_answer', 'server_error', 'redirected', 'no_job_id', 'answer_cut'] as const;
const send: fc.Arbitrary<SendOutcome> = fc.oneof(
  fc.constant<SendOutcome>({ class: 'accepted', jobId: 'job', status: 200 }),
  fc.constantFrom('connection_failed' as const, 'aborted_before_send' as const).map((reason): SendOutcome => {
    return { class: 'not_sent', reason, detail };
  }),
  fc.constant<SendOutcome>({ class: 'refused', reason: 'refused', status: 400, detail }),
  fc
    .constantFrom('rate_limited' as const, 'credentials' as const)
    .map((reason): SendOutcome => ({ class: 'integration_refused', reason, status: 429, detail })),
  fc.constant<SendOutcome>({ class: 'probably_not_applied', status: 503, detail }),
  fc.constantFrom(...ambiguous).map((reason): SendOutcome => {
    return { class: 'ambiguous', reason, status: undefined, detail };
  }),
);
const question = fc.option(
  fc
    .constantFrom('pending' as const, 'success' as const, 'partial' as const, 'failure' as const)
    .map((status): JobOutcome => ({ status, recordId: undefined, errors: [] })),
  { nil: undefined },
);
const found = fc.constantFrom(undefined, undefined, { jobId: 'job' }, { recordId: 'lead' });

type Step = (life: Life) => void;
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Step>((life) => life.claim()) },
  {
    weight: 4,
    arbitrary: fc
      .record({
        which: fc.nat(5),
        answer: fc.record({ send, question, found, complete: fc.boolean() }),
      })
      .map(
        ({ which, answer }): Step =>
          (life) =>
            life.bring(which, answer),
      ),
  },
  { weight: 1, arbitrary: fc.constant<Step>((life) => life.endLease()) },
  { weight: 1, arbitrary: fc.constant<Step>((life) => life.staffSendAgain()) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(1, 30, 120, 3_600, 80 * 3_600).map((seconds): Step => {
      return (life) => {
        life.now += seconds * 1_000;
      };
    }),
  },
);

test('whatever happens in whatever order: nothing leaves delivered, no send without proof, no evidence turned down', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const life = new Life();
      for (const happens of steps) happens(life);
    }),
    { numRuns: 5_000 },
  );
});
