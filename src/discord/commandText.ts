// commandText(subcommand, options): the options of a subcommand as a request in its own words, as somebody would type it in the terminal.
// digestText(subcommand, options): the same for what stands behind "digest".
import { DATE_FORMS, isReadableDate } from '../requests/dateWords.ts';
import { formatRequest } from '../requests/request.ts';

/** Texts as typed, by the option's name; missing where nothing was given. */
export type Given = Readonly<Record<string, string | undefined>>;

/** `wrong`: what is no request, in a sentence with what to type. */
export type CommandText = { readonly text: string } | { readonly wrong: string };

/** @param subcommand "who said", "ask", …: with its group, if it is in one */
export function commandText(subcommand: string, options: Given): CommandText {
  const given = (name: string): string | null => {
    const value = options[name]?.trim() ?? '';
    return value === '' ? null : value;
  };
  const named = (name: string): string | null => given(name)?.replace(/^["“]([^"“”]+)["”]$/u, '$1') ?? null;
  switch (subcommand) {
    case 'who said':
      return whoSaid(given, named);
    case 'ask':
      return { text: formatRequest({ kind: 'ask', question: given('question') ?? '' }) };
    case 'speaker':
      return { text: formatRequest({ kind: 'speaker', name: named('name') ?? '', about: given('topic') }) };
    case 'compare':
      return {
        text: formatRequest({ kind: 'compare', a: named('a') ?? '', b: named('b') ?? '', topic: given('topic') }),
      };
    case 'timeline': {
      const by = given('speaker');
      const topic = [given('topic'), by === null ? null : `by ${by}`].filter((part) => part !== null).join(' ');
      return { text: formatRequest({ kind: 'timeline', topic: topic === '' ? null : topic }) };
    }
    case 'check':
      return { text: formatRequest({ kind: 'check', quotation: given('quotation') ?? '' }) };
    case 'source':
      return { text: formatRequest({ kind: 'source', passage: given('passage') ?? '' }) };
    case 'speakers':
    case 'sources':
    case 'help':
      return { text: subcommand };
    default:
      return {
        wrong: `This version has no /iran-talks ${subcommand}. Type /iran-talks help to see what can be asked.`,
      };
  }
}

/** "on 09:00 Europe/London mon-fri about missiles speaker Varga empty:line". @param subcommand "on", "status", … */
export function digestText(subcommand: string, options: Given): string {
  const words = (before: string, name: string): string[] => {
    const value = options[name]?.trim() ?? '';
    return value === '' ? [] : [`${before}${value}`];
  };
  return [
    subcommand,
    ...words('', 'time'),
    ...words('', 'zone'),
    ...words('', 'days'),
    ...words('about ', 'topic'),
    ...words('speaker ', 'speaker'),
    ...words('empty:', 'empty'),
  ].join(' ');
}

type Read = (name: string) => string | null;

/** A day that can't be read would be taken for words that are looked for. */
function whoSaid(given: Read, named: Read): CommandText {
  for (const name of ['since', 'until']) {
    const date = given(name);
    if (date !== null && !isReadableDate(date))
      return { wrong: `${name}: “${date}” is no date that can be read. Type ${DATE_FORMS}.` };
  }
  return {
    text: formatRequest({
      kind: 'who-said',
      words: given('words') ?? '',
      by: named('speaker'),
      except: null,
      since: given('since'),
      until: given('until'),
      outlet: named('outlet'),
      isDirect: false,
    }),
  };
}
