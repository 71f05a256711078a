// formAt(index, tokens, at): what a word, or words that are one name or term, is compared by. Equal where two outlets mean the same:
// the same stem, terms that terms.yaml holds for one, names of one speaker, "13" and "thirteen".
import type { SpeakerId, Statement } from '../../domain.ts';
import { stems } from '../../search/query.ts';
import type { StoryIndex } from '../../search/storyIndex.ts';
import type { Token } from '../../search/tokens.ts';
import { dayOf } from '../findings.ts';
import { numberOf } from './opposites.ts';

/** `length`: how many tokens from `at` on have this form. */
export function formAt(
  index: StoryIndex,
  tokens: readonly Token[],
  at: number,
): { readonly form: string; readonly length: number } {
  const { word = '', stem = '' } = tokens[at] ?? {};
  return longest(namesOf(index), tokens, at) ?? { form: numberOf(word) ?? stem, length: 1 };
}

/** True for forms of names of the speaker and of whom the speaker speaks for: "Iran" where Iran's minister speaks. */
export function ownNames(index: StoryIndex, statement: Statement): (form: string) => boolean {
  const { formsOf } = namesOf(index);
  const { gazetteer } = index.story;
  const { speakerId, name } = statement.speaker;
  if (speakerId === null) {
    const own = stems(index.tokenize(name));
    return (form) => own.includes(form);
  }
  const role = gazetteer.roleOn(speakerId, dayOf(index, statement));
  const sides = [speakerId, role?.speaksFor, gazetteer.get(speakerId).speaksFor];
  return (form) => sides.some((side) => side && formsOf.get(side)?.has(form) === true);
}

/** Names and terms by their first stem, each with what it is compared by. */
interface Names {
  readonly sequences: ReadonlyMap<string, readonly { readonly stems: readonly string[]; readonly form: string }[]>;
  /** Forms of each speaker's names. */
  readonly formsOf: ReadonlyMap<SpeakerId, ReadonlySet<string>>;
}

const known = new WeakMap<StoryIndex, Names>();

function namesOf(index: StoryIndex): Names {
  const kept = known.get(index);
  if (kept) return kept;
  const stemsOf = (words: string): string[] => stems(index.tokenize(words));
  const formOf = new Map<string, string>();
  const formsOf = new Map<SpeakerId, ReadonlySet<string>>();
  index.story.terms.forEach(({ words }, group) => {
    for (const term of words) formOf.set(stemsOf(term).join(' '), `=${group}`);
  });
  for (const { id, name, aliases } of index.story.gazetteer.speakers) {
    const keys = [name, ...aliases].map((one) => stemsOf(one).join(' ')).filter((key) => key !== '');
    const form = keys.map((key) => formOf.get(key)).find((one) => one !== undefined) ?? `@${id}`;
    for (const key of keys) if (!formOf.has(key)) formOf.set(key, form);
    formsOf.set(id, new Set(keys.flatMap((key) => formOf.get(key) ?? [])));
  }
  const sequences = new Map<string, { stems: string[]; form: string }[]>();
  for (const [key, form] of formOf) {
    const own = key.split(' ');
    const [first = ''] = own;
    sequences.set(first, [...(sequences.get(first) ?? []), { stems: own, form }]);
  }
  const names = { sequences, formsOf };
  known.set(index, names);
  return names;
}

/** The longest name or term that begins at a token, function words within it skipped. */
function longest(
  { sequences }: Names,
  tokens: readonly Token[],
  at: number,
): { readonly form: string; readonly length: number } | undefined {
  let best: { form: string; length: number } | undefined;
  for (const { stems: wanted, form } of sequences.get(tokens[at]?.stem ?? '') ?? []) {
    let next = at;
    for (const stem of wanted) {
      while (next > at && tokens[next]?.isStop === true && tokens[next]?.stem !== stem) next += 1;
      if (tokens[next]?.stem !== stem) {
        next = at;
        break;
      }
      next += 1;
    }
    if (next - at > (best?.length ?? 0)) best = { form, length: next - at };
  }
  return best;
}
