import Link from 'next/link';
import { textLink } from './buttons.ts';

interface Props {
  page: number;
  total: number;
  size: number;
  /** The address of another page of the same list. */
  address: (page: number) => string;
}

export function Pages({ page, total, size, address }: Props) {
  const last = Math.max(1, Math.ceil(total / size));
  if (last === 1) return null;
  return (
    <nav aria-label="Pages" className="mt-4 flex items-center justify-between gap-4">
      {page > 1 ? (
        <Link href={address(page - 1)} prefetch={false} className={`${textLink} py-2`}>
          Previous {size}
        </Link>
      ) : (
        <span />
      )}
      <span className="text-muted text-sm">
        Page {page} of {last}
      </span>
      {page < last ? (
        <Link href={address(page + 1)} prefetch={false} className={`${textLink} py-2`}>
          Next {size}
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}
