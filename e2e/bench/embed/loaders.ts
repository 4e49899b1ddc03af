import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { css, form } from '../page/form.ts';
import { install } from '../page/peers.ts';
import { staticPage } from '../page/static-page.ts';

export const loaderNames = {
  none: 'No script, a frame only',
  guestcard: 'Guestcard',
  resizer: 'iframe-resizer',
  typeform: 'Typeform',
  cal: 'Cal.com',
};
export type LoaderId = keyof typeof loaderNames;
export const loaderIds = Object.keys(loaderNames) as LoaderId[];

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));
const workplace = join(root, '.bench/embed');
/** What the server of the websites serves. */
export const site = join(workplace, 'site');

const packages = join(workplace, 'node_modules');
const files = {
  guestcard: join(root, 'public/embed.js'),
  resizer: join(packages, '@iframe-resizer/parent/index.umd.js'),
  child: join(packages, '@iframe-resizer/child/index.umd.js'),
  typeform: join(packages, '@typeform/embed/build/embed.js'),
  cal: join(packages, '@calcom/embed-core/dist/embed/embed.js'),
};

/** The text of a loader, or of what iframe-resizer needs inside of the frame. */
export const sourceOf = (id: keyof typeof files) => readFileSync(files[id], 'utf8');

/** Installs the loaders of others, in exactly the versions of package.json; answers `name version` of each. */
export async function installLoaders(): Promise<string[]> {
  mkdirSync(workplace, { recursive: true });
  cpSync(join(here, 'package.json'), join(workplace, 'package.json'));
  const manifest = readFileSync(join(here, 'package.json'), 'utf8');
  await install(workplace, createHash('sha256').update(manifest).digest('hex'));
  return Object.entries(JSON.parse(manifest).dependencies).map(([name, version]) => `${name} ${version}`);
}

/** Writes the form of the frames, which is the same for all but Guestcard, and the loaders. */
export function prepareSite(): void {
  rmSync(site, { recursive: true, force: true });
  mkdirSync(site, { recursive: true });
  for (const id of ['resizer', 'child', 'typeform', 'cal'] as const)
    cpSync(files[id], join(site, `${id}.js`));
  const page = staticPage(form, css);
  writeFileSync(join(site, 'form.html'), page);
  writeFileSync(
    join(site, 'form-child.html'),
    page.replace('</main>', '</main><script src="/child.js"></script>'),
  );
}

/**
 * Writes the page of a customer for each loader, as its vendor's snippet has it.
 * @param elsewhere the site under another name, so that its frames are another site's to the browser
 * @param guestcard its address
 */
export function writePages(elsewhere: string, guestcard: string): void {
  const frame = (src: string) =>
    `<iframe data-guestcard src="${src}" title="Contact" style="width:100%;min-height:720px;border:0"></iframe>`;
  const pages: Record<LoaderId, string> = {
    none: frame(`${elsewhere}/form.html`),
    guestcard: `${frame(`${guestcard}/embed/maple-court`)}<script async src="${guestcard}/embed.js"></script>`,
    resizer: `${frame(`${elsewhere}/form-child.html`)}<script src="/resizer.js"></script>
<script>iframeResize({ license: 'GPLv3', waitForLoad: true }, 'iframe')</script>`,
    typeform: '<div data-tf-widget="maplecourt"></div><script async src="/typeform.js"></script>',
    cal: `<div id="cal"></div><script>
window.Cal = function () { Cal.q.push(arguments) }; Cal.q = []; Cal.ns = {}; Cal.loaded = true;
Cal('init', { origin: '${elsewhere}' }); Cal('inline', { elementOrSelector: '#cal', calLink: 'form.html' });
</script><script async src="/cal.js"></script>`,
  };
  for (const id of loaderIds)
    writeFileSync(
      join(site, `${id}.html`),
      `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Maple Court</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><script>
const born = new ResizeObserver((seen) => { for (const { contentRect } of seen) if (contentRect.height !== 720) window.sizedAt ??= performance.now(); });
addEventListener('DOMContentLoaded', () => { for (const frame of document.querySelectorAll('iframe')) born.observe(frame); });
</script></head><body><h1>Maple Court</h1><p>${'Homes around a courtyard. '.repeat(20)}</p>${pages[id]}</body></html>`,
    );
}
