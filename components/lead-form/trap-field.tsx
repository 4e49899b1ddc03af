import { trapField } from '#lib/spam/spam-fields.ts';

/**
 * People do not meet it: it is out of sight, out of the reading order and out of the way of the Tab key, and browsers and
 * password managers are told to leave it alone. Who meets it all the same reads what to do.
 */
export function TrapField({ label }: { label: string }) {
  return (
    <div aria-hidden="true" className="sr-only">
      <label>
        {label}
        <input
          type="text"
          name={trapField}
          tabIndex={-1}
          autoComplete="off"
          data-1p-ignore=""
          data-lpignore="true"
          data-bwignore=""
          data-form-type="other"
        />
      </label>
    </div>
  );
}
