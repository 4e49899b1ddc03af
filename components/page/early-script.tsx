import { earlyScript, earlyScriptId } from '#lib/form-page/early-script.ts';

/** Behind the form, in every way it is answered: by the front door, by Next after a submit, in development. */
export function EarlyScript() {
  return (
    <script
      id={earlyScriptId}
      // The front door adds the address of what is to be started.
      suppressHydrationWarning
      // Our own functions, nothing of a visitor.
      dangerouslySetInnerHTML={{ __html: earlyScript() }}
    />
  );
}
