// isUnreadSaying(sentence): somebody speaks in it, but who says what was not read: about one statement in five of news is not. What is
// looked for there is neither a statement nor the outlet's own words, and a reader must see for themselves whose it is.
import { overlaps, type Passage, type Span } from '../domain.ts';
import { findQuotations } from '../quotations.ts';
import type { Query } from '../search/query.ts';
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Finding, Note } from './answer.ts';
import { PASSAGE_COVERAGE } from './matching.ts';

const CUE =
  /\b(?:said|says|saying|told|tells|telling|asked|added|adds|wrote|writes|posted|tweeted|insist(?:ed|s|ing)|warn(?:ed|s|ing)|den(?:ied|ies|ying)|claim(?:ed|s|ing)|declared?|announced?|reiterated?|repeated|confirmed|argued?|argues|stated|reported|according to|promised|vowed|called|calls|believes?|accus(?:ed|es|ing)|suggest(?:ed|s|ing)|criticized|praised|acknowledged|noted|notes|urged|urging|explained|predicted|pledged|demand(?:ed|s|ing)|reject(?:ed|s|ing)|dismiss(?:ed|es|ing)|threaten(?:ed|s|ing)|propos(?:ed|es|ing)|offer(?:ed|s|ing)|refus(?:ed|es|ing)|appeal(?:ed|s|ing)|condemn(?:ed|s|ing)|signal(?:ed|led|s|ling|ing)|replied|replies|responded|described|disputed)\b/i;
/** Share of what is looked for that the sentence must have: it is not known which of its words are said. Chosen by eye. */
const NEARLY_ALL = 0.85;

/** True when the sentence has a quotation or a word of saying, and no statement that was read has a part in it. */
export function isUnreadSaying(index: StoryIndex, passage: Passage, sentence: Span): boolean {
  const isRead = index
    .statementsIn(passage.id)
    .some(({ passageId, cue, content }) =>
      [...content, ...(passageId === passage.id ? [cue] : [])].some(
        (span) => (!('passageId' in span) || span.passageId === passage.id) && overlaps(span, sentence),
      ),
    );
  if (isRead) return false;
  if (CUE.test(passage.text.slice(sentence.start, sentence.end))) return true;
  return findQuotations(passage.text).some((quotation) => overlaps(quotation, sentence));
}

/** Somebody speaks in its sentence, nobody was read as saying it, and the sentence has what is looked for: a match, but nobody's statement. */
export function isUnreadMatch(
  index: StoryIndex,
  query: Query,
  { passage, statement, marked }: Finding,
  subject: string,
): boolean {
  const [sentence] = marked;
  if (statement !== null || !sentence || query.concepts.length < 2) return false;
  const { coverage } = index.rateSpan(query, passage, sentence);
  const name = index.tokenize(subject).findLast(({ isStop }) => !isStop)?.stem;
  const isNamed = (): boolean =>
    index.tokensOf(passage).some(({ stem, start }) => stem === name && start >= sentence.start && start < sentence.end);
  if (subject === '' ? coverage < NEARLY_ALL : coverage < PASSAGE_COVERAGE || !isNamed()) return false;
  return isUnreadSaying(index, passage, sentence);
}

/** Where only such passages match, that nobody says it is not what is to be told. */
export function unreadNotes(notes: readonly Note[], findings: readonly Finding[]): Note[] {
  const matches = findings.filter(({ near }) => !near);
  if (matches.length === 0 || matches.some(({ statement }) => statement !== null)) return [...notes];
  return [{ kind: 'unread' }, ...notes.filter(({ kind }) => kind !== 'nothing' && kind !== 'none-about')];
}
