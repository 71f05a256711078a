// chartSvg(chart): the bars of a chart stacked by day, as SVG: on a light ground of its own, so that it is legible wherever it is shown, with its
// words drawn as lines, so that it is the same on every machine.
import type { Chart } from './chart.ts';
import { strokeText, textWidth } from './strokeFont.ts';

/** Pixels. All sizes here were chosen by eye. */
const WIDTH = 760;
const MARGIN = 28;
const TITLE = 14;
const WORDS = 10;
const PLOT = 240;
const LEGEND_ROW = 24;
const BAR = 64;

const GROUND = '#ffffff';
const INK = '#1f2328';
const FAINT = '#57606a';
const LINES = '#d8dee4';
/** Told apart also by who sees no red or no green: Okabe and Ito, https://jfly.uni-koeln.de/color/, without yellow, which is faint on white. */
const COLOURS = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#333333'];

export function chartSvg(chart: Chart): string {
  const legend = legendOf(chart);
  const top = MARGIN + TITLE + 16 + legend.rows * LEGEND_ROW + 26;
  const bottom = top + PLOT;
  const totals = chart.labels.map((_, at) => chart.series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  const scale = scaleOf(Math.max(1, ...totals));
  const left = MARGIN + textWidth(String(scale.most), WORDS) + 12;
  const slot = (WIDTH - MARGIN - left) / Math.max(1, chart.labels.length);
  const isTurned = chart.labels.some((label) => textWidth(label, WORDS) > slot - 10);
  const longest = Math.max(0, ...chart.labels.map((label) => textWidth(label, WORDS)));
  const height = bottom + 16 + (isTurned ? longest * 0.71 + WORDS : WORDS) + MARGIN;
  const frame: Frame = { top, bottom, left, slot, most: scale.most };
  const body = [
    `<rect width="${WIDTH}" height="${Math.ceil(height)}" rx="12" fill="${GROUND}"/>`,
    strokeText(chart.title, { x: MARGIN, y: MARGIN + TITLE, size: TITLE, colour: INK, isStrong: true }),
    legend.svg,
    ...scale.steps.map((value) => gridLine(value, frame)),
    ...chart.labels.map((_, at) => bar(chart, at, frame)),
    ...chart.labels.map((label, at) => dayLabel(label, at, frame, isTurned)),
  ];
  const words = chart.alternative.replace(/[&<>"]/gu, (character) => `&#${character.charCodeAt(0)};`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${Math.ceil(height)}" viewBox="0 0 ${WIDTH} ${Math.ceil(height)}" role="img" aria-label="${words}">${body.join('')}</svg>`;
}

interface Frame {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  /** Width of one day. */
  readonly slot: number;
  /** What stands at the top of the plot. */
  readonly most: number;
}

/** Squares and names, in as many rows as they take. */
function legendOf({ series }: Chart): { readonly svg: string; readonly rows: number } {
  let [x, row] = [MARGIN, 0];
  const parts = series.map(({ name }, at) => {
    const width = 18 + textWidth(name, WORDS);
    if (x > MARGIN && x + width > WIDTH - MARGIN) [x, row] = [MARGIN, row + 1];
    const y = MARGIN + TITLE + 22 + row * LEGEND_ROW;
    const square = `<rect x="${x}" y="${y}" width="12" height="12" rx="2" fill="${colourOf(at)}"/>`;
    const text = strokeText(name, { x: x + 20, y: y + 11, size: WORDS, colour: INK });
    x += width + 26;
    return square + text;
  });
  return { svg: parts.join(''), rows: row + 1 };
}

/** Whole numbers at most five steps high. */
function scaleOf(largest: number): { readonly most: number; readonly steps: readonly number[] } {
  const step = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500].find((one) => largest / one <= 5) ?? Math.ceil(largest / 5);
  const count = Math.ceil(largest / step);
  return { most: count * step, steps: Array.from({ length: count + 1 }, (_, at) => at * step) };
}

function gridLine(value: number, frame: Frame): string {
  const y = heightOf(value, frame);
  const line = `<path d="M${frame.left} ${y}H${WIDTH - MARGIN}" stroke="${value === 0 ? FAINT : LINES}" stroke-width="1"/>`;
  return line + strokeText(String(value), { x: frame.left - 10, y: y + 5, anchor: 'end', size: WORDS, colour: FAINT });
}

/** One above the other in the order of the legend, with their sum above. */
function bar({ series }: Chart, day: number, frame: Frame): string {
  const width = Math.min(BAR, frame.slot * 0.64);
  const x = frame.left + frame.slot * day + (frame.slot - width) / 2;
  let sum = 0;
  const pieces = series.map(({ values }, at) => {
    const value = values[day] ?? 0;
    if (value <= 0) return '';
    const [low, high] = [heightOf(sum, frame), heightOf(sum + value, frame)];
    sum += value;
    return `<rect x="${round(x)}" y="${high}" width="${round(width)}" height="${round(low - high)}" fill="${colourOf(at)}" stroke="${GROUND}" stroke-width="1"/>`;
  });
  if (sum === 0) return '';
  const place = { x: x + width / 2, y: heightOf(sum, frame) - 6, anchor: 'middle', size: WORDS, colour: INK } as const;
  return pieces.join('') + strokeText(String(sum), { ...place, isStrong: true });
}

function dayLabel(label: string, day: number, { left, slot, bottom }: Frame, isTurned: boolean): string {
  const x = left + slot * (day + 0.5);
  return isTurned
    ? strokeText(label, { x: x + 4, y: bottom + 18, anchor: 'end', size: WORDS, colour: INK, turn: -45 })
    : strokeText(label, { x, y: bottom + 16 + WORDS, anchor: 'middle', size: WORDS, colour: INK });
}

function heightOf(value: number, { top, bottom, most }: Frame): number {
  return round(bottom - ((bottom - top) * value) / most);
}

function colourOf(at: number): string {
  return COLOURS[at % COLOURS.length] ?? INK;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
