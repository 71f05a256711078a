// splitDigest(text): the settings behind "digest on" apart: what stands before "about" and "speaker", the topic, the speakers, and what is
// posted when nothing is new. What stands within quotation marks is one piece, whatever words it holds.

export interface DigestParts {
  /** Words before any keyword, quotation marks included. */
  readonly head: string;
  /** '' behind "about" without a topic; null: no "about". */
  readonly topic: string | null;
  /** True for "about everything", "speaker everybody", without quotation marks. */
  readonly isEverything: boolean;
  readonly isEverybody: boolean;
  /** Empty behind "speaker" without a name; null: no "speaker". */
  readonly speakers: readonly string[] | null;
  /** Behind "empty:", as typed; null: none. */
  readonly empty: string | null;
}

const PIECE = /“[^“”]*”|"[^"]*"|[^\s"“”]+|["“”]/gu;
const EVERYTHING = /^(?:everything|anything|all)$/iu;
const EVERYBODY = /^(?:everybody|everyone|anybody|anyone|all)$/iu;
const EMPTY = /^empty:(.*)$/iu;

interface Piece {
  readonly text: string;
  /** What stands before it: white space, or nothing. */
  readonly gap: string;
}

export function splitDigest(text: string): DigestParts {
  const head: string[] = [];
  let topic: Piece[] | null = null;
  let speakers: Piece[] | null = null;
  let empty: string | null = null;
  let into: 'head' | 'topic' | 'speakers' | 'empty' = 'head';
  for (const piece of piecesOf(text)) {
    const word = piece.text.toLowerCase();
    const mode = EMPTY.exec(piece.text)?.[1];
    if (word === 'about') {
      into = 'topic';
      topic ??= [];
    } else if (/^speakers?:?$/u.test(word)) {
      into = 'speakers';
      speakers = speakers === null ? [] : [...speakers, { text: ',', gap: '' }];
    } else if (mode !== undefined) {
      empty = mode;
      into = mode === '' ? 'empty' : into;
    } else if (into === 'empty') {
      empty = piece.text;
      into = 'head';
    } else if (into === 'topic') topic?.push(piece);
    else if (into === 'speakers') speakers?.push(piece);
    else head.push(piece.text);
  }
  return {
    head: head.join(' '),
    isEverything: topic !== null && EVERYTHING.test(joined(topic)),
    isEverybody: speakers !== null && EVERYBODY.test(joined(speakers)),
    topic: topic === null ? null : unwrapped(joined(topic)),
    speakers: speakers === null ? null : namesOf(speakers),
    empty,
  };
}

/** "Varga, Dolen and Moss"; a name that holds one of these words or marks stands in quotation marks. */
function namesOf(pieces: readonly Piece[]): string[] {
  const names: Piece[][] = [[]];
  for (const piece of pieces) {
    if (/^(?:and|or|&|[,;])$/iu.test(piece.text)) names.push([]);
    else if (isWrapped(piece.text)) names.push([piece], []);
    else {
      const parts = piece.text.split(/[,;]/u);
      for (const [at, part] of parts.entries()) {
        if (at > 0) names.push([]);
        if (part !== '') names.at(-1)?.push({ text: part, gap: piece.gap });
      }
    }
  }
  const found = names.map((name) => unwrapped(joined(name))).filter((name) => name !== '');
  return found.filter((name, at) => found.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === at);
}

/** In the form that splitDigest gives back. */
export function formatTopic(topic: string): string {
  const needsMarks =
    piecesOf(topic).some(({ text }) => /^(?:about|speakers?:?)$/iu.test(text) || EMPTY.test(text)) ||
    EVERYTHING.test(topic) ||
    isWrapped(topic);
  return needsMarks ? `“${topic}”` : topic;
}

/** In the form that splitDigest gives back. */
export function formatSpeakers(names: readonly string[]): string {
  const isPlain = (name: string): boolean =>
    !/["“”,;]/u.test(name) &&
    !EVERYBODY.test(name) &&
    !name.split(' ').some((word) => /^(?:and|or|&|about|speakers?:?)$/iu.test(word) || EMPTY.test(word));
  return names.map((name) => (isPlain(name) ? name : `“${name}”`)).join(', ');
}

function piecesOf(text: string): Piece[] {
  let end = 0;
  return [...text.matchAll(PIECE)].map((match) => {
    const gap = text.slice(end, match.index) === '' ? '' : ' ';
    end = match.index + match[0].length;
    return { text: match[0], gap };
  });
}

/** As typed, in one line. */
function joined(pieces: readonly Piece[]): string {
  return pieces.map(({ text, gap }, at) => (at === 0 ? text : gap + text)).join('');
}

function isWrapped(text: string): boolean {
  return /^(?:“[^“”]*”|"[^"]*")$/u.test(text);
}

/** Without the marks round all of it; curly ones inside as straight ones, so that they can be put round it again. */
function unwrapped(text: string): string {
  return (isWrapped(text) ? text.slice(1, -1) : text).replace(/[“”]/gu, '"').replace(/\s+/gu, ' ').trim();
}
