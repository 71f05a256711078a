import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { chartPng } from '../../src/discord/chartPng.ts';
import { chartSvg } from '../../src/messages/chartSvg.ts';

const CHART = {
  title: 'Statements',
  labels: ['10 Feb', '11 Feb'],
  series: [{ name: 'Orlan', values: [2, 1] }],
  alternative: '',
};

test('is a picture of twice the size of the drawing', () => {
  const svg = chartSvg(CHART);
  const png = Buffer.from(chartPng(svg));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(2 * Number(/width="(\d+)"/u.exec(svg)?.[1]));
  expect(png.readUInt32BE(20)).toBe(2 * Number(/height="(\d+)"/u.exec(svg)?.[1]));
});

test('has letters without any font, and the same with the fonts of this machine', () => {
  const svg = chartSvg(CHART);
  const other = new Resvg(svg, { font: { loadSystemFonts: true }, fitTo: { mode: 'zoom', value: 2 } }).render();
  expect(Buffer.from(chartPng(svg)).equals(other.asPng())).toBe(true);
  // The title alone: dark on white, left of and above everything else.
  const { pixels, width } = other;
  let dark = 0;
  for (let y = 0; y < 90; y += 1) {
    for (let x = 0; x < width; x += 1) if ((pixels[(y * width + x) * 4] ?? 255) < 64) dark += 1;
  }
  expect(dark).toBeGreaterThan(500);
});
