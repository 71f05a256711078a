// wholeSource(source): the edges of a source as they should be. "[Varga, the mayor, and Reis] said", of which "Reis" alone was seen, is
// both: what two said must not be given to one of them. "But [he] said" is "he". "[The captain] who met Dolen said" is not Dolen. "said [Dolen] as he left" is Dolen.
// Leaves alone: "Varga left, and [Reis] said", "The captain who [Dolen] said was late".
import type { Span } from '../../domain.ts';
import { pattern } from '../../patterns.ts';
import { isPersonNoun, readLabel } from '../cast/labels.ts';
import { findNameRuns } from '../cast/names.ts';

const AND_BEFORE = pattern(
  String.raw`(?:^|[.!?;:"”]\s+|,["”]\s+)((?:[^.!?;:"“”,]|\.(?=\s?\p{L}))+(?:,[^.!?;:"“”,]{1,60},)?\s+and\s+)$`,
  'u',
);
const AND_BEHIND = /^\s+and\s+([^.!?;:"“”,]{2,60}?)(?:\s+(?:both|each|also|jointly))*\s*$/u;
const OPENER = /^(?:but|and|yet|so|still|then|while|as|when|because)\s+(?=(?:he|she|they|it)$)/i;
/** "Varga[, along with Reis], said". */
const WITH_COMPANY = /^(,?\s+(?:along|together)\s+with\s+[^.!?;:"“”,]{2,60}),?\s*$/u;
/** Characters before a source in which another name may stand. */
const REACH = 120;

/** The same span where nothing is joined to it. */
export function wholeSource(found: Span, cue: Span, text: string): Span {
  const source = found.start >= cue.end ? withoutClause(found, text) : withoutLead(found, text);
  const words = text.slice(source.start, source.end);
  const opener = OPENER.exec(words)?.[0].length ?? 0;
  if (opener > 0) return { start: source.start + opener, end: source.end };
  const subject =
    subjectOfClause(source, cue, text) ??
    withNameBefore(source, text) ??
    subjectBefore(source, text) ??
    subjectWithin(source, text);
  if (subject) return subject;
  const company = cue.start > source.end ? WITH_COMPANY.exec(text.slice(source.end, cue.start))?.[1] : undefined;
  if (company !== undefined && isName(words)) return { start: source.start, end: source.end + company.length };
  const isJoined = /\sand\s+$/u.test(text.slice(Math.max(0, source.start - 6), source.start));
  const goesOn = cue.start > source.end && /^\s+and\s/u.test(text.slice(source.end, source.end + 6));
  if (!(isJoined || goesOn) || !isName(words)) return source;
  return {
    start: source.start - (isJoined ? lengthBefore(text.slice(Math.max(0, source.start - REACH), source.start)) : 0),
    end: source.end + (goesOn ? lengthBehind(text.slice(source.end, cue.start)) : 0),
  };
}

/** "On Monday, ", "In the heat of August, ", "in May " before "he", "Even "; and a headline on the line above, which is longer than a part of a name. */
const LEAD = pattern(
  String.raw`^(?:\S+[^\S\n]+){3,}\S+[^\S\n]*\n\s*(?=\p{Lu})|^[Ee]ven\s+(?=\p{Lu})|^(?:[Oo]n|[Ii]n|[Aa]t|[Aa]fter|[Bb]efore|[Dd]uring|[Ss]ince|[Ff]ollowing|[Dd]espite)\s(?:[^,]{2,100},\s+(?=\p{Lu}|(?:the|an?|he|she|they|it)(?:\s|$))|(?:\S+\s+){1,3}(?=(?:he|she|they|it)$))`,
  'u',
);

/** When and where is no part of who. */
function withoutLead({ start, end }: Span, text: string): Span {
  return { start: start + (LEAD.exec(text.slice(start, end))?.[0].length ?? 0), end };
}

/** What else happened: "as he left", "while Varga waited"; not "known as", "as well as". */
const MEANWHILE =
  /,?\s+(?:(?<!\b(?:known|such|well|described|identified|named|doing|(?:serv|act|work|doubl)(?:e[ds]|s|ing|ed))\s+)as(?!\s+(?:well|of)\b)|while|when|before|after|because|amid|during)\s/;

/** `"…," said [Dolen] as he left`. */
function withoutClause({ start, end }: Span, text: string): Span {
  const clause = MEANWHILE.exec(text.slice(start, end));
  // "Varga, who was elected after …": the clause belongs to the one that tells who it is.
  const isWithin = /\bwho(?:se)?\s/.test(text.slice(start, start + (clause?.index ?? 0)));
  return { start, end: clause && clause.index > 0 && !isWithin ? start + clause.index : end };
}

const WITH_CLAUSE = pattern(
  String.raw`(?:^|[.!?;:"”,]\s+)((?:(?:an?|the|one|another)\s+)?(?:[\p{L}\p{M}.'’-]+\s+){0,5}?[\p{L}\p{M}'’-]+)\s+(?:who|whose|that)\s+\p{Ll}[^,;:"“”.]*\s$`,
  'i',
);

const BEFORE_CLAUSE = pattern(
  String.raw`(?:^|[.!?;:"”,]\s+)((?:(?:an?|the|one|another)\s+)?(?:[\p{L}\p{M}.'’-]+\s+){0,6}?[\p{L}\p{M}'’-]+)\s+(?:that|which|whom)\s+$`,
  'i',
);

const NAME_AND_NOUN = pattern(String.raw`^\p{Lu}\S*\s+\p{Ll}+$`, 'u');

/** The subject whose relative clause the source was taken from: "[The captain] who met Dolen said". */
function subjectBefore(source: Span, text: string): Span | undefined {
  const from = Math.max(0, source.start - REACH);
  const before = text.slice(from, source.start);
  if (!/\s(?:who|whose|that)\s/u.test(before)) return undefined;
  // "A spokesman for the union that [Varga leads] said".
  const isClause =
    NAME_AND_NOUN.test(text.slice(source.start, source.end)) && /\s(?:that|which|whom)\s+$/u.test(before);
  const match = (isClause ? BEFORE_CLAUSE : WITH_CLAUSE).exec(before);
  const subject = match?.[1] ?? '';
  const label = match ? readLabel(subject) : null;
  // "who left when Varga said so", "who told it said Reis left": the clause has a subject and a cue of its own.
  if (/\s(?:when|where|while|as|after|before|because|said|says|told)\s/u.test(match?.[0] ?? '')) return undefined;
  if (!match || !(isName(subject) || (label && isPersonNoun(label.head)))) return undefined;
  const start = from + match.index + match[0].indexOf(subject);
  return { start, end: isClause ? source.end : start + subject.length };
}

const LAST_CLAUSE = /^.*\bwho\s.*\s(?:when|while|where|after|before|because|as)\s+(?=\S)/s;

/** "Reis, a sailor who left when [Varga] said so": whose clause the cue belongs to. */
function subjectOfClause({ start, end }: Span, cue: Span, text: string): Span | undefined {
  const words = text.slice(start, end);
  const lead = LAST_CLAUSE.exec(words)?.[0].length ?? 0;
  const isNext = cue.start >= end && !text.slice(end, cue.start).trim();
  return lead > 0 && isNext && isName(words.slice(lead)) ? { start: start + lead, end } : undefined;
}

const APPOSITION_AND_NAME = /^(?:the|an?|his|her|its)\s[^,]+,?\s+and\s/;
const NAME_BEFORE = /(?:^|[.!?;:"”]\s+)([^.!?;:"“”,]+),\s+$/;

/** "[Varga, the mayor, and Reis] said", of which "the mayor, and Reis" was seen. */
function withNameBefore({ start, end }: Span, text: string): Span | undefined {
  if (!APPOSITION_AND_NAME.test(text.slice(start, end))) return undefined;
  const from = Math.max(0, start - REACH);
  const match = NAME_BEFORE.exec(text.slice(from, start));
  return match && isName(match[1] ?? '')
    ? { start: from + match.index + match[0].indexOf(match[1] ?? ''), end }
    : undefined;
}

/** "The captain who met Dolen": the captain. */
function subjectWithin(source: Span, text: string): Span | undefined {
  const [, subject = ''] = /^([^,]+?)\s+who\s/u.exec(text.slice(source.start, source.end)) ?? [];
  const label = subject === '' ? null : readLabel(subject);
  return label && isPersonNoun(label.head) ? { start: source.start, end: source.start + subject.length } : undefined;
}

/** Of "Varga, the mayor, and " at the end of the text; 0 when no name stands there. */
function lengthBefore(text: string): number {
  const lead = AND_BEFORE.exec(text)?.[1] ?? '';
  const name = lead.replace(/\s+and\s+$/u, '').replace(/,[^,]*,$/u, '');
  return isName(name) ? lead.length : 0;
}

/** Of " and Reis" in " and Reis both "; 0 when something else than a name stands there. */
function lengthBehind(text: string): number {
  const name = AND_BEHIND.exec(text)?.[1] ?? '';
  return isName(name) ? text.indexOf(name) + name.length : 0;
}

/** Titles and a name, nothing else. */
function isName(words: string): boolean {
  const [run, ...others] = findNameRuns(words);
  if (run === undefined || others.length > 0 || run.end !== words.length || run.isPossessive) return false;
  return run.start === (run.lead === '' ? 0 : run.lead.length + 1);
}
