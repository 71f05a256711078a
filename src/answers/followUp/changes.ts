// readChange(index, text): what a follow-up puts in the place of what was asked: another speaker ("and Netanyahu?"), another topic ("about
// missiles"), other limits ("since Monday", "direct only"), none of them ("any day").
import type { StoryIndex } from '../../search/storyIndex.ts';
import { findNamed, nameKind, readLoosely } from '../reading/loose.ts';
import { readQuestion } from '../reading/question.ts';
import { type TypedLimits, typedLimits } from './frame.ts';

/** Parts that are undefined stay as they were. */
export interface Change {
  /** Two: a comparison; with `isCompared` one, beside whoever was asked about; none: anybody. */
  readonly names?: readonly string[];
  readonly isCompared?: boolean;
  /** What the earlier request found is left out: "what else". */
  readonly isElse?: boolean;
  readonly except?: string;
  /** '': anything. */
  readonly topic?: string;
  /** Limits that are named; `without`: one that is given up. */
  readonly limits: TypedLimits;
  readonly without?: 'days' | 'outlet';
}

/** What the words of a follow-up change, limits apart. */
type WordsChange = Omit<Change, 'limits'>;

const CONNECTIVE = /^(?:and|but|also|so|then|now|or|plus|ok|okay)\b[\s,]*/i;
const LEAD =
  /^(?:(?:what|how) about|(?:the )?same(?: question| thing)?(?: again)?,?(?: but)?(?: now)? (?:for|with|about|from|by|to)|(?:only|just)(?= \S))\s+/i;
const TOO = /[\s,]+(?:too|as well|then|instead)$/i;
const EXCEPT = /^(?:except(?: for)?|excluding|without|not|other than|besides|apart from)\s+(.+)$/i;
const ABOUT = /^(?:about|on|regarding|concerning)\s+(.+)$/i;
const BY = /^(?:by|from)\s+(.+)$/i;
const NAME_ABOUT = /^(.+?)\s+(?:on|about|regarding|concerning)\s+(.+)$/i;
const TWO = /^(.+?)\s+(?:and|or|vs\.?|versus)\s+(.+)$/i;
const COMPARE_WITH = /^compare(?: (?:it|that|this|him|her|them))? (?:with|to|and|against) (.+)$/i;
const FILLER = /^(?:(?:and|but|also|only|just|about|on|in|from|by|of|for|please|then)\b[\s,]*)*$/i;
const DEICTIC = /^(?:about |on |of )?(?:that|this|it|so|these|those|them)$/i;
const WHAT_ELSE = /^(?:what|anything|something) else(?: (?:did |does |has |have )?(.+?) (?:say|says|said))?$/i;
const ANY_DAY = /^(?:on )?(?:any|all|every) (?:days?|times?|dates?)$/i;
const ANY_OUTLET = /^(?:in )?(?:any|all|every) (?:outlets?|sources?)$/i;
const ANYBODY = /^(?:by )?(?:every(?:one|body)|any(?:one|body)|all speakers|all of them)$/i;
/** "What did he say about missiles", "did she mention fees", "his view on missiles". */
const PRONOUN = [
  /^(?:(?:what|when|where|how|why|whether) )?(?:(?:did|does|do|has|have|had|will|would|is|was) )?(?:he|she|they) (?:(?:ever|also|actually|really|just|still|even) )*(?:say|says|said|think|thinks|want|wants|tell|told|mention|mentions|mentioned|talk|talked|comment|commented)(?: (.+))?$/i,
  /^(?:(?:what|how) (?:is|was|are|were|about) )?(?:his|her|their) (?:views?|position|stance|opinion|take|comments?|statements?|words|reaction|response)(?: (.+))?$/i,
];
const COMPLETE =
  /^(?:who|whom|whose|what|when|where|why|how|which|did|does|do|is|are|was|were|has|have|had|will|would|can|could|should)\b/i;
/** Words for the page itself, which the end of many a source's name has too: "Israeli sources". */
const NO_NAME = /^(?:the )?(?:sources?|outlets?|articles?|links?|officials?)$/i;

/** `heOf` gives whom "he" means; null: nobody. Null for text that changes nothing: it asks for something of its own. */
export function readChange(index: StoryIndex, text: string, heOf: () => string | null): Change | null {
  const isQuestion = /[?？؟]\s*$/.test(text);
  const { rest, isMarked } = unmarked(text.replace(/[\s?？؟!.,;:…]+$/, ''));
  const { words: left, limits } = typedLimits(index, rest);
  // "The same for Iran, but since Tuesday" leaves "Iran, but".
  const words = left.replace(/(?:[\s?？؟!.,;:…]+|\s+(?:and|but|only|also))+$/i, '');
  if (FILLER.test(words)) {
    const { days, outlet, isDirect } = limits;
    return days.length > 0 || outlet !== null || isDirect ? { limits } : null;
  }
  const change =
    pronounChange(words, heOf) ?? widened(words) ?? partChange(index, words, { isMarked, isQuestion }) ?? null;
  return change && { ...change, limits };
}

/** Without "and", "what about", "the same for", "too": words that tell of something before. */
function unmarked(text: string): { rest: string; isMarked: boolean } {
  let rest = text.replace(TOO, '');
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(CONNECTIVE, '').replace(LEAD, '');
  }
  return { rest, isMarked: rest !== text };
}

function pronounChange(words: string, heOf: () => string | null): WordsChange | null {
  const [isElse, who = 'he'] = WHAT_ELSE.exec(words) ?? [];
  if (isElse !== undefined) {
    const name = /^(?:he|she|they|it)$/i.test(who) ? heOf() : who;
    return name === null ? null : { names: [name], topic: '', isElse: true };
  }
  const match = PRONOUN.map((pattern) => pattern.exec(words)).find((found) => found !== null);
  const name = match ? heOf() : null;
  if (!match || name === null) return null;
  const topic = (match[1] ?? '').replace(/^(?:about|on|of|to|towards?|regarding) /i, '');
  return DEICTIC.test(topic) ? { names: [name] } : { names: [name], topic };
}

function widened(words: string): WordsChange | null {
  if (ANY_DAY.test(words)) return { without: 'days' };
  if (ANY_OUTLET.test(words)) return { without: 'outlet' };
  return ANYBODY.test(words) ? { names: [] } : null;
}

interface How {
  readonly isMarked: boolean;
  readonly isQuestion: boolean;
}

function partChange(index: StoryIndex, words: string, how: How): WordsChange | null {
  const isNamed = (name: string | undefined): name is string =>
    name !== undefined && !NO_NAME.test(name) && findNamed(index, name) !== undefined;
  const compared = COMPARE_WITH.exec(words)?.[1];
  if (isNamed(compared)) return { names: [compared], isCompared: true };
  const except = EXCEPT.exec(words)?.[1];
  if (isNamed(except)) return { except };
  if (COMPLETE.test(words)) return completeChange(index, words, how);
  const topic = ABOUT.exec(words)?.[1];
  if (topic !== undefined) return { topic };
  const by = BY.exec(words)?.[1];
  if (by !== undefined && (how.isMarked || isNamed(by))) return { names: [by] };
  if ((how.isMarked || how.isQuestion) && isNamed(words)) return { names: [words] };
  if (!how.isMarked) return null;
  // "And any comment from Iran?".
  const loose = readLoosely(index, words);
  if (loose?.topic === '' && loose.name !== '') return { names: [loose.name] };
  const [, name, about = ''] = NAME_ABOUT.exec(words) ?? [];
  if (isNamed(name)) return { names: [name], topic: about };
  const [, one, other] = TWO.exec(words) ?? [];
  if (isNamed(one) && isNamed(other)) return { names: [one, other] };
  // "And Khamenei?": a name that nobody has who speaks.
  return nameKind(index, words, false) === undefined ? { topic: words } : { names: [words] };
}

/** "And what did Iran say?", "did Iran say that?": a whole question that lacks its topic. */
function completeChange(index: StoryIndex, words: string, { isMarked }: How): WordsChange | null {
  const read = readQuestion(words);
  if (read.kind !== 'saying' || !findNamed(index, read.subject)) return null;
  const isOpen = DEICTIC.test(read.topic) || (isMarked && read.topic === '');
  return isOpen ? { names: [read.subject] } : null;
}
