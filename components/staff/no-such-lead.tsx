import Link from 'next/link';
import { textLink } from './buttons.ts';

export function NoSuchLead() {
  return (
    <>
      <h1 className="font-display text-4xl leading-tight">There is no such lead</h1>
      <p className="mt-4 text-lg text-muted">
        The link may have been cut off.{' '}
        <Link href="/staff/leads" prefetch={false} className={textLink}>
          See all leads
        </Link>
      </p>
    </>
  );
}
