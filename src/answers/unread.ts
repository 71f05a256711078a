// isUnreadSaying(sentence): somebody speaks in it, but who says what was not read: about one statement in five of news is not. What is
// looked for there is neither a statement nor the outlet's own words, and a reader must see for themselves whose it is.
import { overlaps, type Passage, type Span } from '../domain.ts';
import { findQuotations } from '../quotations.ts';
import type { Query } from '../search/query.ts';
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Token } from '../search/tokens.ts';
import type { Finding, Note } from './answer.ts';

const CUE =
  /\b(?:said|says|saying|told|tells|telling|asked|added|adds|wrote|writes|posted|tweeted|insist(?:ed|s|ing)|warn(?:ed|s|ing)|den(?:ied|ies|ying)|claim(?:ed|s|ing)|declared?|announced?|reiterated?|repeated|confirmed|argued?|argues|stated|reported|according to|promised|vowed|called|calls|believes?|accus(?:ed|es|ing)|suggest(?:ed|s|ing)|criticized|praised|acknowledged|noted|notes|urged|urging|explained|predicted|pledged|demand(?:ed|s|ing)|reject(?:ed|s|ing)|dismiss(?:ed|es|ing)|threaten(?:ed|s|ing)|propos(?:ed|es|ing)|offer(?:ed|s|ing)|refus(?:ed|es|ing)|appeal(?:ed|s|ing)|condemn(?:ed|s|ing)|signal(?:ed|led|s|ling|ing)|replied|replies|responded|described|disputed)\b/i;
/** Verbs of saying, wanting and thinking: behind a name, somebody's words or mind may be told. */
const TELLING = `say said tell told ask add write wrote written post tweet insist warn deny claim declare announce reiterate repeat confirm argue state
   report promise vow call believe accuse suggest criticize praise acknowledge note urge explain predict pledge demand reject dismiss threaten propose
   offer refuse appeal condemn signal reply respond describe dispute think thought want hope expect fear worry doubt wonder feel felt agree disagree
   support oppose back favor prefer endorse seek sought plan intend aim consider see saw view regard deem recommend advise caution admit concede
   contend maintain assert allege imply hint indicate reveal disclose mention refer cite point observe remark comment joke quip recall recount
   remember stress emphasize underscore highlight echo express voice complain lament decry bemoan denounce blast slam attack assail mock ridicule
   deride blame question challenge defend tout boast brag hail applaud thank welcome portray depict cast label dub compare liken discuss talk speak
   spoke spoken address answer testify estimate project forecast conclude find found decide decline push lobby plead invite apologize rule vote quote
   according`;
/** The same words as nouns: "held talks", "the United States", "a call". */
const NOUNS = new Set(
  `state states report reports call calls talk talks vote votes plan plans question questions note notes post posts address addresses attack attacks
   rule rules project projects point points support demand demands offer offers claim claims aim aims signal signals quote quotes view views label
   labels back push cast find written united`.split(/\s+/),
);
/** Words between "according to" and the end of a name. */
const LEAD = 4;
/** Behind these a name is not who speaks: "with Varga", "supporters of Varga". */
const BEFORE_OTHERS = new Set(
  'with of by for to in about against than from on over near behind like and or'.split(' '),
);
/** By index, because words are cut to their stems by it. */
const telling = new WeakMap<StoryIndex, ReadonlySet<string>>();
/** Between a name and its verb: another clause begins, or somebody else is named. */
const OTHER_CLAUSE = /\b(?:and|but|or|whom|whose|while|as|because|that)\b|(?<=\s)\p{Lu}/u;

/**
 * True when the sentence may tell somebody's words or mind, read or not: a verb of it, or a quotation, stands behind the name, which is its
 * subject, or "according to" before it.
 */
export function isTold(
  index: StoryIndex,
  { passage, sentence }: { readonly passage: Passage; readonly sentence: Span },
  name: string,
): boolean {
  const stems = telling.get(index) ?? new Set(index.tokenize(TELLING).map(({ stem }) => stem));
  telling.set(index, stems);
  const names = index.tokenize(name).flatMap(({ stem, isStop }) => (isStop ? [] : [stem]));
  const tokens = index.tokensOf(passage).filter(({ start }) => start >= sentence.start && start < sentence.end);
  if (names.length === 0 || !names.every((stem) => tokens.some((token) => token.stem === stem))) return false;
  const last = names.at(-1);
  const quotations = findQuotations(passage.text);
  const isVerb = ({ word, stem }: Token): boolean => stems.has(stem) && !NOUNS.has(word);
  return tokens.some((token, at) => {
    if (token.stem !== last) return false;
    if (tokens.slice(Math.max(0, at - LEAD), at).some(({ word }) => word === 'according')) return true;
    let first = at;
    while (first > 0 && /^\p{Lu}/u.test(passage.text.slice(tokens[first - 1]?.start))) first -= 1;
    if (BEFORE_OTHERS.has(tokens[first - 1]?.word ?? '')) return false;
    const isNext = ({ start }: Span): boolean =>
      start >= token.end && start < sentence.end && !OTHER_CLAUSE.test(passage.text.slice(token.end, start));
    return tokens.slice(at + 1).some((one) => isVerb(one) && isNext(one)) || quotations.some(isNext);
  });
}

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

/** "Dorn did not say that …", "nobody said …", "Dorn has never claimed …". */
const UNSAID =
  /\b(?:(?:did|does|do|has|have|had|would)(?: not|n['’]t)(?: \p{Ll}+ly)? (?:say|said|tell|told|claim|claimed|state|stated|announce|announced|promise|promised)|(?:never|nobody|no one|neither|nor)(?: \p{L}+){0,3} (?:say|says|said|told|claimed|stated|announced|promised)|(?:denie[sd]|deny|denying) (?:that|saying|having said|ever saying)|(?:declin|refus)(?:e[sd]?|ing) to (?:say|tell))\b/iu;

/** True when the sentence tells that something was not said, which takes a clause: not "nobody has said it so plainly, but …". */
export function isUnsaid({ text }: Passage, { start, end }: Span): boolean {
  const sentence = text.slice(start, end);
  const found = UNSAID.exec(sentence);
  if (!found) return false;
  const [clause = ''] = sentence.slice(found.index + found[0].length).split(/[,;:]|\b(?:and|but)\b/);
  return clause.trim().split(/\s+/).length >= CLAUSE_WORDS;
}

/** Words of the shortest clause that tells what was not said. Chosen by eye. */
const CLAUSE_WORDS = 4;

/** Nobody was read as saying it, and the sentence has what is looked for: somebody speaks in it who was not read, or the outlet itself. */
export function isNobodysMatch(
  index: StoryIndex,
  query: Query,
  { passage, statement, marked: [sentence] }: Finding,
): boolean {
  if (statement !== null || !sentence || query.concepts.length < 2 || isUnsaid(passage, sentence)) return false;
  return index.rateSpan(query, passage, sentence).coverage >= NEARLY_ALL;
}

/** Where only passages match that nobody was read as saying, that nobody says it is not what is to be told. */
export function unreadNotes(notes: readonly Note[], findings: readonly Finding[]): Note[] {
  const matches = findings.filter(({ near }) => !near);
  if (matches.length === 0 || matches.some(({ statement }) => statement !== null)) return [...notes];
  if (matches.some(({ isUnread }) => isUnread))
    return [{ kind: 'unread' }, ...notes.filter(({ kind }) => kind !== 'nothing' && kind !== 'none-about')];
  // That somebody who is asked about says nothing on it stays true.
  return notes.map((note) => (note.kind === 'nothing' ? { kind: 'own-words' } : note));
}
