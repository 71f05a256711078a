// findTranscript(passages, isKnown): a conversation that is printed word for word, a line a speaker: `DANESH: We did not ask.` Its lines
// are quotations without marks, and so are the paragraphs between two of them. Leaves alone: a single label, a label that names
// nobody the article knows ("THE FACTS: …"), a line whose words stand in marks, what follows the last line.
import type { Passage } from '../domain.ts';
import type { Quotation } from '../quotations.ts';

/** A name in capitals, perhaps behind the mark of the block that is quoted. */
const LABEL = /^["“]?\s*((?:\p{Lu}[\p{Lu}\p{M}.'’-]*)(?:[^\S\n]+(?:\p{Lu}[\p{Lu}\p{M}.'’-]*)){0,4}):\s+(?=[^\s"“„«])/u;
/** "(BEGIN VIDEO CLIP)", "[crosstalk]", "…" */
const ASIDE = /^(?:\(.*\)|\[.*\]|[….\s]*)\.?$/su;
const MIN_SPEAKERS = 2;
/** Paragraphs without a label that one speaker may go on for. */
const MOST_BETWEEN = 6;

/** For each passage its quotations, where it is part of a transcript. `isKnown`: whether a name is that of a person, at a passage. */
export function findTranscript(
  passages: readonly Passage[],
  isKnown: (name: string, passage: number) => boolean,
): ReadonlyMap<string, readonly Quotation[]> {
  const found = new Map<string, readonly Quotation[]>();
  const lines = passages.flatMap(({ kind, text }, index) => {
    const label = kind === 'paragraph' ? LABEL.exec(text) : null;
    const [whole = '', name = ''] = label ?? [];
    return label ? [{ index, name, start: whole.length, isKnown: isKnown(name, index) }] : [];
  });
  const names = new Set(lines.filter((line) => line.isKnown).map(({ name }) => name.split(/\s+/u).at(-1)));
  if (names.size < MIN_SPEAKERS) return found;
  lines.forEach(({ index, start, isKnown: isLine }, position) => {
    if (!isLine) return;
    const next = lines[position + 1]?.index ?? index + 1;
    const last = next - index - 1 <= MOST_BETWEEN ? next : index + 1;
    for (let at = index; at < last; at += 1) {
      const passage = passages[at];
      if (passage?.kind !== 'paragraph' || ASIDE.test(passage.text)) continue;
      const quotation = { start: at === index ? start : 0, end: passage.text.length, isTerm: false, isClosed: true };
      found.set(passage.id, [quotation]);
    }
  });
  return found;
}
