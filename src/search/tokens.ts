// createTokenizer(): the one way in which passages and questions become words. What must be equal for a reader becomes
// equal here: case, accents, kinds of apostrophe and hyphen, "U.S." and "US", "1,000" and "1000", "Iran's" and "Iran",
// listed transliterations (Araqchi, Araghchi). Offsets always point into the text as it was given.
import { stem } from 'porter2';
import type { Span, Speaker } from '../domain.ts';
import { rootOf } from './roots.ts';
import { americanSpelling } from './variants.ts';

/** One word of a text. */
export interface Token extends Span {
  /** Folded: lower case, no accents, no dots. For comparing word by word. */
  readonly word: string;
  /** The word's stem. For finding "negotiable" with "negotiation". */
  readonly stem: string;
  /** True for words that are in every text and find nothing: "the", "did", "what". */
  readonly isStop: boolean;
  /** A comma, a full stop or a dash stands right before it: a clause may begin here. */
  readonly isAfterBreak: boolean;
}

export type Tokenizer = (text: string) => Token[];

// Questions bring their own function words ("when", "anyone"), so they are listed with the articles and pronouns.
// Not listed: "us", which may be the country, and "no" and "not", which turn a meaning round (see isNegation).
const STOP_WORDS = new Set(
  `a an the and or but if of in on at to from by with for as into onto about over under up out off than then so
   is are was were be been being am do does did doing done has have had having will would shall should can could may might must
   i you he she it we they me him her them my your his its our their this that these those there here
   who whom whose which what when where why how whether any anyone anybody anything someone somebody something
   ever many much happen happens happened happening please tell told know let just also too very s t re ve ll d m said say says saying speak speaks speaking spoke spoken telling hello hi thanks`.split(
    /\s+/,
  ),
);
const NEGATIONS = new Set(
  'no not never none nor neither without cannot cant wont dont doesnt didnt isnt arent wasnt werent wouldnt couldnt shouldnt hasnt havent hadnt'.split(
    ' ',
  ),
);

// In order: "co-operate", dotted abbreviations (U.S., H.W.), numbers (1,000 30 000 3.67 47th), words with apostrophes inside, percent.
const WORD =
  /[Cc]o-o\p{L}+|\p{L}(?:\.\p{L})+(?!\p{L})\.?|\p{N}+(?:[.,]\p{N}+| 000(?!\p{N}))*(?:st|nd|rd|th)?|[\p{L}\p{M}\u200C\u0640]+(?:['’ʼ‘`][\p{L}\p{M}]+)*|%/gu;
/** Scripts written without spaces: a run of them holds several words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Scripts whose marks are accents or optional vowels. In others (Devanagari, Thai …) marks are letters and stay. */
const FOLDED_MARKS = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** Letters that Unicode does not take apart, and Arabic letters that Persian writes with other characters. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
};
const CLAUSE_BREAK = /[,;:.!?()—–]/u;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words that are in every text and find nothing. */
export function functionWords(): ReadonlySet<string> {
  return STOP_WORDS;
}

/** True for "no", "not", "won't" …: words that turn round what follows. */
export function isNegation(word: string): boolean {
  return NEGATIONS.has(word);
}

type Word = Pick<Token, 'word' | 'stem' | 'isStop'>;

/** Words as printed whose stem is remembered: a large corpus has fewer, and what people type must not add up without end. */
const MOST_KNOWN = 100_000;

/** The tokeniser for a corpus; `speakers` give the transliterations. */
export function createTokenizer(speakers: readonly Pick<Speaker, 'spellings'>[]): Tokenizer {
  const variants = new Map<string, string>();
  for (const { spellings } of speakers) {
    for (const { word, variants: others } of spellings) {
      for (const other of others) variants.set(foldWord(other), foldWord(word));
    }
  }
  const known = new Map<string, Word>();
  const wordOf = (raw: string): Word => {
    const before = known.get(raw);
    if (before) return before;
    const folded = foldWord(raw);
    const word = variants.get(folded) ?? folded;
    const made = { word, stem: stemOf(word), isStop: STOP_WORDS.has(word) };
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(raw, made);
    return made;
  };
  return (text) => {
    const tokens: Token[] = [];
    let end = 0;
    const add = (raw: string, start: number): void => {
      const { word, stem, isStop } = wordOf(raw);
      // Joiners and lengthening strokes alone are no word.
      if (word === '') return;
      // Nearly always a space.
      const isBeside = start - end <= 1 && (start === end || text[end] === ' ');
      const isAfterBreak = !isBeside && CLAUSE_BREAK.test(text.slice(end, start));
      end = start + raw.length;
      tokens.push({ word, stem, isStop, isAfterBreak, start, end });
    };
    for (const match of text.matchAll(WORD)) {
      if (!UNSPACED.test(match[0])) {
        add(match[0], match.index);
        continue;
      }
      for (const part of segmenter.segment(match[0])) {
        if (part.isWordLike === true) add(part.segment, match.index + part.index);
      }
    }
    return tokens;
  };
}

function foldWord(raw: string): string {
  if (raw === '%') return 'percent';
  let word = raw.toLowerCase();
  // Plain ASCII is nearly everything in an English corpus and needs no folding.
  if (!/^[a-z0-9]+$/.test(word)) {
    if (FOLDED_MARKS.test(word)) word = word.normalize('NFKD').replace(/\p{M}/gu, '');
    else word = word.normalize('NFKC');
    word = word.replace(/[ßøłđæœþıيىكة]/gu, (letter) => LETTERS[letter] ?? letter);
    word = word
      .replace(/[’ʼ‘`]/g, "'")
      .replace(/'s$/, '')
      .replace(/['\u200C\u0640 -]|,(?=\p{N}{3})|(?<!\p{N})\.|\.(?!\p{N})/gu, '');
  }
  return word.replace(/^(\p{N}+)(?:st|nd|rd|th)$/u, '$1');
}

/** @param word folded */
export function stemOf(word: string): string {
  // Porter2, not Porter: the older one takes "deploy" and "deployment" apart.
  return /^[a-z]{3,}$/.test(word) ? stem(americanSpelling(rootOf(word))) : word;
}
