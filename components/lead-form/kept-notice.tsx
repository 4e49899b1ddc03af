import type { Texts } from '#lib/language/texts.ts';

/** Shown by lib/form-page/keep-draft.ts when it put something back; it also does what the button says. */
export function KeptNotice({ texts }: { texts: Texts['keeping'] }) {
  return (
    <p hidden data-kept suppressHydrationWarning className="mb-3 text-muted text-sm">
      {texts.kept}{' '}
      <button
        type="button"
        data-start-over
        className="min-h-11 font-medium text-accent-ink underline underline-offset-4"
      >
        {texts.startOver}
      </button>
    </p>
  );
}
