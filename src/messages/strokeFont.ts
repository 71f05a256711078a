// strokeText(text, place): words drawn as lines, in SVG. What turns SVG into a picture has no letters of its own: on a machine without fonts it
// leaves every text out, and with other fonts the picture is another one. Drawn for this program; 10 units from the baseline to the top of a capital.

interface Glyph {
  readonly width: number;
  /** SVG path data; y is 0 at the top of capitals, 10 on the baseline, 13 below "g". */
  readonly path: string;
}

const BOWL = 'M2.7 3.4A2.7 3.3 0 1 0 2.7 10A2.7 3.3 0 1 0 2.7 3.4Z';
const P = 'M0 10V0H3.3A2.7 2.7 0 0 1 3.3 5.4H0';
const O = 'M4 0A4 5 0 1 0 4 10A4 5 0 1 0 4 0Z';

/** A line a glyph: the character, its width, its path. */
const GLYPHS = `
A 7 M0 10L3.5 0L7 10M1.2 6.6H5.8
B 6 M0 0V10H3.2A2.7 2.7 0 0 0 3.2 4.6H0M0 0H2.9A2.3 2.3 0 0 1 2.9 4.6
C 7 M7 1.8A4 5 0 1 0 7 8.2
D 7 M0 0V10H2.5A4.5 5 0 0 0 2.5 0Z
E 5.6 M5.6 0H0V10H5.6M0 5H4.8
F 5.4 M5.4 0H0V10M0 5H4.8
G 7.2 M7 1.8A4 5 0 1 0 7 8.2V5.4H4.4
H 6.8 M0 0V10M6.8 0V10M0 5H6.8
I 0 M0 0V10
J 4 M4 0V7A2.2 3 0 0 1 0 7.6
K 6.4 M0 0V10M6.2 0L0 6.2M2.4 3.9L6.4 10
L 5.2 M0 0V10H5.2
M 8 M0 10V0L4 7L8 0V10
N 6.8 M0 10V0L6.8 10V0
O 8 ${O}
P 6 ${P}
Q 8 ${O}M5 7.4L8 10.6
R 6.3 ${P}M3.2 5.4L6.3 10
S 6.2 M6 1.6C4.6 -0.6 0.4 -0.4 0.4 2.6C0.4 5.6 6.2 4.4 6.2 7.4C6.2 10.6 1.4 10.6 0 8.2
T 6.8 M0 0H6.8M3.4 0V10
U 6.8 M0 0V6.5A3.4 3.5 0 0 0 6.8 6.5V0
V 7 M0 0L3.5 10L7 0
W 10 M0 0L2.5 10L5 1.5L7.5 10L10 0
X 6.6 M0 0L6.6 10M6.6 0L0 10
Y 6.8 M0 0L3.4 5L6.8 0M3.4 5V10
Z 6.4 M0 0H6.4L0 10H6.4
a 5.4 ${BOWL}M5.4 3.4V10
b 5.4 M0 0V10${BOWL}
c 4.8 M4.8 4.6A2.8 3.3 0 1 0 4.8 8.8
d 5.4 ${BOWL}M5.4 0V10
e 5.4 M0 6.6H5.4A2.7 3.3 0 1 0 4.8 8.8
f 3.4 M3.7 0.2C2 -0.3 1.4 0.8 1.4 2.4V10M0 3.4H3.4
g 5.4 ${BOWL}M5.4 3.4V10.4A2.7 2.7 0 0 1 0.6 12.2
h 5.2 M0 0V10M0 6A2.6 2.6 0 0 1 5.2 6V10
i 0 M0 3.4V10M0 0.6V0.7
j 1.4 M1.4 3.4V11.2C1.4 12.6 0.6 13 -0.6 12.8M1.4 0.6V0.7
k 4.9 M0 0V10M4.7 3.4L0 7.4M1.9 5.9L4.9 10
l 0 M0 0V10
m 8.4 M0 3.4V10M0 6A2.1 2.6 0 0 1 4.2 6V10M4.2 6A2.1 2.6 0 0 1 8.4 6V10
n 5.2 M0 3.4V10M0 6A2.6 2.6 0 0 1 5.2 6V10
o 5.4 ${BOWL}
p 5.4 M0 3.4V13${BOWL}
q 5.4 ${BOWL}M5.4 3.4V13
r 3.2 M0 3.4V10M0 6C0.4 4.2 1.8 3.1 3.2 3.5
s 4.6 M4.4 4.5C3.4 2.9 0.4 3.1 0.4 5C0.4 7 4.6 6.2 4.6 8.2C4.6 10.4 1.2 10.4 0 8.8
t 3.6 M1.6 0.8V8C1.6 9.6 2.4 10.3 3.7 9.8M0 3.4H3.6
u 5.2 M0 3.4V7.4A2.6 2.6 0 0 0 5.2 7.4M5.2 3.4V10
v 5.2 M0 3.4L2.6 10L5.2 3.4
w 8 M0 3.4L2 10L4 4.2L6 10L8 3.4
x 5 M0 3.4L5 10M5 3.4L0 10
y 5.2 M0 3.4L2.6 10M5.2 3.4L2.6 10L1.8 12C1.4 13 0.8 13.1 0 12.9
z 4.6 M0 3.4H4.6L0 10H4.6
0 6 M3 0A3 5 0 1 0 3 10A3 5 0 1 0 3 0Z
1 6 M1.2 2.2L3.6 0V10
2 6 M0.3 2.8A2.8 2.8 0 0 1 5.8 2.9C5.8 5 3 7 0.2 10H6
3 6 M0.4 1.8C1.6 -0.6 5.6 -0.4 5.6 2.4C5.6 4.2 4.2 4.8 2.4 4.8C4.4 4.8 6 5.6 6 7.4C6 10.6 1.6 10.8 0.2 8.2
4 6.2 M4.6 10V0L0 7H6.2
5 6 M5.4 0H1L0.6 4.6C2.6 3.2 6 3.8 6 6.8C6 10.4 1.6 10.8 0.2 8.4
6 6 M5.2 0.6C2 -0.6 0 3 0 6.6M3 3.8A3 3.1 0 1 0 3 10A3 3.1 0 1 0 3 3.8Z
7 6 M0 0H6L2.2 10
8 6 M3 0A2.5 2.3 0 1 0 3 4.6A2.5 2.3 0 1 0 3 0ZM3 4.6A3 2.7 0 1 0 3 10A3 2.7 0 1 0 3 4.6Z
9 6 M0.8 9.4C4 10.6 6 7 6 3.4M3 0A3 3.1 0 1 0 3 6.2A3 3.1 0 1 0 3 0Z
. 0 M0 9.9V10
, 0.4 M0.4 9.6V10L-0.2 11.6
: 0 M0 4.4V4.5M0 9.9V10
; 0.4 M0.4 4.4V4.5M0.4 9.6V10L-0.2 11.6
- 3 M0 6H3
– 5 M0 6H5
— 8 M0 6H8
' 0 M0 0V2.4
’ 0 M0 0V2.4
‘ 0 M0 0V2.4
" 1.8 M0 0V2.4M1.8 0V2.4
“ 1.8 M0 0V2.4M1.8 0V2.4
” 1.8 M0 0V2.4M1.8 0V2.4
& 7 M7 10L1.5 3C0.3 1.2 1.2 0 2.7 0C4.4 0 5.2 1.8 3.8 3.2L1.4 5C-0.8 7 0.4 10 3 10C5 10 6.3 8.4 6.8 6
( 1.6 M1.6 -0.6C-0.6 2.6 -0.6 8.4 1.6 11.6
) 1.6 M0 -0.6C2.2 2.6 2.2 8.4 0 11.6
/ 4 M0 11L4 -1
… 5.6 M0 9.9V10M2.8 9.9V10M5.6 9.9V10
· 0 M0 5.5V5.6
+ 5.6 M0 6H5.6M2.8 3.2V8.8
? 5 M0.2 2.4C0.4 -0.8 5.2 -0.6 5 2.4C4.9 4.4 2.6 4.4 2.6 7M2.6 9.9V10
! 0 M0 0V6.8M0 9.9V10
`;

const FONT: ReadonlyMap<string, Glyph> = new Map(
  GLYPHS.trim()
    .split('\n')
    .map((line) => {
      const [character = '', width = '', ...path] = line.split(' ');
      return [character, { width: Number(width), path: path.join(' ') }];
    }),
);
const UNKNOWN: Glyph = { width: 5, path: 'M0 0H5V10H0Z' };
/** Letters that are no letter with an accent. */
const LIKE: Readonly<Record<string, string>> = { ł: 'l', Ł: 'L', ø: 'o', Ø: 'O', ı: 'i', đ: 'd', Đ: 'D', ß: 'ss' };

const CAPITAL = 10;
const BETWEEN = 2.4;
const SPACE = 3.2;
/** Of the lines, in units of the font. */
const STROKE = { plain: 1.15, strong: 1.7 };

export interface TextPlace {
  /** Where the text begins, is centred, or ends, on the baseline; in pixels. */
  readonly x: number;
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Height of a capital in pixels. */
  readonly size: number;
  readonly colour: string;
  readonly isStrong?: boolean;
  /** Degrees, clockwise, round the place. */
  readonly turn?: number;
}

/** A group of one path. Letters that are not known are boxes. */
export function strokeText(text: string, place: TextPlace): string {
  const { x, y, anchor = 'start', size, colour, isStrong = false, turn = 0 } = place;
  const scale = size / CAPITAL;
  const width = textWidth(text, size) / scale;
  let at = anchor === 'start' ? 0 : anchor === 'middle' ? -width / 2 : -width;
  const paths: string[] = [];
  for (const character of lettersOf(text)) {
    const glyph = glyphOf(character);
    if (glyph) paths.push(`<path transform="translate(${round(at)} ${-CAPITAL})" d="${glyph.path}"/>`);
    at += advanceOf(glyph);
  }
  const turned = turn === 0 ? '' : ` rotate(${turn})`;
  return `<g transform="translate(${round(x)} ${round(y)})${turned} scale(${round(scale)})" fill="none" stroke="${colour}" stroke-width="${isStrong ? STROKE.strong : STROKE.plain}" stroke-linecap="round" stroke-linejoin="round">${paths.join('')}</g>`;
}

/** In pixels, for a capital of that height. */
export function textWidth(text: string, size: number): number {
  const letters = lettersOf(text);
  const sum = letters.reduce((total, character) => total + advanceOf(glyphOf(character)), 0);
  return Math.max(0, sum - BETWEEN) * (size / CAPITAL);
}

/** Null: a space. */
function glyphOf(character: string): Glyph | null {
  return /\s/u.test(character) ? null : (FONT.get(character) ?? UNKNOWN);
}

function advanceOf(glyph: Glyph | null): number {
  return (glyph?.width ?? SPACE) + BETWEEN;
}

/** Without accents, which no letter here has. */
function lettersOf(text: string): string[] {
  return [...text.normalize('NFD').replace(/\p{M}/gu, '')].flatMap((character) => [...(LIKE[character] ?? character)]);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
