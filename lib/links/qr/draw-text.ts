import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { escapeHtml } from '../../form-page/escape-html.ts';

/** Draws and measures with fonts of its own, so that a picture is the same on every machine. */
export interface Drawing {
  /** The width of a line at a font size of 1. */
  widthOf(text: string, weight: Weight): number;
  /** The same SVG with its text as outlines. */
  outlined(svg: string): string;
  /** @param width in pixels */
  png(svg: string, width: number): Uint8Array<ArrayBuffer>;
}

export type Weight = 400 | 700;
export const fontFamily = 'PT Sans';

const packages = join(/*turbopackIgnore: true*/ process.cwd(), 'node_modules');
const fonts = '@expo-google-fonts/pt-sans';
const files = [`${fonts}/400Regular/PTSans_400Regular.ttf`, `${fonts}/700Bold/PTSans_700Bold.ttf`];

/** Next evaluates this once for each route, and the program can be made ready once in a process. */
const key = Symbol.for('guestcard.drawing');
const shared = globalThis as { [key]?: Promise<Drawing> };

/** Reads the fonts when the first picture is asked for; where that fails, the next picture tries again. */
export function drawing(make: () => Promise<Drawing> = prepare): Promise<Drawing> {
  shared[key] ??= make().catch((error: unknown) => {
    delete shared[key];
    throw error;
  });
  return shared[key];
}

async function prepare(): Promise<Drawing> {
  const read = (file: string) => readFile(join(/*turbopackIgnore: true*/ packages, file));
  const fontBuffers = await Promise.all(files.map(read));
  // At last: it can be done only once, also by a second try.
  await initWasm(await read('@resvg/resvg-wasm/index_bg.wasm'));
  const font = { fontBuffers, defaultFontFamily: fontFamily };
  const open = (svg: string, width?: number) =>
    new Resvg(svg, { font, ...(width ? { fitTo: { mode: 'width', value: width } } : {}) });
  return {
    widthOf(text, weight) {
      const size = 100;
      const line = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99999 200">${textLine(text, { x: 0, y: 100, size, weight })}</svg>`;
      return (open(line).getBBox()?.width ?? 0) / size;
    },
    outlined: (svg) => open(svg).toString(),
    png: (svg, width) => new Uint8Array(open(svg, width).render().asPng()),
  };
}

interface Line {
  x: number;
  y: number;
  size: number;
  weight: Weight;
}

/** A line of text as SVG, around the place where it stands or from there on. */
export function textLine(text: string, { x, y, size, weight }: Line, anchor = 'start'): string {
  return `<text x="${x}" y="${y}" font-family="${fontFamily}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}">${escapeHtml(text)}</text>`;
}
