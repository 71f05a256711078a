// `[Teo Varga]: "The canal is open."`, as in interviews and transcripts. Leaves alone: `The motto: "We go."`, `Varga's answer: "No."`
import { type Draft, draft, type SentenceView } from '../draft.ts';

const WORD = String.raw`(?:\p{Lu}[\p{L}\p{M}.'’-]*)`;
const NAMED = new RegExp(
  String.raw`^((?!The |An? |This |His |Her |Its |Their )${WORD}(?:\s+(?:al-|de |la |van |von |of |for )?${WORD}){0,6}(?<!['’]s?)(?:\s+\([^)·]{1,30}\))?)\s*(:)\s+(·+)[.]?$`,
  'u',
);

export function readNamed(view: SentenceView): Draft[] {
  const { start, end } = view.span;
  if (!view.masked.slice(start, start + 140).includes(':')) return [];
  const match = NAMED.exec(view.masked.slice(start, end));
  const [whole, who = '', , words = ''] = match ?? [];
  if (whole === undefined) return [];
  const colon = start + whole.indexOf(':', who.length);
  const from = start + whole.lastIndexOf(words);
  return [
    draft({
      source: { start, end: start + who.length },
      cue: { start: colon, end: colon + 1 },
      sense: 'said',
      content: [{ start: from, end: from + words.length }],
      isSure: true,
      rule: 'named',
    }),
  ];
}
