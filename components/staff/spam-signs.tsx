import type { LeadRecord } from '#lib/staff/read-lead.ts';
import { spamWords } from '#lib/staff/spam-words.ts';

/** Why a lead waits for a person: said as reasons to doubt, not as a judgement. */
export function SpamSigns({ screening }: Pick<LeadRecord, 'screening'>) {
  if (!screening) return null;
  return (
    <>
      <h2 className="mt-4 font-semibold">Why it looks like spam</h2>
      <ul className="mt-1 max-w-prose list-disc space-y-1 ps-5">
        {spamWords(screening.signals).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {screening.proven && (
        <p className="mt-2 max-w-prose text-muted">Its browser did the work that we ask of doubtful ones.</p>
      )}
    </>
  );
}
