interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (reason: unknown) => void;
}

/** More would make the first of them wait for the last. */
const mostTogether = 50;

/**
 * Lets writes that arrive together share one transaction. Durable means waiting for the disk at every commit, some
 * milliseconds each time; those who come meanwhile wait together for the next. Nobody is answered before the commit.
 * @param write writes all items in one transaction, or none of them, and answers in their order
 * @param isFaultOfOne whether an error may come from a single item: then each is tried by itself
 */
export function groupCommit<Item, Result>(
  write: (items: Item[]) => Promise<Result[]>,
  isFaultOfOne: (error: unknown) => boolean,
): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let writing = false;

  const writeWaiting = async () => {
    while (waiting.length > 0) {
      // Whatever else has arrived by now is handled first, and may join.
      await new Promise((resolve) => setImmediate(resolve));
      await writeGroup(waiting.splice(0, mostTogether));
    }
    writing = false;
  };
  const writeGroup = async (group: Waiting<Item, Result>[]): Promise<void> => {
    try {
      const results = await write(group.map(({ item }) => item));
      for (const [place, { resolve }] of group.entries()) resolve(results[place] as Result);
    } catch (error) {
      if (group.length > 1 && isFaultOfOne(error)) for (const one of group) await writeGroup([one]);
      else for (const { reject } of group) reject(error);
    }
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (writing) return;
      writing = true;
      void writeWaiting();
    });
}

/**
 * Whether a database refused a row for what is in it, so that other rows may well be accepted: not when it is busy,
 * full or away. SQLite: too big, constraint, mismatch; PostgreSQL: data exceptions and integrity constraints.
 */
export function isRowRefused(error: unknown): boolean {
  const { errcode, code } = error as { errcode?: number; code?: unknown };
  if (errcode !== undefined) return [18, 19, 20].includes(errcode & 0xff);
  return typeof code === 'string' && /^2[23]/.test(code);
}
