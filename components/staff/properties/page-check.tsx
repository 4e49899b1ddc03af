import { plainButton } from '#components/staff/buttons.ts';
import type { PageReport } from '#lib/embed/check/check-page.ts';
import type { Finding } from '#lib/embed/check/finding.ts';
import { Chip } from './chip.tsx';
import { CodeBox } from './code-box.tsx';
import { Section } from './section.tsx';

interface Props {
  slug: string;
  /** What else the page's address says, which stays. */
  kept: Record<string, string | undefined>;
  now: number;
  /** What was typed. */
  asked: string | undefined;
  report: PageReport | undefined;
}

/** Why the form does not show on a page, or that everything looks right. */
export function PageCheck({ slug, kept, now, asked, report }: Props) {
  return (
    <Section id="check" title="Does it show on your page?">
      <p className="mt-2 max-w-prose">
        Give the address of the page. Guestcard then looks at it and says what keeps the form from being seen.
      </p>
      <form
        method="get"
        action={`/staff/properties/${slug}#check`}
        className="mt-4 flex flex-wrap items-end gap-3"
      >
        {Object.entries(kept).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        {/* Another address each time: a browser that is sent to the one it has, with a "#", loads nothing. */}
        <input type="hidden" name="at" value={now} />
        <div className="min-w-0 basis-full sm:flex-1 sm:basis-96">
          <label htmlFor="page-address" className="font-medium text-sm">
            Address of the page
          </label>
          <input
            id="page-address"
            name="check"
            inputMode="url"
            autoComplete="url"
            placeholder="https://www.example.com/contact"
            defaultValue={asked ?? ''}
            className="control mt-1"
          />
        </div>
        <button type="submit" className={plainButton}>
          Check
        </button>
      </form>
      {report && (
        <div className="mt-6">
          <h3 className="font-semibold">
            {/* The address may be as long as one can be. */}
            What was found at <span className="break-all font-normal">{report.address.slice(0, 200)}</span>
          </h3>
          {report.findings.length === 0 ? (
            <p className="mt-3 rounded-xl border-2 border-accent-ink bg-accent-wash p-4">
              <strong>Everything looks right.</strong> The form is on the page, its website may show it, and
              nothing that can be seen from outside stands in its way.
            </p>
          ) : (
            <ol className="mt-3 space-y-3">
              {report.findings.map((finding, index) => (
                <FindingCard key={finding.kind} finding={finding} index={index} />
              ))}
            </ol>
          )}
        </div>
      )}
    </Section>
  );
}

const severities = {
  blocks: ['bad', 'Keeps the form away'],
  limits: ['warning', 'Works, but not fully'],
  hint: ['plain', 'Could be better'],
} as const;

function FindingCard({
  finding: { severity, what, mend, code },
  index,
}: {
  finding: Finding;
  index: number;
}) {
  const [tone, words] = severities[severity];
  return (
    <li className="rounded-xl border border-line p-4">
      <p>
        <Chip tone={tone}>{words}</Chip>
      </p>
      <p className="mt-2 max-w-prose font-medium">{what}</p>
      <p className="mt-1 max-w-prose">{mend}</p>
      {code && <CodeBox id={`mend-${index}`} what="lines to add" code={code} />}
    </li>
  );
}
