import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildNextApp } from '../servers.ts';
import { css, form } from './form.ts';
import type { PageId } from './page-ids.ts';
import { staticPage } from './static-page.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
/** Not tracked; what was installed stays there for the next run. */
export const workplace = fileURLToPath(new URL('../../../.bench/page', import.meta.url));
/** What the static server serves: a folder for each page. */
export const site = join(workplace, 'site');

/** Copies what the pages are made of, and writes the static one. */
export function preparePages(): void {
  rmSync(site, { recursive: true, force: true });
  mkdirSync(folderOf('static'), { recursive: true });
  for (const file of ['form.json', 'form.css']) cpSync(join(here, file), join(workplace, file));
  writeFileSync(join(folderOf('static'), 'index.html'), staticPage(form, css));
}

/** Answers the folder for `next start`. */
export async function buildBareNext(): Promise<string> {
  const folder = join(workplace, 'bare-next');
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(here, 'bare-next'), folder, { recursive: true });
  await buildNextApp(folder, 'the bare Next page');
  return folder;
}

export function folderOf(id: PageId): string {
  return join(site, id);
}
