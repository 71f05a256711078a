// completeLine(line, complete): what Tab offers: command words first, then what can stand in the request that was begun.

const COMMANDS = [
  'who said ',
  'ask ',
  'speaker ',
  'compare ',
  'timeline ',
  'check ',
  'speakers',
  'sources',
  'source ',
  'statements ',
  'help',
  'exit',
];

/** Values for a part of a request, the best first. */
export type CompletePart = (
  what: 'speaker' | 'outlet' | 'topic' | 'words' | 'quotation' | 'passage' | 'date',
  typed: string,
) => readonly string[];

interface Slot {
  /** What stands before the part, and the part as far as it is typed. */
  readonly pattern: RegExp;
  readonly what: Parameters<CompletePart>[0];
}

/** The first of those that fit and have something to offer: the last words of a line first. */
const SLOTS: readonly Slot[] = [
  { pattern: /^(who said .*\s(?:by|except)\s+)(.*)$/iu, what: 'speaker' },
  { pattern: /^(who said .*\s(?:since|until)\s+)(.*)$/iu, what: 'date' },
  { pattern: /^(who said .*\soutlet:\s*)(.*)$/iu, what: 'outlet' },
  { pattern: /^(who said )(.*)$/iu, what: 'words' },
  { pattern: /^(speaker .*\s(?:about|on)\s+)(.*)$/iu, what: 'topic' },
  { pattern: /^(speaker )(.*)$/iu, what: 'speaker' },
  { pattern: /^(compare .*\s(?:and|with|to|vs\.?|versus)\s.*\s(?:on|about)\s+)(.*)$/iu, what: 'topic' },
  { pattern: /^(compare .*\s(?:and|with|to|vs\.?|versus)\s+)(.*)$/iu, what: 'speaker' },
  { pattern: /^(compare )(.*)$/iu, what: 'speaker' },
  { pattern: /^(timeline (?:.*\s)?by\s+)(.*)$/iu, what: 'speaker' },
  { pattern: /^(timeline )(.*)$/iu, what: 'topic' },
  { pattern: /^(check )(.*)$/iu, what: 'quotation' },
  { pattern: /^(source )(.*)$/iu, what: 'passage' },
];

/** Whole lines that `line` can become, in the order they are offered. */
export function completeLine(line: string, complete: CompletePart): string[] {
  const lower = line.toLowerCase();
  const commands = COMMANDS.filter((command) => command.startsWith(lower) && command !== lower);
  if (commands.length > 0) return commands;
  for (const { pattern, what } of SLOTS) {
    const [, before = '', typed = ''] = pattern.exec(line) ?? [];
    if (before === '' || isWithinMarks(before)) continue;
    // A phrase that was begun with a mark is closed with one.
    const mark = what === 'words' ? (/^["“]/u.exec(typed)?.[0] ?? '') : '';
    const end = mark === '“' ? '”' : mark;
    const lines = complete(what, typed).map((value) => `${before}${mark}${value}${end}`);
    if (lines.length > 0) return lines.filter((one) => one !== line);
  }
  return [];
}

/** "By" within quotation marks is a word that is looked for. */
function isWithinMarks(text: string): boolean {
  return (text.match(/["“”]/gu) ?? []).length % 2 === 1;
}

/**
 * The same for a prompt that puts what all lines share in place of what was typed: where they do not go on from it (mistyped, or typed
 * from the middle), the line itself stands among them, so that it stays until one is left.
 */
export function keepingTyped(lines: readonly string[], line: string): readonly string[] {
  return lines.length < 2 || lines.every((one) => one.startsWith(line)) ? lines : [line, ...lines];
}
