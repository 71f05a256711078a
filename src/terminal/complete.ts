// completeLine(line, names): what Tab offers: command words first, then speakers where a speaker can stand.

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

/** Whole lines that `line` can become, in the order they are offered. */
export function completeLine(line: string, names: readonly string[]): string[] {
  const lower = line.toLowerCase();
  const commands = COMMANDS.filter((command) => command.startsWith(lower) && command !== lower);
  const slot = /^(speaker |compare (?:.* and )?|who said .* (?:by|except) )(.*)$/iu.exec(line);
  if (!slot) return commands;
  const [, before = '', typed = ''] = slot;
  return names.filter((name) => name.toLowerCase().includes(typed.toLowerCase())).map((name) => before + name);
}
