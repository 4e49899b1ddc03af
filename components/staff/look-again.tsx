'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { textLink } from './buttons.ts';

const everyMs = 3_000;
const mostLooks = 40;

/** While a lead is on its way its page looks again by itself; without scripts there is a link for it. */
export function LookAgain({ leadId }: { leadId: string }) {
  const { refresh } = useRouter();
  useEffect(() => {
    let looks = 0;
    const timer = setInterval(() => {
      looks += 1;
      if (looks > mostLooks) clearInterval(timer);
      else if (document.visibilityState === 'visible') refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [refresh]);
  return (
    <p className="mt-3">
      <a href={`/staff/leads/${leadId}`} className={`${textLink} inline-flex min-h-11 items-center`}>
        Look again
      </a>
    </p>
  );
}
