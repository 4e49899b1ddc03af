'use server';

import { redirect } from 'next/navigation';

/** Next answers a form without JavaScript with its page. */
export async function doNothing(_form: FormData): Promise<void> {}

/** Or, as accepting a lead does, leads elsewhere: then no page is rendered. */
export async function onlyRedirect(_form: FormData): Promise<void> {
  redirect('/done');
}
