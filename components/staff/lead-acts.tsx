import Link from 'next/link';
import type { ReactNode } from 'react';
import type { ActName } from '#lib/staff/possible-acts.ts';
import { mainButton, plainButton } from './buttons.ts';

type Act = (form: FormData) => Promise<void>;

interface Props {
  leadId: string;
  /** The version of the delivery that this page shows: an act on an older one has no effect. */
  seen: string;
  possible: Record<ActName, boolean>;
  mayDuplicate: boolean;
  acts: Record<'found' | 'sendAgain' | 'release', Act>;
}

/** What a person can do now: plain forms, one for each act. */
export function LeadActs({ leadId, seen, possible, mayDuplicate, acts }: Props) {
  if (!Object.values(possible).some(Boolean)) return null;
  const version = <input type="hidden" name="seen" value={seen} />;
  return (
    <section
      aria-labelledby="acts"
      className="mt-6 rounded-2xl border border-line bg-surface p-5 shadow-sm sm:p-6"
    >
      <h2 id="acts" className="font-semibold text-xl">
        What you can do
      </h2>
      <div className="mt-2 divide-y divide-line">
        {possible.release && (
          <Choice title="It is no spam" text="It is sent to ResMan like any other lead.">
            <form action={acts.release}>
              {version}
              <button type="submit" className={mainButton}>
                Release
              </button>
            </form>
          </Choice>
        )}
        {possible.editAndSend && (
          <Choice title="Correct it" text="Change what was refused, then send it.">
            <Link
              href={`/staff/leads/${leadId}/edit`}
              prefetch={false}
              className={`${mainButton} inline-flex items-center`}
            >
              Edit and send
            </Link>
          </Choice>
        )}
        {possible.sendAgain && (
          <Choice
            title="Send it again"
            text={
              mayDuplicate
                ? 'If ResMan has it after all, it will be there twice. Look there first. Before sending we also look once by ourselves.'
                : 'As it is, for when the cause is gone. Before sending we look once whether ResMan has it after all.'
            }
          >
            <form action={acts.sendAgain} className="space-y-3">
              {version}
              {mayDuplicate && (
                <label className="flex min-h-11 cursor-pointer items-center gap-3">
                  <input type="checkbox" name="confirmed" value="yes" required className="size-5 shrink-0" />
                  <span>I looked in ResMan and did not find it. I accept that it may be there twice.</span>
                </label>
              )}
              <button type="submit" className={plainButton}>
                Send again
              </button>
            </form>
          </Choice>
        )}
        {possible.found && (
          <Choice
            title="It is in ResMan"
            text="You found it there, or entered it by hand. It then counts as delivered and is never sent."
          >
            <form action={acts.found} className="flex flex-wrap items-end gap-3">
              {version}
              <div className="min-w-0 flex-1 basis-56 sm:max-w-72">
                <label htmlFor="record_id" className="font-medium">
                  Its number in ResMan <span className="font-normal text-muted">(optional)</span>
                </label>
                <input
                  id="record_id"
                  name="record_id"
                  maxLength={100}
                  autoComplete="off"
                  spellCheck={false}
                  className="control mt-1.5"
                />
              </div>
              <button type="submit" className={plainButton}>
                Found it
              </button>
            </form>
          </Choice>
        )}
      </div>
    </section>
  );
}

function Choice({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className="py-4 last:pb-0">
      <h3 className="font-medium">{title}</h3>
      <p className="mt-0.5 mb-3 max-w-prose text-muted">{text}</p>
      {children}
    </div>
  );
}
