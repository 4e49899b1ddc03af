import assert from 'node:assert/strict';
import { statusOfLead } from '../../lead/status-of-lead.ts';
import { type BackOffice, testDelivery } from '../test-delivery.ts';
import { type End, type Fault, titleOf } from './fault.ts';

/** Plays one fault on both databases and compares its end. */
export function testFault(fault: Fault): void {
  const { staff, ...expected } = fault.end;
  testDelivery(
    titleOf(fault),
    async (office, t) => {
      if (!fault.hangs) office.waitLong();
      await fault.play(office, t);
      assert.deepEqual(await endsOf(office), [expected]);
      assert.equal(staff !== null, expected.prospectSees === 'needs_staff', 'staff know what to do');
    },
    fault.upstream,
  );
}

/** The different ways in which the leads ended: one, when all ended alike. */
async function endsOf(office: BackOffice): Promise<Omit<End, 'staff'>[]> {
  const rows = await office.database.db
    .selectFrom('delivery')
    .innerJoin('lead', 'lead.id', 'delivery.lead_id')
    .select(['receipt', 'reference', 'delivery.state', 'delivery.reason'])
    .execute();
  const posts = office.simulator.received.filter(
    ({ method, path, body }) =>
      method === 'POST' &&
      path === '/v1/leads/resman/' &&
      rows.some(({ reference }) => isOurs((body as { notes?: string }).notes, reference)),
  ).length;
  const ends = new Map<string, Omit<End, 'staff'>>();
  for (const { receipt, reference, state, reason } of rows) {
    const status = await statusOfLead(office.database, receipt, office.context.timeScale);
    const end = {
      state,
      reason,
      posts,
      records: office.simulator.leads.filter(({ notes }) => isOurs(notes, reference)).length,
      prospectSees: status?.state,
    };
    ends.set(JSON.stringify(end), end);
  }
  return [...ends.values()];
}

/** Judged apart from the code that is judged. */
function isOurs(notes: string | null | undefined, reference: string): boolean {
  return notes === `Ref ${reference}` || (notes?.startsWith(`Ref ${reference}\n`) ?? false);
}
