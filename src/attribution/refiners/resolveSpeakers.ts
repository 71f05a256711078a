// Source words to Speakers. Names, aliases and offices through the gazetteer; pronouns and "the official" through the
// statement before in the same passage, and only when it fits; everything else stays in the article's own words.
import type { Gazetteer, LocalDate, Passage, PassageSpan, Resolution, Span, Speaker, Statement } from '../../domain.ts';
import { wordsOf } from '../../domain.ts';
import { TITLE_NOUNS } from '../lexicon.ts';
import type { Introduced } from './introducedPeople.ts';

/** What resolving may look at. `earlier` are the statements of the passage so far, in the order of the text. */
export interface ResolveContext {
  readonly passage: Passage;
  readonly gazetteer: Gazetteer;
  readonly on: LocalDate;
  readonly earlier: readonly Statement[];
  /** The person named in full up to this passage whose last name this is. */
  readonly findIntroduced: (lastName: string) => Introduced | undefined;
}

const PRONOUNS = new Set(['he', 'she', 'they', 'it']);
const TITLE = /^(?:Mr|Mrs|Ms|Dr)\.?\s+/u;
/** "Reis's deputy Ana Vale": a name behind a word in small letters. */
const BEHIND_ROLE = /(?:^|\s)\p{Ll}[\p{L}'’-]*\s+((?:\p{Lu}[\p{L}'’-]+\s+){1,2}(?:al-|el-|bin-)?\p{Lu}[\p{L}'’-]+)$/u;
/** "Moss", "Mr. Moss". */
const LAST_NAME = /^(?:(?:Mr|Mrs|Ms|Dr)\.?\s+)?\p{Lu}[\p{L}'’-]+$/u;
const DESCRIPTION = /^(?:the|this|that|these|those)\s+(?:same\s+)?(\p{L}+)$/iu;

/** Whom `source` names. Never guesses: what the passage leaves open stays open. */
export function resolveSource(source: Span, context: ResolveContext): Resolution {
  const words = wordsOf(context.passage, source);
  const pronoun = words.toLowerCase();
  if (PRONOUNS.has(pronoun)) return resolvePronoun(words, source, context) ?? unnamed(words);
  const person = personIn(words);
  const { gazetteer, on } = context;
  const found = gazetteer.find(words, on) ?? (person === null ? undefined : gazetteer.find(person, on));
  const named = person ?? words;
  const introduced = LAST_NAME.test(named) ? context.findIntroduced(named.replace(TITLE, '')) : undefined;
  // "Varga said" in an article that has introduced Lena Varga alone is no Teo Varga, whose alias it is.
  const isOther = introduced !== undefined && gazetteer.find(introduced.name, on)?.speaker.id !== found?.speaker.id;
  if (found && !(isOther && found.by === 'alias')) {
    const { speaker, by } = found;
    return { speakerId: speaker.id, name: speaker.name, resolvedBy: by, antecedent: null, reason: null };
  }
  if (introduced) {
    const { name, words: antecedent } = introduced;
    return { speakerId: null, name, resolvedBy: 'name', antecedent, reason: null };
  }
  const noun = DESCRIPTION.exec(words)?.[1];
  const described = noun === undefined ? undefined : resolveDescription(noun.toLowerCase(), context);
  const name = withoutTitle(person ?? (looksLikeName(words) ? words : null), context);
  return described ?? (name === null ? unnamed(words) : { ...unnamed(name), resolvedBy: 'name' });
}

function resolvePronoun(words: string, source: Span, context: ResolveContext): Resolution | undefined {
  const before = context.earlier.at(-1);
  const id = before?.speaker.speakerId;
  if (!before?.source || id === undefined || id === null) return undefined;
  const speaker = context.gazetteer.get(id);
  if (speaker.pronoun !== words.toLowerCase() || namesAnother(before, source, speaker, context)) return undefined;
  return {
    speakerId: id,
    name: speaker.name,
    resolvedBy: 'pronoun',
    antecedent: before.speaker.antecedent ?? before.source,
    reason: 'speaker-before',
  };
}

/** `…," Varga said. Orr disagreed. "…," he said`: somebody else stands nearer, so "he" is left open. */
function namesAnother(before: Statement, source: Span, speaker: Speaker, context: ResolveContext): boolean {
  let between = context.passage.text.slice(before.cue.end, source.start);
  for (const { start, end } of before.content) {
    const words = context.passage.text.slice(start, end);
    between = between.replace(words, ' ');
  }
  const words = between.match(/\p{Lu}[\p{L}'’-]*/gu) ?? [];
  return words.some((word) => {
    const other = context.gazetteer.find(word, context.on)?.speaker;
    return other !== undefined && other.id !== speaker.id && other.pronoun === speaker.pronoun;
  });
}

/** "The official" after "A senior U.S. official said": the same noun in the same number. "The report" after an outlet's. */
function resolveDescription(noun: string, context: ResolveContext): Resolution | undefined {
  const before = context.earlier.findLast(
    (statement) => statement.carriedBy === null && statement.source !== null && fits(noun, statement, context.passage),
  );
  if (!before?.source) return undefined;
  const antecedent: PassageSpan = before.speaker.antecedent ?? before.source;
  return { ...before.speaker, resolvedBy: 'description', antecedent, reason: 'speaker-before' };
}

function fits(noun: string, statement: Statement, passage: Passage): boolean {
  if (noun === 'report' || noun === 'newspaper' || noun === 'paper') return statement.cue.sense === 'reported';
  const words = statement.source === null ? '' : wordsOf(passage, statement.source).toLowerCase();
  return new RegExp(String.raw`(?:^|\s)${noun}(?:\s|$)`, 'u').test(words);
}

function unnamed(words: string): Resolution {
  return { speakerId: null, name: words, resolvedBy: null, antecedent: null, reason: null };
}

/** "Deputy Foreign Minister Parviz Danesh" is Parviz Danesh; "Foreign Minister Danesh" the Danesh named in full before. */
function withoutTitle(name: string | null, context: ResolveContext): string | null {
  const words = name?.split(/\s+/u) ?? [];
  const title = words.findLastIndex((word) => TITLE_NOUNS.has(word.toLowerCase().replace(/\.$/u, '')));
  if (name === null || title < 0 || title === words.length - 1) return name;
  const rest = words.slice(title + 1).join(' ');
  return words.length - title > 2 ? rest : (context.findIntroduced(rest)?.name ?? name);
}

/**
 * The person whom a longer source names: "Hugo Reis, who leads …", "the chief negotiator, Lena Moss", "Reis's deputy Ana Vale".
 * Null when it is a name and nothing else, or names nobody: "a spokesman for Lena Moss", "Moss supporters".
 */
function personIn(words: string): string | null {
  const parts = words.split(/,\s+/u);
  const [head = ''] = parts;
  if (parts.length > 1 && (looksLikeName(head) || LAST_NAME.test(head))) return head;
  const last = parts.at(-1) ?? '';
  if (parts.length === 2 && looksLikeName(last) && !/\b(?:of|for|from|in)\b/u.test(last)) return last;
  if (/\b(?:for|of|to|with|by|and)\b/u.test(head)) return null;
  return BEHIND_ROLE.exec(head)?.[1] ?? null;
}

/** Two or more capitalised words and nothing else: "Jane Doe", not "Israeli sources", not "Reports". */
function looksLikeName(words: string): boolean {
  return /^(?:\p{Lu}[\p{L}'’.-]*\s+){1,5}\p{Lu}[\p{L}'’.-]*$/u.test(words);
}
