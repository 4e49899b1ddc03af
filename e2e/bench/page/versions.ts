import { readFileSync } from 'node:fs';

/** What measured, and what Guestcard and the bare Next page are made of. */
export function versions(chromium: string): string[] {
  const { dependencies } = JSON.parse(
    readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
  );
  const ours = ['next', 'react', 'react-hook-form', 'zod'].map((name) => `${name} ${dependencies[name]}`);
  return [`Chromium ${chromium}`, `Node ${process.versions.node}`, ...ours];
}
