/**
 * Classes of letters as ranges. Unicode's own have hundreds of them, and V8 takes 0.1 to 0.4 ms to get one use of `\p{L}` ready (Node
 * 20, a text with curly marks), which for the patterns of a reading made a fifth of the first second. These take a twentieth.
 *
 * They hold the scripts in which a name is likely to be printed: Latin, Greek and Cyrillic with their cases, and the letters of others
 * from Hebrew and Arabic to Chinese. Where capitals and small letters take turns (Ā ā Ă ă …), a letter counts as both.
 */
const CLASSES: Readonly<Record<string, string>> = {
  Lu: String.raw`A-ZÀ-ÖØ-Þ\u0100-\u024fΆΈ-ΏΑ-ΫЀ-ЯԱ-Ֆ\u0460-\u052f\u1e00-\u1eff`,
  Ll: String.raw`a-zß-öø-ÿ\u0100-\u02afΐά-ώа-џա-և\u0460-\u052f\u1e00-\u1eff`,
  L: String.raw`A-Za-zªµºÀ-ÖØ-öø-\u02c1ͰͱͲͳͶͷͺ-ͽͿΆΈ-Ͽ\u0400-\u0481\u048a-\u0556\u0561-\u0587א-ת\u0620-\u064a\u0671-\u06d3\u0904-\u0939\u0985-\u09b9\u0e01-\u0e30\u10a0-\u10ff\u1100-\u11ff\u1e00-\u1fbc\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3`,
  M: String.raw`\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u0670`,
  N: String.raw`0-9²³¹¼-¾\u0660-\u0669\u06f0-\u06f9\u2150-\u2189`,
};

const PART = /\[(?:\\.|[^\]\\])*\]|\\[pP]\{(\w+)\}/gs;
const NAMED = /\\p\{(\w+)\}/g;

/**
 * An expression in which `\p{L}`, `\p{Lu}`, `\p{Ll}`, `\p{M}` and `\p{N}` (and `\P{…}` outside brackets) stand for the ranges above.
 * For the top of a module: each call makes a new expression.
 *
 * @param flags - of the expression. With `i`, `u` is better left out: it makes the expression ten times as slow to get ready.
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
