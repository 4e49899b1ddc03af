import { type Database, readClock } from '../database/connect.ts';
import { rememberedMs } from './recent.ts';

/** Forgets after a day what submits had in common, and proofs that nobody can use any more. */
export async function forgetRecent(database: Database): Promise<void> {
  const yesterday = (await readClock(database)) - rememberedMs;
  await database.db.deleteFrom('recent_submission').where('at', '<=', yesterday).execute();
  await database.db.deleteFrom('used_proof').where('expires_at', '<=', yesterday).execute();
}
