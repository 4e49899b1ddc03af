import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { setTimeout as realTime } from 'node:timers/promises';
import type { Scenario } from '../../propexo/simulator/scenario.ts';
import { scaled } from '../schedule.ts';
import type { BackOffice } from '../test-delivery.ts';
import { type AnotherProcess, type Halt, startAnotherProcess } from './another-process.ts';
import { delivered, type Fault, found, lostTrack, minutes, twoDays } from './fault.ts';

/** Its lease ends, and another process looks after the lead until there is nothing more to look for. */
async function afterTheLease(office: BackOffice): Promise<void> {
  for (const seconds of [119, 2, 5, 10, 15, 30, minutes, 15 * minutes, twoDays]) await office.pass(seconds);
}

/** A process that delivers is killed at its halt. */
const killedAt = (halt: Halt) => async (office: BackOffice, t: TestContext) => {
  await office.accept();
  const other = startAnotherProcess(office, t, 'deliver', halt);
  await other.halted;
  await other.kill();
  assert.equal((await office.delivery()).state, 'sending');
  await afterTheLease(office);
};

/** A process that delivers is killed while Propexo does not answer. */
const killedDuring = (scenario: Scenario, requests: number) => async (office: BackOffice, t: TestContext) => {
  office.simulator.play(scenario);
  await office.accept();
  const other = startAnotherProcess(office, t, 'deliver', 'done');
  await office.simulator.waitFor(({ received }) => received.length === requests, { timeoutMs: 30_000 });
  await other.kill();
  await afterTheLease(office);
};

/** A process that accepts is killed; the visitor saw no link, and sends it again. */
const killedWhileAccepting = (halt: Halt, saved: number) => async (office: BackOffice, t: TestContext) => {
  const other = startAnotherProcess(office, t, 'accept', halt);
  await other.halted;
  await other.kill();
  const leads = await office.database.db.selectFrom('lead').selectAll().execute();
  assert.equal(leads.length, saved);
  await office.accept();
  for (const seconds of [0, 2]) await office.pass(seconds);
};

const scale = 0.05;
const fenceMs = scaled('fence', scale);
const leaseSeconds = scaled('lease', scale) / 1_000;

/** Frozen for longer than the fence allows: only real time moves the clock that the fence reads. */
async function freezeAndThaw(other: AnotherProcess, meanwhile: () => Promise<void>): Promise<void> {
  other.freeze();
  await meanwhile();
  other.goOn();
  await realTime(fenceMs + 50);
  other.thaw();
  assert.equal(await other.ended, 0);
}

const kill = 'SIGKILL ';
const frozen = 'SIGSTOP 60 s then CONT';

export const processes: Fault[] = [
  { fault: `${kill}before commit`, play: killedWhileAccepting('before commit', 0), end: delivered },
  { fault: `${kill}after commit before the 303`, play: killedWhileAccepting('committed', 1), end: delivered },
  {
    fault: `${kill}after the claim`,
    play: killedAt('claimed'),
    end: { ...lostTrack, reason: 'process_died', posts: 0 },
  },
  {
    fault: `${kill}mid-POST`,
    variant: 'created',
    play: killedDuring({ kind: 'hang', act: true }, 1),
    end: found,
  },
  {
    fault: `${kill}mid-POST`,
    variant: 'not created',
    play: killedDuring({ kind: 'hang' }, 1),
    end: { ...lostTrack, reason: 'process_died' },
  },
  { fault: `${kill}after the answer before it is stored`, play: killedAt('answered'), end: found },
  {
    fault: `${kill}mid-poll`,
    async play(office, t) {
      office.simulator.play({ kind: 'hang', endpoint: 'write-status' });
      await office.accept();
      await office.pass(0);
      office.advance(2);
      const other = startAnotherProcess(office, t, 'deliver', 'done');
      await office.simulator.waitFor(({ received }) => received.length === 2, { timeoutMs: 30_000 });
      await other.kill();
      await office.pass(119);
      assert.equal((await office.delivery()).state, 'accepted');
      await office.pass(1);
    },
    end: delivered,
  },
  {
    fault: frozen,
    variant: 'after the claim',
    async play(office, t) {
      office.context.timeScale = scale;
      await office.accept();
      const other = startAnotherProcess(office, t, 'deliver', 'claimed');
      await other.halted;
      await freezeAndThaw(other, () => office.pass(60 * scale));
      assert.equal(office.posts(), 0, 'it does not send');
      assert.equal((await office.delivery()).reason, 'aborted_before_send');
      for (const seconds of [5, 2]) await office.pass(seconds * scale);
      await office.pass(1);
    },
    end: delivered,
  },
  {
    fault: frozen,
    variant: 'after the claim, longer than the lease',
    async play(office, t) {
      office.context.timeScale = scale;
      await office.accept();
      const other = startAnotherProcess(office, t, 'deliver', 'claimed');
      await other.halted;
      await freezeAndThaw(other, async () => {
        await office.pass(leaseSeconds + 1);
        assert.equal((await office.delivery()).reason, 'process_died', 'another one took over');
      });
      assert.equal(office.posts(), 0, 'it does not send');
      assert.equal((await office.delivery()).reason, 'aborted_before_send', 'and says so, late');
      for (const seconds of [5, 2]) await office.pass(seconds * scale);
      await office.pass(1);
    },
    end: delivered,
  },
  {
    fault: frozen,
    variant: 'mid-POST, longer than the lease',
    async play(office, t) {
      office.context.timeScale = scale;
      office.simulator.play({ kind: 'delay', ms: 30_000 });
      await office.accept();
      const other = startAnotherProcess(office, t, 'deliver', 'answered');
      await office.simulator.waitFor(({ received }) => received.length === 1, { timeoutMs: 30_000 });
      await freezeAndThaw(other, async () => {
        await office.pass(leaseSeconds + 1);
        await office.pass(1);
        assert.equal((await office.delivery()).state, 'delivered', 'found while the sender is frozen');
        office.advance(30);
      });
    },
    end: found,
  },
  {
    fault: 'two replicas on one queue',
    async play(office, t) {
      const people = 12;
      for (let person = 0; person < people; person += 1)
        await office.accept({ email_1: `person-${person}@example.com` });
      // Both are in the middle of a send before either may go on.
      office.simulator.play({ kind: 'delay', ms: 1_000, times: 2 });
      const replicas = [0, 1].map(() => startAnotherProcess(office, t, 'deliver', 'done'));
      await office.simulator.waitFor(({ received }) => received.length === 2, { timeoutMs: 30_000 });
      office.advance(1);
      await Promise.all(replicas.map(({ halted }) => halted));
      await office.pass(2);
      assert.equal(new Set(office.simulator.inbox.map(({ body }) => body.email_1)).size, people);
    },
    // Many are asked about together, and Propexo's log of writes names no record.
    end: { ...delivered, reason: 'id_unconfirmed', posts: 12 },
  },
];
