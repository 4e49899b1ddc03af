'use server';

import { redirect } from 'next/navigation';
import type { LinkFormState } from '#components/staff/links/new-link-form.tsx';
import { setResponseStatus } from '#lib/app/response-status.ts';
import { runningApp } from '#lib/app/running-app.ts';
import { checkNewLink, type LinkValues, linkFields } from '#lib/links/check-new-link.ts';
import { makeLink } from '#lib/links/keep-links.ts';
import { listProperties } from '#lib/property/published-properties.ts';
import { currentStaff, signInAddress } from '#lib/staff/session.ts';

/** Makes the link and leads to its page, or hands back everything that was typed with what is wrong. */
export async function makeNewLink(_previous: LinkFormState, form: FormData): Promise<LinkFormState> {
  const { database, log } = runningApp();
  const values: LinkValues = {};
  for (const name of [...linkFields, 'anyway'] as const) {
    const value = form.get(name);
    if (typeof value === 'string') values[name] = value.slice(0, 4_000);
  }
  let next: string;
  try {
    const staff = await currentStaff();
    if (!staff) next = signInAddress('/staff/links/new');
    else {
      const checked = checkNewLink(values, await listProperties(database), Date.now());
      if (!checked.link) {
        setResponseStatus(422);
        return { values, ...checked };
      }
      const code = await makeLink(database, { ...checked.link, createdBy: staff.email });
      next = `/staff/links/${code}?told=made`;
    }
  } catch (error) {
    log.error({ err: error }, 'a link could not be made');
    setResponseStatus(503);
    return {
      values,
      problems: {},
      problem: 'We could not keep this link. What you typed is still here; try again in a minute.',
    };
  }
  redirect(next);
}
