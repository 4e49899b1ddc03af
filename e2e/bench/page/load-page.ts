import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright';
import type { Observed } from './observe.ts';
import { type OpenPage, openPage } from './open-page.ts';
import { betweenKeys } from './type-early.ts';
import type { Transferred } from './wire.ts';

/** A page that nobody touches, once it is at rest. Times are milliseconds, weights compressed bytes. */
export interface Load extends Transferred, Omit<Observed, 'keys'> {
  inlineScript: number;
  inlineStyle: number;
  /** How long the main thread was busy, slowed down as it is. */
  cpu: number;
  /** Addresses of others that the page asked for something. */
  elsewhere: string[];
  /** What a word typed then sets going, where that was asked. */
  touch?: Touch;
}

export type Touch = Transferred & { lost: number };

export async function loadPage(browser: Browser, url: string, { touched = false } = {}): Promise<Load> {
  const opened = await openPage(browser, url);
  try {
    await opened.page.goto(url);
    await opened.rest();
    const cpu = await opened.busy();
    const { keys: _, ...times } = await opened.observed();
    return {
      ...times,
      ...opened.wire.transferred(),
      inlineScript: compressed(await opened.look(inlineScripts)),
      inlineStyle: compressed(await opened.look(inlineStyles)),
      cpu,
      elsewhere: [...opened.wire.elsewhere],
      ...(touched ? { touch: await touch(opened) } : {}),
    };
  } finally {
    await opened.close();
  }
}

const inlineScripts = String.raw`[...document.scripts]
  .filter(({ src, type }) => !src && /^(module|text\/javascript|)$/.test(type))
  .map(({ text }) => text).join('\n')`;
const inlineStyles = String.raw`[...document.querySelectorAll('style')].map((style) => style.textContent).join('\n')`;

const compressed = (text: string) => (text === '' ? 0 : gzipSync(text).length);

const word = 'Maximiliana';

/** The first touch of somebody who comes when all is at rest, and types a word without waiting for anything. */
async function touch({ wire, press, typed, rest }: OpenPage): Promise<Touch> {
  const before = wire.transferred();
  for (const key of word) {
    await press(key);
    await pause(betweenKeys);
  }
  await rest();
  const after = wire.transferred();
  return {
    requests: after.requests - before.requests,
    bytes: after.bytes - before.bytes,
    script: after.script - before.script,
    style: after.style - before.style,
    lost: word.length - (await typed()).length,
  };
}
