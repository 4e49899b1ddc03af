import assert from 'node:assert/strict';
import type { Scenario } from '../../propexo/simulator/scenario.ts';
import type { BackOffice } from '../test-delivery.ts';
import { delivered, type End, type Fault, found, hours, minutes, twoDays } from './fault.ts';

/** Sent, and followed until the questions are over. */
const sendAndFollow = (scenario: Scenario) => async (office: BackOffice) => {
  office.simulator.play(scenario);
  await office.accept();
  for (const seconds of [0, 2, 3, 5, 10, minutes, 23 * hours, hours, twoDays]) await office.pass(seconds);
};

const pendingTooLong: End = {
  state: 'accepted',
  reason: 'pending_too_long',
  posts: 1,
  records: 0,
  prospectSees: 'needs_staff',
  staff: 'look for it in ResMan; say where it is',
};
const failed: End = {
  ...pendingTooLong,
  state: 'failed',
  reason: 'refused_by_resman',
  staff: 'mend what ResMan names, send it once more',
};

const withoutStatus = [400, 404].flatMap((status): Fault[] => {
  const fault = 'write-status 400/404 for our job';
  const answer: Scenario = { kind: 'answer', endpoint: 'write-status', status };
  return [
    { fault, variant: `${status}, twice`, play: sendAndFollow({ ...answer, times: 2 }), end: delivered },
    {
      fault,
      variant: `${status}, for ever`,
      play: sendAndFollow({ ...answer, times: 'always' }),
      end: { ...pendingTooLong, records: 1 },
    },
  ];
});

export const jobs: Fault[] = [
  {
    fault: 'PENDING for ever',
    play: sendAndFollow({ kind: 'job', outcome: 'PENDING' }),
    end: pendingTooLong,
  },
  {
    fault: 'FAILURE with stringified-JSON errors',
    async play(office) {
      const errors = [JSON.stringify({ message: 'Transaction Source could not be found' })];
      await sendAndFollow({ kind: 'job', outcome: 'FAILURE', errors })(office);
      assert.equal((await office.delivery()).detail, 'Transaction Source could not be found');
    },
    end: failed,
  },
  {
    fault: 'PARTIAL_SUCCESS',
    play: sendAndFollow({ kind: 'job', outcome: 'PARTIAL_SUCCESS', errors: ['One of two calls failed'] }),
    end: {
      ...failed,
      reason: 'partial',
      records: 1,
      staff: 'look at the record in ResMan, complete it there',
    },
  },
  {
    fault: 'SUCCESS with null or foreign id',
    variant: 'null',
    play: sendAndFollow({ kind: 'job', outcome: 'SUCCESS', createdRecordId: null }),
    end: { ...delivered, reason: 'id_unconfirmed' },
  },
  {
    fault: 'SUCCESS with null or foreign id',
    variant: 'foreign',
    play: sendAndFollow({ kind: 'job', outcome: 'SUCCESS', createdRecordId: 'another-model' }),
    end: delivered,
  },
  ...withoutStatus,
  {
    fault: 'poll and reconcile endpoints failing while POST works',
    variant: 'accepted',
    play: (office) => whileQuestionsFail(office, 'accepted'),
    end: delivered,
  },
  {
    fault: 'poll and reconcile endpoints failing while POST works',
    variant: 'unknown',
    play: (office) => whileQuestionsFail(office, 'unknown', { kind: 'reset', when: 'after' }),
    end: found,
  },
  {
    fault: 'poll and reconcile endpoints failing while POST works',
    variant: 'after a 503 that lied',
    play: (office) => whileQuestionsFail(office, 'queued', { kind: 'answer', status: 503, act: true }),
    end: found,
  },
];

async function whileQuestionsFail(
  office: BackOffice,
  meanwhile: string,
  ...scenarios: Scenario[]
): Promise<void> {
  for (const scenario of scenarios) office.simulator.play(scenario);
  for (const endpoint of ['write-status', 'leads', 'write-log'] as const)
    office.simulator.play({ kind: 'answer', endpoint, status: 500, times: 'always' });
  await office.accept();
  for (let passed = 0; passed < hours; passed += 5 * minutes)
    await office.pass(passed === 0 ? 0 : 5 * minutes);
  assert.equal((await office.delivery()).state, meanwhile, 'nothing is guessed');
  office.simulator.clearScenarios();
  await office.pass(hours);
  await office.pass(2);
}
