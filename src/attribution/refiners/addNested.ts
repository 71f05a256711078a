// `Varga said [Halvik had told him the ferry would sail]`: a statement within a reported clause. Leaves alone what stands within
// quotation marks, and cues that were read already.
import { type Draft, type SentenceView, viewAt } from '../draft.ts';
import { readReported } from '../rules/reported.ts';

/** The drafts with those that lie within the unquoted content of one of them. */
export function addNested(drafts: readonly Draft[], views: readonly SentenceView[]): Draft[] {
  const added: Draft[] = [];
  const known = new Set(drafts.map(({ cue }) => cue.end));
  for (const outer of drafts) {
    for (const span of outer.content) {
      const view = viewAt(views, span);
      if (!view) continue;
      for (const inner of readReported({ ...view, span, introducesNext: false })) {
        if (known.has(inner.cue.end)) continue;
        known.add(inner.cue.end);
        added.push({ ...inner, rule: 'nested' });
      }
    }
  }
  return [...drafts, ...added];
}
