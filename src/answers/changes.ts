// readChange(index, text): what a follow-up puts in the place of what was asked: another speaker ("and Netanyahu?"), another topic ("about
// missiles"), other limits ("since Monday", "direct only"). changed(frame, change) puts it there.
import type { StoryIndex } from '../search/storyIndex.ts';
import { type Frame, type TypedLimits, typedLimits } from './frame.ts';
import { findNamed } from './loose.ts';
import { readQuestion } from './question.ts';
import { contentOf, withName, withTopic } from './questionChanges.ts';

/** Parts that are undefined stay as they were. */
export interface Change {
  readonly name?: string;
  readonly except?: string;
  /** '': anything. */
  readonly topic?: string;
  readonly limits: TypedLimits;
}

const CONNECTIVE = /^(?:and|but|also|so|then|now|or|plus|ok|okay)\b[\s,]*/i;
const LEAD =
  /^(?:(?:what|how) about|(?:the )?same(?: question| thing)?(?: again)?,?(?: but)?(?: now)? (?:for|with|about|from|by|to)|(?:only|just)(?= \S))\s+/i;
const EXCEPT = /^(?:except(?: for)?|excluding|without|not|other than|besides|apart from)\s+(.+)$/i;
const ABOUT = /^(?:about|on|regarding|concerning)\s+(.+)$/i;
const BY = /^(?:by|from)\s+(.+)$/i;
const NAME_ABOUT = /^(.+?)\s+(?:on|about|regarding|concerning)\s+(.+)$/i;
const FILLER = /^(?:(?:and|but|also|only|just|about|on|in|from|by|of|for|please|then)\b[\s,]*)*$/i;
const DEICTIC = /^(?:about |on |of )?(?:that|this|it|so|these|those|them)$/i;
const WHAT_ELSE = /^(?:what|anything|something) else(?: (?:did |does |has |have )?(.+?) (?:say|says|said))?$/i;
/** "What did he say about missiles", "did she mention fees", "his view on missiles". */
const PRONOUN = [
  /^(?:(?:what|when|where|how|why|whether) )?(?:(?:did|does|do|has|have|had|will|would|is|was) )?(?:he|she|they) (?:(?:ever|also|actually|really|just|still|even) )*(?:say|says|said|think|thinks|want|wants|tell|told|mention|mentions|mentioned|talk|talked|comment|commented)(?: (.+))?$/i,
  /^(?:(?:what|how) (?:is|was|are|were|about) )?(?:his|her|their) (?:views?|position|stance|opinion|take|comments?|statements?|words|reaction|response)(?: (.+))?$/i,
];
const COMPLETE =
  /^(?:who|whom|whose|what|when|where|why|how|which|did|does|do|is|are|was|were|has|have|had|will|would|can|could|should)\b/i;

/** `heOf` gives whom "he" means; null: nobody. Null for text that changes nothing: it asks for something of its own. */
export function readChange(index: StoryIndex, text: string, heOf: () => string | null): Change | null {
  const isQuestion = /[?？؟]\s*$/.test(text);
  const plain = text.replace(/[\s?？؟!.,;:…]+$/, '');
  const { rest, isMarked } = unmarked(plain);
  const { words: left, limits } = typedLimits(index, rest);
  // "The same for Iran, but since Tuesday" leaves "Iran, but".
  const words = left.replace(/(?:[\s?？؟!.,;:…]+|\s+(?:and|but|only|also))+$/i, '');
  const pronoun = pronounChange(words, heOf);
  if (pronoun) return { ...pronoun, limits };
  if (FILLER.test(words)) return hasTyped(limits) ? { limits } : null;
  const except = EXCEPT.exec(words)?.[1];
  if (except !== undefined && findNamed(index, except)) return { except, limits };
  if (COMPLETE.test(words)) return isMarked ? completeChange(index, words, limits) : null;
  const topic = ABOUT.exec(words)?.[1];
  if (topic !== undefined) return { topic, limits };
  const by = BY.exec(words)?.[1];
  if (by !== undefined && (isMarked || findNamed(index, by))) return { name: by, limits };
  const [, name = '', about = ''] = NAME_ABOUT.exec(words) ?? [];
  if (isMarked && name !== '' && findNamed(index, name)) return { name, topic: about, limits };
  if ((isMarked || isQuestion) && findNamed(index, words)) return { name: words, limits };
  return isMarked ? { topic: words, limits } : null;
}

/** Without "and", "what about", "the same for": words that tell of something before. */
function unmarked(text: string): { rest: string; isMarked: boolean } {
  let rest = text;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(CONNECTIVE, '').replace(LEAD, '');
  }
  return { rest, isMarked: rest !== text };
}

function pronounChange(words: string, heOf: () => string | null): Omit<Change, 'limits'> | null {
  const [isElse, who = 'he'] = WHAT_ELSE.exec(words) ?? [];
  if (isElse !== undefined) {
    const name = /^(?:he|she|they|it)$/i.test(who) ? heOf() : who;
    return name === null ? null : { name, topic: '' };
  }
  const match = PRONOUN.map((pattern) => pattern.exec(words)).find((found) => found !== null);
  const name = match ? heOf() : null;
  if (!match || name === null) return null;
  const topic = (match[1] ?? '').replace(/^(?:about|on|of|to|towards?|regarding) /i, '');
  return DEICTIC.test(topic) ? { name } : { name, topic };
}

/** "And what did Iran say?": a whole question that lacks its topic. */
function completeChange(index: StoryIndex, words: string, limits: TypedLimits): Change | null {
  const read = readQuestion(words);
  if (read.kind !== 'saying' || !findNamed(index, read.subject)) return null;
  return read.topic === '' || DEICTIC.test(read.topic) ? { name: read.subject, limits } : null;
}

function hasTyped({ days, outlet, isDirect }: TypedLimits): boolean {
  return days.length > 0 || outlet !== null || isDirect;
}

/** Null where the frame has no place for it: a quotation that is checked has no topic. */
export function changed(index: StoryIndex, frame: Frame, { name, except, topic, limits }: Change): Frame | null {
  const limited: Frame = {
    ...frame,
    days: limits.days.length > 0 ? limits.days : frame.days,
    outlet: limits.outlet ?? frame.outlet,
    isDirect: limits.isDirect || frame.isDirect,
  };
  const about = topic === undefined ? limited : withOtherTopic(limited, topic);
  if (!about || (frame.form === 'check' && hasTyped(limits))) return null;
  if (except !== undefined) return { ...about, form: 'who-said', names: [], except, topic: contentOf(about.topic) };
  return name === undefined ? about : withOtherName(index, about, name);
}

function withOtherTopic(frame: Frame, topic: string): Frame | null {
  if (frame.form === 'check') return null;
  return { ...frame, topic: frame.form === 'passages' ? withTopic(frame.topic, topic) : topic };
}

function withOtherName(index: StoryIndex, frame: Frame, name: string): Frame {
  const { form, topic } = frame;
  const named = { ...frame, names: [name], except: null };
  if (form === 'compare') return { ...named, form: 'saying' };
  if (form !== 'passages') return named;
  const question = withName(index, topic, name);
  if (question !== undefined) return { ...frame, topic: question };
  return { ...named, form: 'saying', topic: contentOf(topic) };
}
