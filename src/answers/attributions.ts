// curatedSpeakers(before, after): whose words a curator has corrected since an article was last seen, so that whoever was given them as
// somebody else's is told. What another version of the program reads otherwise is not among them. Plain data, so that it can be kept as JSON.
import type { Article, Correction } from '../domain.ts';
import type { StoryIndex } from '../search/storyIndex.ts';
import type { ArticleSnapshot, Paragraph } from './articleChanges.ts';

export interface Attributions {
  /** Number of the paragraph ("3", "c1"), where the words begin and end in it, and the name they are given under. */
  readonly said: readonly (readonly [paragraph: string, start: number, end: number, name: string])[];
  /** What curators say of who spoke. */
  readonly corrections: readonly Pick<Correction, 'words' | 'speaker' | 'reason'>[];
}

/** One statement that is given under another name than it was. */
export interface CuratedSpeaker {
  readonly kind: Paragraph['kind'];
  /** Where it stands now. */
  readonly number: number;
  /** The printed words that the curator names it by. */
  readonly words: string;
  /** The paragraph's text. */
  readonly text: string;
  /** Null: it was, or is, nobody's. */
  readonly before: string | null;
  readonly after: string | null;
  /** The curator's; null: not given, or what was corrected is as it was read again. */
  readonly reason: string | null;
}

export function attributionsIn(index: StoryIndex, { id, corrections }: Article): Attributions {
  const said = index.passagesOf(id).flatMap((passage) =>
    index.statementsIn(passage.id).flatMap(({ speaker, content }) =>
      content.flatMap(({ passageId, start, end }) => {
        const entry = [nameOf(passage), start, end, speaker.name] as const;
        return passageId === passage.id ? [entry] : [];
      }),
    ),
  );
  const ofSpeakers = corrections.filter(({ speaker }) => speaker !== null);
  return { said, corrections: ofSpeakers.map(({ words, speaker, reason }) => ({ words, speaker, reason })) };
}

/** In the order of the corrections; those that were taken back last. */
export function curatedSpeakers(before: ArticleSnapshot, after: ArticleSnapshot): CuratedSpeaker[] {
  if (!before.attributions || !after.attributions) return [];
  const [old, now] = [before.attributions.corrections, after.attributions.corrections];
  const isIn = (list: Attributions['corrections'], one: Attributions['corrections'][number]): boolean =>
    list.some((other) => other.words === one.words && JSON.stringify(other.speaker) === JSON.stringify(one.speaker));
  const fresh = now.filter((one) => !isIn(old, one));
  const undone = old.filter((one) => !isIn(now, one) && !fresh.some(({ words }) => words === one.words));
  return [...fresh, ...undone.map((one) => ({ ...one, reason: null }))].flatMap(({ words, reason }) => {
    const paragraph = after.paragraphs.find((one) => one.text.includes(words) && nameIn(before, words, one.text));
    if (!paragraph) return [];
    const [was, is] = [nameIn(before, words, paragraph.text), nameIn(after, words, paragraph.text)];
    if (!was || !is || was.name === is.name) return [];
    const { kind, number, text } = paragraph;
    return [{ kind, number, words, text, before: was.name, after: is.name, reason }];
  });
}

/** Under which name the words of a paragraph are given; undefined: there is no such paragraph. */
function nameIn(
  { paragraphs, attributions }: ArticleSnapshot,
  words: string,
  text: string,
): { readonly name: string | null } | undefined {
  const paragraph = paragraphs.find((one) => one.text === text);
  if (!paragraph || !attributions) return undefined;
  const at = text.indexOf(words);
  const own = attributions.said.filter(
    ([name, start, end]) => name === nameOf(paragraph) && start < at + words.length && at < end,
  );
  // The least that has them, as corrections find it.
  const [least] = own.sort(([, a, b], [, c, d]) => b - a - (d - c));
  return { name: least?.[3] ?? null };
}

function nameOf({ kind, number }: Pick<Paragraph, 'kind' | 'number'>): string {
  return kind === 'caption' ? `c${number}` : String(number);
}
