// resolveDescription(words, …): "the official", "the foreign minister", "the two allies" taken back to whom the article means; and
// what each statement and each named person leaves behind to be taken up so.
import type { Resolution, Statement } from '../../domain.ts';
import { pattern } from '../../patterns.ts';
import type { Cast, Person } from '../cast/cast.ts';
import { isPersonNoun, type Label, readDescription, readLabel } from '../cast/labels.ts';
import { readJoint } from './joint.ts';
import type { Place, Referent, Referents } from './referents.ts';
import { isPronoun } from './resolvePronouns.ts';

/** The head under which sources of two or more names are kept: "the two allies" has another noun. */
const TOGETHER = '(together)';

/** Undefined: nobody before it fits, or two do. */
export function resolveDescription(words: string, place: Place, referents: Referents): Resolution | undefined {
  const label = readDescription(words);
  if (!label) return undefined;
  const isTogether = label.count !== null && label.count > 1 && label.modifiers.length === 0;
  const found =
    referents.find(label, place) ?? (isTogether ? referents.find({ ...label, head: TOGETHER }, place) : undefined);
  if (!found) return undefined;
  const { speakerId, name, isNamed, words: antecedent, reason } = found;
  return { speakerId, name, isNamed, resolvedBy: 'description', antecedent, reason };
}

/** What the people named in a passage may be taken up as. To be called before its statements. */
export function addPeople(passageId: string, passage: number, cast: Cast, referents: Referents): void {
  const added = new Set<Person>();
  for (const { person, start, end } of cast.mentionsIn(passage)) {
    if (!person || added.has(person)) continue;
    added.add(person);
    for (const label of person.labels) {
      const { speakerId, name } = person;
      const words = { passageId, start, end };
      referents.add(label, { speakerId, name, isNamed: true, words, reason: 'office-before' }, { passage, start });
    }
  }
}

/** What the source of a statement may be taken up as. `words` are the source's. */
export function addSource(
  { speaker, source, cue }: Statement,
  words: string,
  given: { readonly passage: number; readonly isPerson: boolean; readonly referents: Referents },
): void {
  if (source === null || isPronoun(words)) return;
  const { speakerId, name, isNamed } = speaker;
  const referent: Referent = {
    speakerId,
    name,
    isNamed,
    words: speaker.antecedent ?? source,
    reason: 'speaker-before',
  };
  const isReport = cue.sense === 'reported' && !given.isPerson;
  const labels = given.isPerson ? labelsBeside(words) : labelsOf(speaker, words);
  for (const label of isReport ? [...labels, ...REPORT] : labels) {
    given.referents.add(label, referent, { passage: given.passage, start: source.start });
  }
}

const PLURAL_TITLE = pattern(String.raw`^(\p{Lu}\p{Ll}+)s\s`);

/** "Roarke and Whitfield" may be "the two allies", "Senators Vale and Reis" also "the senators". */
function togetherLabels(words: string, count: number): Label[] {
  const title = PLURAL_TITLE.exec(words)?.[1]?.toLowerCase() ?? '';
  const heads = isPersonNoun(title) ? [TOGETHER, `${title}s`] : [TOGETHER];
  return heads.map((head) => ({ head, modifiers: [], count }));
}

/** "Dolen's spokesman, Hamo Reis": what stands before the name; everything else that a named person is, the cast knows. */
function labelsBeside(words: string): Label[] {
  const label = words.includes(', ') ? readLabel(words) : null;
  return label && isPersonNoun(label.head) ? [label] : [];
}

/** What the source of a report may be called: "the report said". */
const REPORT: readonly Label[] = ['report', 'newspaper'].map((head) => ({ head, modifiers: [], count: null }));

function labelsOf({ name, isNamed, resolvedBy }: Resolution, words: string): Label[] {
  const own = readLabel(isNamed ? words : name);
  const members = isNamed ? readJoint(name, () => true) : null;
  // "The captain" whom nobody explains would only lead back to "the captain".
  const isBare = resolvedBy === null && /^the\s+\S+$/i.test(words);
  return [
    ...(own && !isBare && members === null ? [own] : []),
    ...(members ? togetherLabels(words, members.length) : []),
  ];
}
