/**
 * Classes of letters as ranges. Unicode's own have hundreds of them, and V8 takes 0.1 to 0.4 ms to get one use of `\p{L}` ready (Node
 * 20, a text with curly marks), which for the patterns of a reading made a sixth of the first second. These take a seventh of that, or less.
 *
 * They hold the scripts in which a name is likely to be printed: Latin, Greek and Cyrillic with their cases, and others from Hebrew
 * to Korean, with their signs. Where capitals and small letters take turns (Ā ā Ă ă …), a letter counts as both. A class of more than
 * sixteen ranges is looked up by a call, which is slow: letters, numbers and a few marks stay below that.
 */
const CLASSES: Readonly<Record<string, string>> = {
  Lu: String.raw`A-ZÀ-ÖØ-Þ\u0100-\u024f\u0386-\u03abЀ-Я\u0460-\u052fԱ-Ֆ\u1e00-\u1eff`,
  Ll: String.raw`a-zß-öø-ÿ\u0100-\u02af\u03ac-\u03ceа-џ\u0460-\u052fա-և\u1e00-\u1eff`,
  L: String.raw`A-Za-zÀ-ÖØ-öø-\u02c1\u0386-\u0481\u048a-\u05ea\u0620-\u06d3\u0904-\u1fbc\u3041-\ud7a3`,
  M: String.raw`\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u0670`,
  N: String.raw`0-9¼-¾\u0660-\u0669\u06f0-\u06f9`,
};

const PART = /\[(?:\\.|[^\]\\])*\]|\\[pP]\{(\w+)\}/gs;
const NAMED = /\\p\{(\w+)\}/g;

/**
 * An expression in which `\p{L}`, `\p{Lu}`, `\p{Ll}`, `\p{M}` and `\p{N}` (and `\P{…}` outside brackets) stand for the ranges above.
 * For the top of a module: each call makes a new expression.
 *
 * @param flags - of the expression. With `i`, `u` is better left out: it makes the expression several times as slow to get ready.
 * @throws Error where a class has another name
 * @throws SyntaxError as `new RegExp` does
 */
export function pattern(source: string, flags = ''): RegExp {
  const found = source.replace(PART, (part: string, name: string | undefined) => {
    if (name === undefined) return part.replace(NAMED, (_, inner: string) => rangesOf(inner));
    return `[${part.startsWith('\\P') ? '^' : ''}${rangesOf(name)}]`;
  });
  return new RegExp(found, flags);
}

function rangesOf(name: string): string {
  const ranges = CLASSES[name];
  if (ranges === undefined)
    throw new Error(`\\p{${name}} has no ranges: use one of ${Object.keys(CLASSES).join(', ')}`);
  return ranges;
}

export const LETTER = pattern(String.raw`\p{L}`);
export const NUMBER = pattern(String.raw`\p{N}`);
export const CAPITAL_FIRST = pattern(String.raw`^\p{Lu}`);
/** Every accent that stands as a character of its own: for `replace`. */
export const MARKS = pattern(String.raw`\p{M}`, 'g');

/**
 * Every match in the order of the text, as `matchAll` gives them, without its copy of the expression.
 *
 * @param global - an expression with the flag `g`
 */
export function matchesOf(global: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  global.lastIndex = 0;
  for (let match = global.exec(text); match; match = global.exec(text)) {
    found.push(match);
    if (match[0] === '') global.lastIndex += 1;
  }
  return found;
}
