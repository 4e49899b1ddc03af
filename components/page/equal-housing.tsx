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
        <path d="M12 1 1 7.6v4h2.3V23h17.4V11.6H23v-4zm0 3.6 6 3.6v12H6v-12zM8.5 10h7v2.6h-7zm0 4.6h7v2.6h-7z" />
      </svg>
      <span>{children}</span>
    </p>
  );
}
