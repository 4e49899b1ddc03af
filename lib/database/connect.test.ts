import assert from 'node:assert/strict';
import { connect } from './connect.ts';
import { migrate } from './migrate.ts';
import { testOnBoth } from './test-databases.ts';

testOnBoth('the demo’s leads live apart from the real ones', async ({ dataDir, databaseUrl }, t) => {
  const demo = connect({ dataDir, databaseUrl, demo: true });
  const real = connect({ dataDir, databaseUrl });
  t.after(() => Promise.all([demo.close(), real.close()]));
  await migrate(demo);
  await migrate(real);
  await demo.db.insertInto('health_check').values({ id: 'demo', written_at: 1 }).execute();
  assert.deepEqual(await real.db.selectFrom('health_check').selectAll().execute(), []);
});
