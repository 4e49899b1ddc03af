'use server';

import { redirect } from 'next/navigation';

export async function doNothing(_form: FormData): Promise<void> {
  redirect('/done');
}
