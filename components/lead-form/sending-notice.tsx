import { fill } from '#lib/language/texts.ts';
import type { PublicForm } from './form-props.ts';
import type { Sending } from './use-sending.ts';

type Props = Pick<Sending, 'trouble' | 'stopped' | 'stop'> & { published: PublicForm };

/** Says why a form that was sent has not arrived, and what happens with it. */
export function SendingNotice({ trouble, stopped, stop, published: { texts, phone } }: Props) {
  const { keeping, form } = texts;
  return (
    <div role="alert">
      {/* Until the framework runs this is shown by lib/form-page/wait-for-connection.ts. */}
      {!trouble && (
        <p hidden data-offline suppressHydrationWarning className="font-semibold">
          {keeping.offline}
        </p>
      )}
      {trouble && (
        <div className="rounded-xl border border-edge p-4">
          <p className="font-semibold">{keeping[trouble]}</p>
          <p className="mt-1 text-muted text-sm">
            {keeping.never} {phone && fill(keeping.orCall, { phone })}
          </p>
          <button
            type="button"
            onClick={() => stop('cancelled')}
            className="min-h-11 font-medium text-accent-ink underline underline-offset-4"
          >
            {keeping.cancel}
          </button>
        </div>
      )}
      {!trouble && stopped && <p className="font-semibold">{fill(keeping[stopped], { send: form.send })}</p>}
    </div>
  );
}
