import Link from 'next/link';
import { presentRequest } from '#lib/app/response-status.ts';

const areas = [
  ['/staff/leads', 'Leads'],
  ['/staff/links', 'Links'],
  ['/staff/sources', 'Sources'],
  ['/staff/properties', 'Properties'],
] as const;

/** The parts of the staff area; a page below one of them belongs to it. */
export function StaffNav() {
  const path = presentRequest()?.url.pathname ?? '';
  return (
    <nav aria-label="Staff area" className="mx-auto max-w-5xl px-5 sm:px-8">
      <ul className="-mx-2 flex flex-wrap gap-x-1 sm:-mx-3 sm:gap-x-2">
        {areas.map(([address, name]) => {
          const current = path === address ? 'page' : path.startsWith(`${address}/`) ? 'true' : undefined;
          return (
            <li key={address}>
              <Link
                href={address}
                prefetch={false}
                aria-current={current}
                className={`flex min-h-11 items-center border-b-3 px-2 pt-1 font-medium sm:px-3 ${
                  current
                    ? 'border-accent-ink text-ink'
                    : 'border-transparent text-muted hover:border-edge hover:text-ink'
                }`}
              >
                {name}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
