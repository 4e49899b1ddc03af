import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Resvg } from '@resvg/resvg-wasm';
import jsqr from 'jsqr';
import { drawing } from './draw-text.ts';
import { pictureNamed, qrPng, qrSvg } from './qr-picture.ts';

const caption = {
  address: 'https://forms.maplecourt.example/l/bk7qxdh',
  name: 'Peñasco & Łódź <Apartments>',
  call: 'Escanee para contactarnos',
};

// Its types do not know how Node imports it.
const findCode = (jsqr as unknown as { default: typeof jsqr }).default;

/** What a telephone's camera reads. */
function read(svg: string, width?: number): string | undefined {
  const picture = new Resvg(svg, width ? { fitTo: { mode: 'width', value: width } } : {}).render();
  return findCode(new Uint8ClampedArray(picture.pixels), picture.width, picture.height)?.data;
}

/** A picture of pixels, shown as it is. */
function shown(png: Uint8Array): { svg: string; width: number } {
  const view = new DataView(png.buffer, png.byteOffset);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const data = Buffer.from(png).toString('base64');
  return {
    width,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:image/png;base64,${data}"/></svg>`,
  };
}

test('what could not be made ready is tried again with the next picture', async () => {
  await assert.rejects(
    drawing(async () => Promise.reject(new Error('a font is away'))),
    /away/,
  );
  assert.match(await qrSvg(caption), /^<svg/);
});

test('there are two pictures, and none of a name that every object has', () => {
  assert.equal(pictureNamed('qr.svg')?.type, 'image/svg+xml');
  assert.equal(pictureNamed('qr.png')?.draw, qrPng);
  for (const name of ['constructor', '__proto__', 'toString', 'qr.gif'])
    assert.equal(pictureNamed(name), undefined);
});

test('the pixels are read as the address, and are enough for print', async () => {
  const { svg, width } = shown(await qrPng(caption));
  assert.ok(width >= 1_200, `${width}`);
  assert.equal(read(svg), caption.address);
});

test('the SVG is read as the address, small and large, and needs no font of the machine', async () => {
  const svg = await qrSvg(caption);
  for (const width of [200, 1_000]) assert.equal(read(svg, width), caption.address);
  assert.doesNotMatch(svg, /<text|font-family/);
});

test('a quarter of a corner may be missing, as on a torn flyer', async () => {
  const svg = await qrSvg(caption);
  const torn = svg.replace('</svg>', '<circle cx="24" cy="24" r="4" fill="#fff"/></svg>');
  assert.notEqual(torn, svg);
  assert.equal(read(torn, 1_000), caption.address);
});

test('the words change the picture, whatever is in them', async () => {
  const one = await qrSvg(caption);
  const names = [
    'Maple',
    'The Residences at Old Mill Crossing and Riverwalk Park West, Phase Two',
    'x'.repeat(120),
    '',
  ];
  for (const name of names) {
    const svg = await qrSvg({ ...caption, name });
    assert.notEqual(svg, one);
    assert.equal(read(svg, 600), caption.address, name);
  }
});
