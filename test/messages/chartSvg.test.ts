import { describe, expect, test } from 'vitest';
import type { Chart } from '../../src/messages/chart.ts';
import { chartSvg } from '../../src/messages/chartSvg.ts';
import { strokeText, textWidth } from '../../src/messages/strokeFont.ts';

const CHART: Chart = {
  title: 'Statements by side and day said',
  labels: ['10 Feb', '11 Feb'],
  series: [
    { name: "Orlan's government", values: [2, 1] },
    { name: 'Unnamed sources', values: [0, 3] },
  ],
  alternative: 'Orlan & "others" <3>',
};
const BOX = 'M0 0H5V10H0Z';

/** Heights of the bars of a colour. */
function bars(svg: string, colour: string): number[] {
  const pattern = new RegExp(`height="([\\d.]+)" fill="${colour}" stroke`, 'gu');
  return [...svg.matchAll(pattern)].map((match) => Number(match[1]));
}

test('bars are as high as their numbers, and none stands for nothing', () => {
  const svg = chartSvg(CHART);
  const [two = 0, one = 0] = bars(svg, '#0072b2');
  expect(two / one).toBeCloseTo(2, 1);
  expect(bars(svg, '#e69f00')).toHaveLength(1);
  expect((bars(svg, '#e69f00')[0] ?? 0) / one).toBeCloseTo(3, 1);
});

test('has no text that would need a font, and says in words what it shows', () => {
  const svg = chartSvg(CHART);
  expect(svg).not.toContain('<text');
  expect(svg).toContain('aria-label="Orlan &#38; &#34;others&#34; &#60;3&#62;"');
});

test('labels that are too wide for their day are turned', () => {
  const labels = Array.from({ length: 20 }, (_, at) => `${at + 1} Feb 2026`);
  const wide = chartSvg({ ...CHART, labels, series: [{ name: 'Orlan', values: labels.map(() => 1) }] });
  expect(wide).toContain('rotate(-45)');
  expect(chartSvg(CHART)).not.toContain('rotate');
});

describe('letters', () => {
  const place = { x: 0, y: 0, size: 10, colour: '#000' };
  test('of the words of charts are all there', () => {
    const all = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;-–—\'’“”"&()/…·+?!';
    for (const character of all) expect(strokeText(character, place), character).not.toContain(BOX);
    expect(strokeText(all, place)).not.toMatch(/NaN|undefined/u);
  });

  test('with accents are drawn without, unknown ones as boxes', () => {
    expect(strokeText('Žižek', place)).toBe(strokeText('Zizek', place));
    expect(strokeText('ق', place)).toContain(BOX);
  });

  test('are as wide as their words', () => {
    expect(textWidth('', 10)).toBe(0);
    expect(textWidth('Orlan', 20)).toBeCloseTo(2 * textWidth('Orlan', 10));
  });
});
