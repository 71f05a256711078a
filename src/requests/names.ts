// Names within a request: `compare "Israeli and U.S. officials" and Trump`. A name that holds a word of the grammar stands in quotation
// marks. A pair of straight marks round everything behind a command word is a shell's; a curly pair there is round a name.

const MARKED = String.raw`["“]\s*([^"“”\s][^"“”]*)["”]`;
const BETWEEN = '(?:and|with|to|vs\\.?|versus)';
const ON = '(?:on|about)';
const MARKED_SIDE = new RegExp(`^${MARKED} ${BETWEEN} (.*)$`, 'iu');
const MARKED_BEFORE_TOPIC = new RegExp(`^${MARKED}(?: ${ON} (.*))?$`, 'iu');
const NAME_ALONE = /^“\s*([^"“”\s][^"“”]*)”$/u;
const HELD = new RegExp(`(?:^|\\s)(?:${BETWEEN}|${ON})(?:\\s|$)`, 'iu');

/** `"Donald Trump"` is Donald Trump: a shell's habit, not a phrase. */
export function withoutOuterQuotes(text: string): string {
  return (/^["“]\s*([^"“”\s][^"“”]*)["”]$/u.exec(text.trim())?.[1] ?? text).trim();
}

/** "Trump about missiles", "Trump on missiles". */
export function readNameAndTopic(text: string): { readonly name: string; readonly topic: string | null } {
  const alone = NAME_ALONE.exec(text);
  if (alone) return { name: alone[1]?.trim() ?? '', topic: null };
  const [, name, behind] = MARKED_BEFORE_TOPIC.exec(text) ?? [];
  if (name !== undefined && behind !== undefined) return { name: name.trim(), topic: behind };
  const whole = withoutOuterQuotes(text);
  const [before, topic] = splitOnce(whole, / about /iu.test(whole) ? / about /iu : / on /iu);
  return { name: withoutOuterQuotes(before), topic: topic ?? null };
}

/** "Trump and Iran on missiles". Names that are missing are ''. */
export function readTwoNames(text: string): { readonly a: string; readonly b: string; readonly topic: string | null } {
  const whole = withoutOuterQuotes(text);
  const [, marked, behind = ''] = MARKED_SIDE.exec(whole) ?? [];
  const [a, rest] = marked === undefined ? splitOnce(whole, new RegExp(` ${BETWEEN} `, 'iu')) : [marked, behind];
  // "Trump on Iran and missiles" names one.
  if (rest === undefined || (marked === undefined && / (?:on|about) /iu.test(`${a} `)))
    return { a, b: '', topic: null };
  const [, name, about] = MARKED_BEFORE_TOPIC.exec(rest) ?? [];
  const [b, topic] = name === undefined ? splitOnce(rest, new RegExp(` ${ON} `, 'iu')) : [name, about];
  return { a: withoutOuterQuotes(a), b: withoutOuterQuotes(b), topic: topic ?? null };
}

/** A name in the form in which it is read as one, whatever follows. */
export function formatName(name: string): string {
  return needsMarks(name) ? `"${name}"` : name;
}

/** The same where nothing follows. */
export function formatNameAlone(name: string): string {
  return needsMarks(name) ? `“${name}”` : name;
}

function needsMarks(name: string): boolean {
  return HELD.test(name) && !/["“”]/u.test(name);
}

function splitOnce(text: string, separator: RegExp): [string, string | undefined] {
  const match = separator.exec(text);
  return match ? [text.slice(0, match.index), text.slice(match.index + match[0].length)] : [text, undefined];
}
