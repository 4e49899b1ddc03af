/** The database did not answer in time; what was asked may still be done. */
export class DatabaseSilent extends Error {
  override name = 'DatabaseSilent';
}

/**
 * For questions whose asker waits for something else than their answer. A question that is given up goes on by itself,
 * so whoever asks regularly asks one at a time.
 * @throws DatabaseSilent after `patienceMs`.
 */
export async function answerWithin<Answer>(patienceMs: number, question: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new DatabaseSilent(`the database did not answer within ${patienceMs} ms`)),
      patienceMs,
    );
  });
  question.catch(() => {});
  return Promise.race([question, patience]).finally(() => clearTimeout(timer));
}
