import qrcode from 'qrcode-generator';
import { type Drawing, drawing, fontFamily, textLine, type Weight } from './draw-text.ts';

interface Caption {
  /** The address that the code holds, absolute. */
  address: string;
  /** The property's name. */
  name: string;
  /** What to do with it. */
  call: string;
}

/** Sharp at a hand's width in print. */
const leastPixels = 1_500;
const quietZone = 4;

/**
 * A QR code with its words under it, for print: black on white, with its quiet zone, readable with a quarter of it
 * damaged. Its text is drawn as outlines.
 */
export async function qrSvg(caption: Caption): Promise<string> {
  const { outlined } = await drawing();
  return outlined((await compose(caption)).svg);
}

/** The same as pixels: each of its squares is a whole number of them wide. */
export async function qrPng(caption: Caption): Promise<Uint8Array<ArrayBuffer>> {
  const { png } = await drawing();
  const { svg, width } = await compose(caption);
  return png(svg, width * Math.ceil(leastPixels / width));
}

const pictures = new Map([
  ['qr.svg', { type: 'image/svg+xml', draw: qrSvg }],
  ['qr.png', { type: 'image/png', draw: qrPng }],
]);

/** How a picture of this name is drawn; undefined for every other name. */
export function pictureNamed(name: string) {
  return pictures.get(name);
}

async function compose({ address, name, call }: Caption): Promise<{ svg: string; width: number }> {
  const code = qrcode(0, 'Q');
  code.addData(address, 'Byte');
  code.make();
  const width = code.getModuleCount() + 2 * quietZone;
  const draw = await drawing();
  const room = width - 2 * quietZone;
  const lines = [
    ...fitted(draw, name, { size: width / 12, weight: 700, room, most: 2 }),
    ...fitted(draw, call, { size: width / 17, weight: 400, room, most: 1 }),
    ...fitted(draw, address.replace(/^https?:\/\//, ''), { size: width / 24, weight: 400, room, most: 1 }),
  ];
  // The quiet zone stays free above the words, too.
  let y = width;
  const words = lines.map(({ text, size, weight }) => {
    y += size * 1.3;
    return textLine(text, { x: width / 2, y: y - size * 0.35, size, weight }, 'middle');
  });
  const height = Math.ceil(y + quietZone - 1);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width * 10}" height="${height * 10}" font-family="${fontFamily}"><rect width="${width}" height="${height}" fill="#fff"/><path d="${squares(code)}" shape-rendering="crispEdges"/>${words.join('')}</svg>`;
  return { svg, width };
}

/** One path for all dark squares, those beside each other in one piece. */
function squares(code: ReturnType<typeof qrcode>): string {
  const count = code.getModuleCount();
  let path = '';
  for (let row = 0; row < count; row += 1)
    for (let column = 0; column < count; column += 1) {
      const start = column;
      while (column < count && code.isDark(row, column)) column += 1;
      if (column > start)
        path += `M${start + quietZone} ${row + quietZone}h${column - start}v1H${start + quietZone}z`;
    }
  return path;
}

interface Fit {
  size: number;
  weight: Weight;
  /** The width that there is. */
  room: number;
  /** On so many lines. */
  most: 1 | 2;
}

/** In one line, or in two of much the same length; smaller where that is not enough. */
function fitted(draw: Drawing, text: string, { size, weight, room, most }: Fit) {
  const width = draw.widthOf(text, weight);
  const lines = most === 1 || width * size <= room ? [text] : inTwo(text);
  const widest = Math.max(...lines.map((line) => draw.widthOf(line, weight)));
  const fitting = Math.min(size, room / widest);
  return lines.map((line) => ({ text: line, size: fitting, weight }));
}

function inTwo(text: string): string[] {
  const spaces = [...text.matchAll(/\s/g)].map(({ index }) => index);
  const middle = text.length / 2;
  const [best] = spaces.toSorted((one, other) => Math.abs(one - middle) - Math.abs(other - middle));
  return best === undefined ? [text] : [text.slice(0, best), text.slice(best + 1)];
}
