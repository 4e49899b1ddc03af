import type { ReactNode } from 'react';

/** The mark that every renter knows, a house with an equals sign, and the statement beside it. */
export function EqualHousing({ mark, children }: { mark: string; children: ReactNode }) {
  return (
    <p className="flex items-center gap-3 text-muted text-sm">
      <svg
        viewBox="0 0 24 24"
        role="img"
        aria-label={mark}
        fill="currentColor"
        fillRule="evenodd"
        className="size-8 shrink-0"
      >
        <path d="M12 1 1 7.6v4h2.2V23h17.6V11.6H23v-4zm0 3.3 6.6 3.9v12.6H5.4V8.2zM8 9.5h8v3.3H8zm0 5.6h8v3.3H8z" />
      </svg>
      <span>{children}</span>
    </p>
  );
}
