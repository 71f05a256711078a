// `"…," as [Varga] put it.`, `The canal is, as [Varga] put it, "a river with manners."`
// Leaves alone: "Varga took the map and put it on the table" (no "as", no quotation).
import { type Draft, draft, isSource, type SentenceView } from '../draft.ts';

const PUT_IT = /\bas ([^,·]{2,80}?) ((?:once |later |has |had )?puts? it)\b/u;

export function readAsPutIt(view: SentenceView): Draft[] {
  const sentence = view.masked.slice(view.span.start, view.span.end);
  const match = sentence.includes(' it') ? PUT_IT.exec(sentence) : null;
  const [whole = '', who = '', cueWords = ''] = match ?? [];
  if (!match || !isSource(who)) return [];
  const start = view.span.start + match.index;
  const end = start + whole.length;
  const quotations = view.quotations.filter(({ isTerm }) => !isTerm);
  // What stands behind it is nearer than what stands before it.
  const behind = quotations.find((one) => one.start >= end && /^[,:\s]*$/u.test(view.masked.slice(end, one.start)));
  const before = quotations.findLast((one) => one.end <= start && /^[,\s]*$/u.test(view.masked.slice(one.end, start)));
  const quotation = behind ?? before;
  if (!quotation) return [];
  return [
    draft({
      source: { start: start + 'as '.length, end: start + 'as '.length + who.length },
      cue: { start: end - cueWords.length, end },
      sense: 'said',
      content: [{ start: quotation.start, end: quotation.end }],
      isSure: true,
      rule: 'asPutIt',
    }),
  ];
}
