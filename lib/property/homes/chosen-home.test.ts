import assert from 'node:assert/strict';
import type { Database } from '../../database/connect.ts';
import { drainDeliveries } from '../../delivery/worker.ts';
import { speech } from '../../language/languages.ts';
import { receiveLead } from '../../lead/receive-lead.ts';
import { editAndSend, versionOf } from '../../staff/acts.ts';
import { checkEdit, valuesOf } from '../../staff/edit-lead.ts';
import { bodyForResMan, readLead } from '../../staff/read-lead.ts';
import { type HomesOffice, testHomes } from './test-homes.ts';

const ana = { first_name: 'Ana', last_name: 'Cruz', email_1: 'ana@example.com' };
const send = async (office: HomesOffice, fields: Record<string, string>, database = office.database) => {
  const surroundings = {
    database,
    now: office.clock.now,
    secret: 'a secret of the tests',
    timeScale: 1,
    log: { error: (facts: object) => office.warnings.push(facts) },
  };
  const received = await receiveLead(
    surroundings,
    office.property,
    { sent: { ...ana, ...fields }, tooLarge: false },
    {},
    speech('en'),
  );
  assert.ok(received.receipt, JSON.stringify(received));
  return received;
};
/** The same database through a connection that remembers nothing, as another replica's. */
const anotherReplica = (office: HomesOffice): Database => office.fresh.open(() => office.clock.now);

async function delivered(office: HomesOffice) {
  await drainDeliveries(office.context);
  const { body } = office.simulator.inbox.at(-1) ?? assert.fail('nothing was sent');
  return { plan: body.floor_plan_id, unit: body.unit_id, notes: body.notes?.split('\n').slice(1) };
}

/** ResMan lets it, and the catalog is read again. */
async function letUnit(office: HomesOffice, number: string) {
  const units = office.simulator.catalog.units.filter((unit) => unit.id === office.unitId(number));
  office.simulator.addCatalog({ units: units.map((unit) => ({ ...unit, is_available: false })) });
  office.advance(2 * 3_600);
  assert.equal(await office.refresh(), 'refreshed');
}

testHomes('a plan and a unit that are available reach ResMan, and need no remark', async (office) => {
  await office.refresh();
  const [plan, unit] = [office.planId('Linden'), office.unitId('202')];
  await send(office, { floor_plan_id: plan });
  assert.deepEqual(await delivered(office), { plan, unit: undefined, notes: [] });
  await send(office, { floor_plan_id: `${plan}.${unit}`, email_1: 'b@example.com' });
  assert.deepEqual(await delivered(office), { plan, unit, notes: [] });
  await send(office, { unit_id: unit, email_1: 'c@example.com' });
  assert.deepEqual(await delivered(office), { plan, unit, notes: [] });
  await send(office, { unit_id: unit, floor_plan_id: office.planId('Sapling'), email_1: 'd@example.com' });
  assert.deepEqual(await delivered(office), { plan, unit, notes: [] }, 'the unit knows its plan');
});

testHomes(
  'a unit that was let meanwhile stops nothing: its plan goes on, the wish is in the notes',
  async (office) => {
    await office.refresh();
    const [plan, unit] = [office.planId('Linden'), office.unitId('202')];
    await letUnit(office, '202');
    await send(office, { floor_plan_id: `${plan}.${unit}` });
    const notes = ['Home they chose: unit 202 (Linden), no longer listed as available'];
    assert.deepEqual(await delivered(office), { plan, unit: undefined, notes });
  },
);

testHomes('the same words are the same submission, whatever became of the home', async (office) => {
  await office.refresh();
  const fields = { unit_id: office.unitId('202'), submission_id: 'a-submission-of-the-test' };
  const first = await send(office, fields);
  await delivered(office);
  await office.simulator.settle();
  await office.pass(2);
  await letUnit(office, '202');
  const replica = anotherReplica(office);
  assert.deepEqual(await send(office, fields, replica), { receipt: first.receipt, isNew: false });
  assert.deepEqual(await send(office, { ...fields, submission_id: 'another-submission-id' }, replica), {
    receipt: first.receipt,
    isNew: false,
  });
  const other = await send(office, { ...fields, unit_id: office.unitId('301') }, replica);
  assert.equal(other.isNew, true, 'another home is another inquiry');
});

testHomes('ids that nobody knows are neutral, and their text goes nowhere', async (office) => {
  const unread = { floor_plan_id: 'Ref-GC-evil', unit_id: 'call-555-0100' };
  await send(office, unread);
  const unknown = ['Home they chose: one that is not in the current list'];
  assert.deepEqual(
    await delivered(office),
    { plan: undefined, unit: undefined, notes: unknown },
    'never read',
  );
  await office.refresh();
  await send(office, { ...unread, email_1: 'b@example.com' }, anotherReplica(office));
  assert.deepEqual(await delivered(office), { plan: undefined, unit: undefined, notes: unknown });
  const foundry = office.simulator.catalog.units.find(
    (unit) => unit.property_id !== office.property.property_id,
  );
  await send(office, { unit_id: foundry?.id ?? '', email_1: 'c@example.com' });
  assert.deepEqual((await delivered(office)).unit, undefined, 'of another property');
});

testHomes('a home that left the catalog keeps its name; old knowledge is not believed', async (office) => {
  await office.refresh();
  const unit = office.unitId('202');
  await office.database.db
    .insertInto('gone_home')
    .values({
      property_id: office.property.property_id,
      home_id: 'old-1',
      name: 'unit 9 (The Birch)',
      gone_at: 1,
    })
    .execute();
  await send(office, { unit_id: 'old-1' });
  assert.deepEqual((await delivered(office)).notes, [
    'Home they chose: unit 9 (The Birch), no longer listed as available',
  ]);
  office.advance(8 * 24 * 3_600);
  await send(office, { unit_id: unit, email_1: 'b@example.com' });
  assert.deepEqual(await delivered(office), {
    plan: undefined,
    unit: undefined,
    notes: ['Home they chose: unit 202 (Linden), not checked whether it is available'],
  });
});

testHomes('ResMan refuses the unit: staff empty it, and the wish stays in the notes', async (office) => {
  await office.refresh();
  office.simulator.play({ kind: 'job', outcome: 'FAILURE', errors: ['Unit could not be found'] });
  await send(office, { unit_id: office.unitId('202') });
  await drainDeliveries(office.context);
  await office.simulator.settle();
  await office.pass(2);
  const { lead_id } = (await office.delivery()) as unknown as { lead_id: string };
  const lead = (await readLead(office.database, lead_id)) ?? assert.fail('no lead');
  const values = valuesOf(lead.answers);
  assert.equal(values.unit_id, office.unitId('202'));
  const { answers } = checkEdit(lead, { ...values, unit_id: '', floor_plan_id: '' });
  assert.ok(answers);
  const request = { leadId: lead_id, seen: versionOf(lead.delivery), who: 'dana@example.com' };
  assert.equal(await editAndSend({ database: office.database, timeScale: 1 }, request, answers), 'done');
  await drainDeliveries(office.context);
  assert.deepEqual(await delivered(office), {
    plan: undefined,
    unit: undefined,
    notes: ['Home they chose: unit 202 (Linden)'],
  });
  const after = (await readLead(office.database, lead_id)) ?? assert.fail('no lead');
  assert.deepEqual(bodyForResMan(after), office.simulator.inbox.at(-1)?.body, 'staff see what is sent');
});
