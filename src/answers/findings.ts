// From a statement or a passage to a Finding: everything a reader must see beside the printed words.
import type { LocalDate, Passage, PassageId, Span, Statement } from '../domain.ts';
import type { Hit } from '../search/hit.ts';
import { articleIdOf, type StoryIndex } from '../search/storyIndex.ts';
import type { Finding, FindingGroup, Grounds } from './answer.ts';
import { isUnreadSaying } from './unread.ts';

interface FindingOptions {
  /** Which passage of a statement that goes over several is shown; that of its cue when not given. */
  readonly passageId?: PassageId;
  readonly matched?: readonly Span[];
  readonly marked?: readonly Span[];
  readonly score?: number;
  readonly grounds?: Grounds | null;
  readonly near?: boolean;
}

/** A finding about one statement. @throws Error for a statement of another index, which is a bug. */
export function findingOf(index: StoryIndex, statement: Statement, options: FindingOptions = {}): Finding {
  const cuePassage = index.findPassage(statement.passageId);
  const passage = index.findPassage(options.passageId ?? shownIn(statement));
  if (!passage || !cuePassage) throw new Error(`statement ${statement.id} has no passage in the index`);
  return {
    ...passageFinding(index, passage, options),
    cuePassage,
    ...speakerOf(index, statement),
    statement,
    isUnread: false,
    besides: [],
    carries: carriedBy(index, statement),
  };
}

/** `[X] told reporters:` has all that was said in the next passage. */
function shownIn({ passageId, content }: Statement): PassageId {
  const hasContent = content.some((span) => span.passageId === passageId);
  return hasContent ? passageId : (content[0]?.passageId ?? passageId);
}

/** A finding about a passage, of which `statement` (if any) is the statement that answers. */
export function passageFinding(index: StoryIndex, passage: Passage, options: FindingOptions = {}): Finding {
  const article = index.findArticle(passage.articleId);
  if (!article) throw new Error(`passage ${passage.id} has no article in the index`);
  const [marked] = options.marked ?? [];
  return {
    passage,
    cuePassage: passage,
    article,
    statement: null,
    isUnread: marked !== undefined && isUnreadSaying(index, passage, marked),
    besides: [
      ...new Set(
        index
          .statementsIn(passage.id)
          .filter(isOutermost)
          .map(({ speaker }) => speaker.name),
      ),
    ],
    carries: [],
    speaker: null,
    role: null,
    matched: options.matched ?? [],
    marked: options.marked ?? [],
    dates: index.datesIn(passage.id),
    score: options.score ?? 0,
    grounds: options.grounds ?? null,
    near: options.near ?? false,
    alsoIn: [],
  };
}

/** A finding about a hit among statements. */
export function hitFinding(index: StoryIndex, hit: Hit<Statement>, near = false): Finding {
  const { passageId, matched, score, factors } = hit;
  return findingOf(index, hit.item, { passageId, matched, score, grounds: { kind: 'statement', factors }, near });
}

/** One group without a heading. */
export function oneGroup(findings: readonly Finding[]): readonly FindingGroup[] {
  return [{ heading: null, findings }];
}

/** The day a statement counts under: when it was said, else when it was published. */
export function dayOf(index: StoryIndex, statement: Statement): LocalDate {
  return statement.saidOn?.to ?? index.findArticle(articleIdOf(statement.passageId))?.publishedOn ?? index.asOf;
}

/** Statements that are shown inside another one's finding ("X, citing Y, reported") are not listed beside it. */
export function isOutermost(statement: Statement): boolean {
  return statement.carriedBy === null;
}

/** "He", "they", of whom the article leaves open who is meant: two of them need not be one person. */
export function isOpenPronoun({ speaker }: Statement): boolean {
  return speaker.resolvedBy === null && /^(?:he|she|they|it)$/iu.test(speaker.name);
}

function speakerOf(index: StoryIndex, statement: Statement): Pick<Finding, 'speaker' | 'role'> {
  const { gazetteer } = index.story;
  const id = statement.speaker.speakerId;
  if (id === null) return { speaker: null, role: null };
  return { speaker: gazetteer.get(id), role: gazetteer.roleOn(id, dayOf(index, statement))?.title ?? null };
}

function carriedBy(index: StoryIndex, statement: Statement): readonly Statement[] {
  return index.statementsIn(statement.passageId).filter((other) => other.carriedBy === statement.id);
}
