'use server';

import { redirect } from 'next/navigation';
import { runningApp } from '#lib/app/running-app.ts';
import { restoreLink, retireLink } from '#lib/links/keep-links.ts';
import { requireStaff } from '#lib/staff/session.ts';

/** From now on it leads to the plain form. */
export async function retire(code: string): Promise<void> {
  const page = pageOf(code);
  await requireStaff(page);
  await retireLink(runningApp().database, String(code));
  redirect(`${page}?told=retired`);
}

export async function restore(code: string): Promise<void> {
  const page = pageOf(code);
  await requireStaff(page);
  await restoreLink(runningApp().database, String(code));
  redirect(`${page}?told=restored`);
}

/** Bound arguments come back from the browser like everything else. */
const pageOf = (code: string) => `/staff/links/${encodeURIComponent(String(code))}`;
