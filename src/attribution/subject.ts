// subjectOf(sentence, end): who does what the sentence tells first, for a participle behind it: "[Dolen] left the hall, saying …".
// Undefined where it does not begin with somebody and a verb: "With the hall empty, saying no was easy."
import type { Span } from '../domain.ts';
import { pattern } from '../patterns.ts';
import { isSource, JOINING, type SentenceView, trimSpan } from './draft.ts';
import { BETWEEN, DAY } from './lexicon.ts';

const LEAD =
  /^(?:(?:But|And|Still|Yet|So|Then|Meanwhile|Later|However|Also),?\s+)?(?:(?:On|In|At|After|Before|During|Earlier|Last|Late|As|With|By|Despite|From|For|Like|Unlike)\b[^,·]{1,90},\s+)?/u;
/** The first verb that tells a deed: a past form, or one that helps. */
const VERB = pattern(
  String.raw`\s(?:\p{Ll}{2,}ed|took|gave|went|made|spoke|told|came|held|drew|hit|put|shot|sought|left|began|cut|sent|kept|stood|struck|laid|wrote|met|led|broke|chose|fell|found|fought|got|lost|ran|saw|sat|set|shook|swung|threw|won|brought|did|does|has|had|have|was|were|is|are|will|would)\b`,
);
const LOOSE_END = pattern(String.raw`(?:\s+(?:${BETWEEN}|${DAY})|,)$`);
const NO_END = /(?:^|\s)(?:an?|the|of|for|from|in|and|or|but|with|by)$/i;

/** Characters in which the verb must stand. */
const REACH = 300;

/** `end`: where the participle stands. The span holds what belongs to the name: "Hugo Lint, the mayor". */
export function subjectOf({ masked, span }: SentenceView, end: number): Span | undefined {
  const text = masked.slice(span.start, end);
  const lead = LEAD.exec(text)?.[0].length ?? 0;
  const verb = VERB.exec(text.slice(lead, lead + REACH));
  if (!verb) return undefined;
  // "Varga was arrested by police, saying …": it may be either.
  if (
    /^\s(?:was|were|is|are|has|had)\b[^,]*\bby\b|,\s+who\b/u.test(
      text.slice(lead + verb.index, lead + verb.index + REACH),
    )
  )
    return undefined;
  let words = text.slice(lead, lead + verb.index);
  for (let match = LOOSE_END.exec(words); match; match = LOOSE_END.exec(words)) words = words.slice(0, match.index);
  const [name = ''] = words.split(',');
  // "Even as shares of Varga Lines fell, Moss …": the subject of another clause.
  if (JOINING.test(words) || NO_END.test(words) || !isSource(name) || !isSource(words)) return undefined;
  const start = span.start + lead;
  return trimSpan(masked, { start, end: start + words.length }) ?? undefined;
}
