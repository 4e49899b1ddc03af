import { CopyButton } from '#components/staff/links/copy-button.tsx';

interface Props {
  id: string;
  /** What it is, in the middle of a sentence. */
  what: string;
  code: string;
}

/** Something to copy: a box whose text can be selected, and a button where there is JavaScript. */
export function CodeBox({ id, what, code }: Props) {
  return (
    <div className="mt-3 flex flex-col items-start gap-3">
      <textarea
        id={id}
        readOnly
        rows={rowsOf(code)}
        value={code}
        aria-label={`The ${what}`}
        spellCheck={false}
        className="control field-sizing-content block resize-none wrap-anywhere font-mono"
      />
      <CopyButton boxId={id} what={what} />
    </div>
  );
}

/** Where the browser does not fit the box to its text itself. */
function rowsOf(code: string): number {
  return code.split('\n').reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / 60)), 0);
}
