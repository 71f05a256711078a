// composeMarked(passages): passages with the content of each statement between ⟦ and ⟧, and below each passage one line a
// statement: who, how it was resolved, cue, kind, day, rule. The marks are ours and stand outside the printed words.
import type { MarkedPassage } from '../answers/answer.ts';
import { wordsOf } from '../domain.ts';
import { composeFinding } from './composeFinding.ts';
import type { Part, Row, Run } from './message.ts';

export function composeMarked(passages: readonly MarkedPassage[]): Part[] {
  return passages.flatMap((marked): Part[] => {
    const { passage, findings } = marked;
    const place = passage.kind === 'caption' ? `Caption ${passage.number}` : `¶ ${passage.number}`;
    const rows = findings.map((finding, position): Row => {
      const { statement } = finding;
      const who = composeFinding(finding)
        .who.map(({ text }) => text)
        .join('');
      const source = statement?.source ? `“${wordsOf(finding.cuePassage, statement.source)}”` : 'no source';
      const resolved = statement?.speaker.resolvedBy ?? 'left as printed';
      return {
        label: `${position + 1}. ${who}`,
        detail: `${source}, ${resolved} · ${statement?.id} · read by: ${statement?.rule}`,
      };
    });
    return [
      { kind: 'heading', text: place },
      { kind: 'text', runs: markedRuns(marked) },
      ...(rows.length > 0 ? [{ kind: 'rows', rows } as const] : []),
    ];
  });
}

/** The passage's text with numbered marks put in where content begins and ends. */
function markedRuns({ passage, findings }: MarkedPassage): Run[] {
  const marks = findings.flatMap(({ statement }, position) =>
    (statement?.content ?? [])
      .filter(({ passageId }) => passageId === passage.id)
      .flatMap(({ start, end }) => [
        { at: start, order: 1, text: `⟦${position + 1} ` },
        { at: end, order: 0, text: '⟧' },
      ]),
  );
  marks.sort((a, b) => a.at - b.at || a.order - b.order);
  const runs: Run[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.at > at) runs.push({ text: passage.text.slice(at, mark.at), style: 'printed' });
    runs.push({ text: mark.text, style: 'strong' });
    at = mark.at;
  }
  if (at < passage.text.length) runs.push({ text: passage.text.slice(at), style: 'printed' });
  return runs;
}
