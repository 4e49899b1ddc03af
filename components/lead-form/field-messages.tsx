/** The ids by which a control names its hint and its error, for screen readers. */
export function describedBy(name: string, hint: unknown, error: unknown): string | undefined {
  return [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined;
}

export function Hint({ name, children }: { name: string; children: string | undefined }) {
  return children ? (
    <p id={`${name}-hint`} className="mt-0.5 text-muted text-sm">
      {children}
    </p>
  ) : null;
}

export function FieldError({
  name,
  message,
  prefix,
}: {
  name: string;
  message: string | undefined;
  /** Said by screen readers only: sighted people see the colour and the place. */
  prefix: string;
}) {
  return message ? (
    <p id={`${name}-error`} className="mt-1.5 font-medium text-danger text-sm">
      <span className="sr-only">{prefix}</span>
      {message}
    </p>
  ) : null;
}
