// readLoosely(index, words): whose words a question asks for that has no verb of saying to tell it: "Trump on missiles", "Araghchi's view
// on the program", "any comment from Pezeshkian?", "did Trump mention missiles". Many such forms ask for something else ("talks on
// Friday"), so a form counts only where somebody is called so.
import type { Speaker } from '../../domain.ts';
import type { StoryIndex } from '../../search/storyIndex.ts';
import type { Note } from '../answer.ts';
import { findSource, type Source } from './sources.ts';

/** Somebody in the corpus: an entry of speakers.yaml, or a source in the article's own words. */
export type Named =
  | { readonly kind: 'speaker'; readonly speaker: Speaker; readonly notes: readonly Note[] }
  | { readonly kind: 'source'; readonly name: string; readonly source: Source };

export interface Loose {
  readonly name: string;
  readonly topic: string;
  /**
   * anybody: no name is given. nobody: a name that no one who speaks has. unknown: a word that may be a name and that the corpus
   * does not have.
   */
  readonly who: Named | { readonly kind: 'anybody' | 'nobody' | 'unknown' };
}

const NOUN =
  '(?:views?|opinions?|positions?|stances?|take|thoughts?|comments?|commentary|statements?|remarks?|words|quotes?|quotations?|reactions?|responses?|repl(?:y|ies)|answers?|demands?|line|messages?|attitudes?|claims?|warnings?|denials?|side|account|version)';
const ABOUT = '(?:on|about|regarding|concerning|towards?|to|over|that|saying|in|with|re)';
const LEAD =
  "(?:(?:what|how) about |what (?:is|are|was|were) |what['’]s |(?:is|are|was|were) there |has there been |and |the |any |some |all |only )*";
const VERB =
  '(?:mention(?:s|ed)?|report(?:s|ed)?|discuss(?:es|ed)?|address(?:es|ed)?|(?:talk(?:s|ed)?|speak|spoke|spoken)(?= (?:about|of|on)\\b)|refer(?:s|red)?|react(?:s|ed)?|respond(?:s|ed)?|repl(?:y|ies|ied)|stand(?:s)?(?= on\\b)|see|sees|view|views|feels?(?= about\\b)|call(?:s|ed)?(?= for\\b)|rules?(?= out\\b)|ruled(?= out\\b)|hint(?:s|ed)?|stress(?:es|ed)?|emphasi[sz]e[sd]?|express(?:es|ed)?|state[sd]?|declare[sd]?|confirm(?:s|ed)?|suggest(?:s|ed)?|argue[sd]?|propose[sd]?|believe[sd]?|describe[sd]?|compare[sd]?|critici[sz]e[sd]?|condemn(?:s|ed)?|reject(?:s|ed)?|oppose[sd]?|support(?:s|ed)?)';
const ADVERBS = '(?:(?:ever|also|already|still|just|even|actually|really|publicly|not|once|recently) )*';
const AUXILIARY = '(?:did|does|do|has|have|had|is|was|will|would|whether|if)';

/** Each gives a name and, where there is one, a topic. In the order in which they are tried, the surest first. */
const FORMS: readonly { readonly pattern: RegExp; readonly isSure: boolean }[] = [
  {
    pattern: new RegExp(
      `^${LEAD}(?:${NOUN}|anything|something|word|news) (?:made |given |issued )?(?:by|from|of) (?<name>.+?)(?: ${ABOUT} (?<topic>.+))?$`,
      'i',
    ),
    isSure: true,
  },
  // What "direct quotes by Trump on missiles" leaves.
  { pattern: new RegExp(`^(?:by|from) (?<name>.+?)(?: ${ABOUT} (?<topic>.+))?$`, 'i'), isSure: true },
  {
    pattern: new RegExp(`^${LEAD}(?<name>.+?)['’]s? ${NOUN}(?: (?:${ABOUT}|of|for|against) (?<topic>.+))?$`, 'i'),
    isSure: true,
  },
  {
    pattern: new RegExp(`^${LEAD}(?<name>.+?) ${NOUN} (?:on|about|regarding|towards?|to) (?<topic>.+)$`, 'i'),
    isSure: false,
  },
  {
    pattern: new RegExp(
      `^(?:(?:what|how|why|when|where|who) )?${AUXILIARY} (?<name>.+?) ${ADVERBS}${VERB}(?: (?:about|of|on|to|at|for|out|that))*(?: (?<topic>.+))?$`,
      'i',
    ),
    isSure: false,
  },
  {
    pattern:
      /^according to (?<name>[^,]+?)(?:,\s*|\s+(?=(?:what|when|where|who|how|why|will|is|are|does|did)\b))(?<topic>.+)$/i,
    isSure: true,
  },
  { pattern: /^(?<topic>.+?),?\s+according to (?<name>.+)$/i, isSure: true },
  {
    pattern: new RegExp(
      `^${LEAD}(?!${AUXILIARY} |(?:who|what|when|where|why|how|which)\\b)(?<name>.+?) (?:on|about|regarding|concerning|re) (?<topic>.+)$`,
      'i',
    ),
    isSure: false,
  },
];
/** "Did anyone mention fees", "quotes about fees". */
const ANYBODY = [
  new RegExp(
    `^(?:who |${AUXILIARY} (?:any(?:one|body)|some(?:one|body)) )${ADVERBS}(?:mention(?:s|ed)?|discuss(?:es|ed)?|(?:talk(?:s|ed)?|speak|spoke|spoken) (?:about|of)|comment(?:s|ed)? on|refer(?:s|red)? to|respond(?:s|ed)? to|react(?:s|ed)? to) (?<topic>.+)$`,
    'i',
  ),
  new RegExp(
    `^${LEAD}(?:comments?|statements?|remarks?|quotes?|quotations?) (?:on|about|regarding) (?<topic>.+)$`,
    'i',
  ),
];
/** Parts of clauses: "how long did it", "the population of the". */
const NO_NAME =
  /^(?:how|what|when|where|why|who|whom|whose|which)\b|\b(?:did|does|do|who|whom|which)\b|\b(?:a|an|the|of|in|to|and|was|is|be|been)$/i;
/** Longer ones are no names but clauses. */
const MAX_NAME_WORDS = 6;

export function readLoosely(index: StoryIndex, words: string): Loose | undefined {
  const text = words.replace(/[\s?？؟!.]+$/, '');
  const found = FORMS.flatMap(({ pattern, isSure }) => {
    const { name = '', topic = '' } = pattern.exec(text)?.groups ?? {};
    const isNone = name === '' || name.split(/\s+/).length > MAX_NAME_WORDS || NO_NAME.test(name);
    return isNone ? [] : [{ name, topic, isSure }];
  });
  for (const { name, topic } of found) {
    const who = findNamed(index, name);
    if (who) return { name, topic, who };
  }
  const anything = ANYBODY.map((pattern) => pattern.exec(text)?.groups?.['topic']).find((topic) => topic !== undefined);
  if (anything !== undefined) return { name: '', topic: anything, who: { kind: 'anybody' } };
  for (const { name, topic, isSure } of found) {
    const kind = nameKind(index, name, isSure);
    if (kind !== undefined) return { name, topic, who: { kind } };
  }
  return undefined;
}

/**
 * Whom a name means: as listed, without its apostrophe ("Trumps view"), as a side ("the Iranian position" and "the Iranians" are of "the
 * Iranian side"), as printed, or mistyped.
 */
export function findNamed(index: StoryIndex, name: string): Named | undefined {
  const { gazetteer } = index.story;
  const single = name.replace(/(?<=\p{L}{3})s$/u, '');
  for (const form of [name, single, ...[name, single].flatMap((one) => [`${one} side`, `${one} government`])]) {
    const found = gazetteer.find(form, index.asOf);
    if (found) return { kind: 'speaker', speaker: found.speaker, notes: [] };
  }
  const source = findSource(index, name, 'exact first');
  if (source) return { kind: 'source', name, source };
  const near = mistyped(index, name);
  return near && { kind: 'speaker', speaker: near, notes: [{ kind: 'corrected', typed: name, read: [near.name] }] };
}

/** "Pezeshkan", "the Iranian forein minister": a name with words that the corpus does not have. */
function mistyped(index: StoryIndex, name: string): Speaker | undefined {
  const { gazetteer } = index.story;
  const { concepts } = index.readQuery(name);
  if (concepts.every(({ isUnknown, corrected }) => !isUnknown && corrected.length === 0)) return undefined;
  const corrected = concepts.reduce(
    (text, { text: typed, corrected: [read] }) => (read === undefined ? text : text.replace(typed, read)),
    name,
  );
  return gazetteer.find(corrected, index.asOf)?.speaker ?? gazetteer.nearest(name);
}

/** Whether words that nobody is called by are a name all the same; `isSure`: they stand where only a name can. */
export function nameKind(index: StoryIndex, name: string, isSure: boolean): 'nobody' | 'unknown' | undefined {
  const isCapital = name.split(/\s+/).every((word) => /^(?:\p{Lu}|(?:of|al|bin|de|von|the)$)/u.test(word));
  const { concepts } = index.readQuery(name);
  if (concepts.length === 0) return undefined;
  const isUnknown = concepts.every((concept) => concept.isUnknown);
  if (isUnknown) return isSure || (isCapital && concepts.length > 1) ? 'nobody' : isCapital ? 'unknown' : undefined;
  return isCapital && isPrintedAsName(index, name) ? 'nobody' : undefined;
}

/** True where every passage that has the words prints them with capitals: Hamas, not "Talks". */
function isPrintedAsName(index: StoryIndex, name: string): boolean {
  const stems = index.tokenize(name).flatMap(({ stem, isStop }) => (isStop ? [] : [stem]));
  const passages = index.passagesHaving(stems);
  const printed = name.replace(/^the /i, '');
  return (
    passages.length > 0 && passages.every(({ text }) => text.includes(printed) && !text.includes(printed.toLowerCase()))
  );
}
