import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Exchange } from '../propexo/exchange.ts';
import { notesCarryReference } from '../propexo/lead-payload.ts';
import type { Scenario } from '../propexo/simulator/scenario.ts';
import type { Claim } from './claim.ts';
import { send } from './send.ts';
import { askedBefore, type BackOffice, claimOne, testDelivery } from './test-delivery.ts';

/** What may happen next in the life of a lead. */
type Happening =
  | { kind: 'upstream'; scenario: Scenario }
  | { kind: 'time'; seconds: number }
  | {
      kind:
        | 'down'
        | 'up'
        | 'process dies'
        | 'process dies after the answer'
        | 'answer is kept'
        | 'answer is brought';
    };

const answered = fc
  .record({ status: fc.constantFrom(401, 404, 408, 429, 500, 502, 503), act: fc.boolean() })
  .map(({ status, act }): Scenario => {
    // What refuses does not act.
    return { kind: 'answer', status, act: act && (status === 408 || status >= 500) };
  });
const broken = fc.constantFrom<Scenario>(
  { kind: 'reset', when: 'before' },
  { kind: 'reset', when: 'after' },
  { kind: 'hang', actAfterMs: 40_000 },
  { kind: 'empty', act: true },
  { kind: 'truncated', act: true },
  { kind: 'huge', megabytes: 2, act: true },
  { kind: 'refuse', status: 400, field: 'email_1' },
);
const jobs = fc
  .record({
    outcome: fc.constantFrom('SUCCESS' as const, 'PARTIAL_SUCCESS' as const, 'FAILURE' as const),
    afterMs: fc.constantFrom(0, 800, 100_000),
  })
  .map((job): Scenario => ({ kind: 'job', ...job }));
const questions = fc
  .record({
    endpoint: fc.constantFrom('write-status' as const, 'leads' as const, 'write-log' as const),
    status: fc.constantFrom(400, 404, 500, 503),
    times: fc.integer({ min: 1, max: 3 }),
  })
  .map((fault): Scenario => ({ kind: 'answer', ...fault }));

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .oneof(answered, broken, jobs, questions)
      .map((scenario): Happening => ({ kind: 'upstream', scenario })),
  },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(0, 2, 5, 30, 120, 600)
      .map((seconds): Happening => ({ kind: 'time', seconds })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(
        'down' as const,
        'up' as const,
        'process dies' as const,
        'process dies after the answer' as const,
        'answer is kept' as const,
        'answer is brought' as const,
      )
      .map((kind): Happening => ({ kind })),
  },
);

const happenings = fc.array(happening, { maxLength: 10, size: 'max' });

/** One lead, what happens to it, and the workers that still have an answer to write down. */
class Life {
  office: BackOffice;
  isDown = false;
  kept: { claim: Claim; answer: Exchange }[] = [];

  constructor(office: BackOffice) {
    this.office = office;
  }

  async meet(next: Happening): Promise<void> {
    const { simulator } = this.office;
    switch (next.kind) {
      case 'upstream':
        return simulator.play(next.scenario);
      case 'time':
        return this.office.pass(next.seconds);
      case 'down':
        if (!this.isDown) await simulator.goDown();
        this.isDown = true;
        return;
      case 'up':
        if (this.isDown) await simulator.comeBack();
        this.isDown = false;
        return;
      case 'process dies':
        await claimOne(this.office.context);
        return;
      case 'process dies after the answer':
      case 'answer is kept':
        return this.sendWithoutWritingDown(next.kind === 'answer is kept');
      case 'answer is brought':
        return this.bring();
    }
  }

  async sendWithoutWritingDown(keep: boolean): Promise<void> {
    const { context } = this.office;
    const [claim] = await claimOne(context);
    if (claim?.work !== 'send') return;
    const answer = await context.propexo.createLead(claim.lead);
    if (keep) this.kept.push({ claim, answer });
  }

  async bring(): Promise<void> {
    const next = this.kept.shift();
    if (!next) return;
    const { context } = this.office;
    const propexo = { ...context.propexo, createLead: async () => next.answer };
    await send({ ...context, propexo }, { ...next.claim, claimedAtMonotonic: performance.now() });
  }

  /** Everything works again, and all searches and questions come to their end. */
  async comeToAnEnd(): Promise<void> {
    await this.meet({ kind: 'up' });
    this.office.simulator.clearScenarios();
    await this.office.simulator.settle();
    while (this.kept.length > 0) await this.bring();
    for (const seconds of [121, 2, 5, 30, 60, 121, 300, 900, 3_600, 2, 30, 3_600, 4 * 3_600, 100_000])
      await this.office.pass(seconds);
  }
}

testDelivery(
  'whatever happens in whatever order, a lead is created at most once and never lost',
  async (office) => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(answered, broken, jobs), happenings, async (first, then) => {
        await office.database.db.deleteFrom('integration_lane').execute();
        await office.database.db.deleteFrom('attempt').execute();
        await office.database.db.deleteFrom('delivery').execute();
        office.simulator.reset();
        await askedBefore(office);
        const reference = await office.accept();
        office.simulator.play(first);
        const ours = <Row extends { notes?: string | null | undefined }>(rows: Row[]) =>
          rows.filter(({ notes }) => notesCarryReference(notes ?? '', reference)).length;
        const created = () => ours(office.simulator.jobs.map(({ body }) => body));

        const life = new Life(office);
        let wasDelivered = false;
        for (const next of then) {
          await life.meet(next);
          const { state } = await office.delivery();
          assert.ok(!wasDelivered || state === 'delivered', `left delivered for ${state}`);
          wasDelivered = state === 'delivered';
          assert.ok(created() <= 1, 'created twice');
        }
        await life.comeToAnEnd();
        const { state, reason } = await office.delivery();
        assert.ok(created() <= 1, 'created twice');
        const records = ours(office.simulator.leads);
        assert.ok(['delivered', 'failed', 'unknown'].includes(state), `ends ${state}`);
        if (reason !== 'partial')
          assert.equal(state === 'delivered', records === 1, `${state}, ${records} records`);
      }),
      { numRuns: office.database.engine === 'sqlite' ? 100 : 25 },
    );
  },
);
