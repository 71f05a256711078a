// speakerOffers, outletOffers: who says something in the corpus and where it is printed, the most first.
import type { StoryIndex } from '../../search/storyIndex.ts';
import { articleIdOf } from '../../search/storyIndex.ts';
import { createTokenizer } from '../../search/tokens.ts';
import { isOutermost } from '../findings.ts';
import { statementsOfSide } from '../reading/filters.ts';
import { outletNamed, outletsOf } from '../reading/outlets.ts';
import { findSource } from '../reading/sources.ts';
import { type Choice, counted, type Offers, shortened } from './choices.ts';
import { buildLookUp, type LookUp, type RowWords } from './lookUp.ts';
import { readBack } from './readBack.ts';
import { inSlices, SLICE } from './slices.ts';

interface Named {
  /** In the form in which the grammar reads it back. */
  readonly value: string;
  /** What the label says first, which may be shortened, and last. */
  readonly shown: string;
  readonly note: string;
  readonly count: number;
  readonly words: RowWords;
}

/** Without the transliterations of the corpus: whoever types "Araqc" has not typed a whole one yet. */
const tokenize = createTokenizer([]);
const wordsOf = (text: string): string[] => tokenize(text).map(({ word }) => word);

export function speakerOffers(index: StoryIndex): Offers {
  return offersOf(function* () {
    const named = index.story.gazetteer.speakers.flatMap((speaker): Named[] => {
      const { id, name, aliases, spellings, roles } = speaker;
      const value = index.story.gazetteer.find(name, index.asOf)?.speaker === speaker ? nameValue(name) : null;
      const own = index.statementsBy(id).length;
      const ofSide = own > 0 ? own : statementsOfSide(index, speaker).length;
      if (value === null || ofSide === 0) return [];
      const role = index.story.gazetteer.roleOn(id, index.asOf)?.title;
      const variants = spellings.flatMap((spelling) => spelling.variants);
      const names = [name, ...aliases, ...variants, ...roles.flatMap(({ title, names }) => [title, ...names])];
      return [
        {
          value,
          shown: role === undefined ? name : `${name}, ${role}`,
          note: counted(ofSide, 'statement') + (own > 0 ? '' : ' by those who speak for it'),
          count: own,
          words: [wordsOf(name), ...names.map(bareWords)],
        },
      ];
    });
    yield;
    const unnamed = new Map<string, number>();
    for (const { speaker } of index.statements()) {
      if (speaker.speakerId === null) unnamed.set(speaker.name, (unnamed.get(speaker.name) ?? 0) + 1);
    }
    let seen = 0;
    for (const [name, count] of unnamed) {
      seen += 1;
      if (seen % SLICE === 0) yield;
      const value = isSource(index, name) ? nameValue(name) : null;
      if (value === null) continue;
      named.push({
        value,
        shown: name,
        note: counted(count, 'statement'),
        count,
        words: [wordsOf(name), bareWords(name)],
      });
    }
    return named.sort((a, b) => b.count - a.count || (a.shown < b.shown ? -1 : 1));
  });
}

/** "He" may be anybody; a source that is called as somebody with an entry is that one. */
function isSource(index: StoryIndex, name: string): boolean {
  if (index.story.gazetteer.find(name, index.asOf) || outletNamed(index, name) !== undefined) return false;
  return findSource(index, name, 'exact first')?.wider.length === 0;
}

/** "The Iranian foreign minister" is found by "iranian": every third name begins with "the". */
function bareWords(name: string): string[] {
  const words = wordsOf(name);
  return words.length > 1 && /^(?:the|an?)$/.test(words[0] ?? '') ? words.slice(1) : words;
}

/** A name, in quotation marks where a request reads it only so; null where none does. */
function nameValue(name: string): string | null {
  const isRead = (value: string): boolean => {
    const [speaker, compared] = [readBack(`speaker ${value}`), readBack(`compare ${value} and ${value}`)];
    const said = readBack(`who said x by ${value}`);
    return (
      speaker?.kind === 'speaker' &&
      speaker.name === name &&
      speaker.about === null &&
      compared?.kind === 'compare' &&
      compared.a === name &&
      compared.b === name &&
      said?.kind === 'who-said' &&
      said.by === name
    );
  };
  return inMarksIfNeeded(name, isRead);
}

function inMarksIfNeeded(name: string, isRead: (value: string) => boolean): string | null {
  return [name, `“${name}”`].find(isRead) ?? null;
}

/** Outlets in which somebody says something, by the number of their articles. */
export function outletOffers(index: StoryIndex): Offers {
  return offersOf(function* () {
    const heard = new Set(
      index
        .statements()
        .filter(isOutermost)
        .map(({ passageId }) => index.findArticle(articleIdOf(passageId))?.outlet),
    );
    yield;
    const articles = new Map<string, number>();
    for (const { outlet, status } of index.story.articles)
      if (status !== 'withdrawn') articles.set(outlet, (articles.get(outlet) ?? 0) + 1);
    const speakers = index.story.gazetteer.speakers.filter(({ kind }) => kind === 'outlet');
    const named = outletsOf(index).flatMap((outlet): Named[] => {
      const value = heard.has(outlet) && outletNamed(index, outlet) === outlet ? outletValue(outlet) : null;
      if (value === null) return [];
      const count = articles.get(outlet) ?? 0;
      const entry = speakers.find(({ name }) => name === outlet);
      const words = [wordsOf(outlet), ...[outlet, ...(entry?.aliases ?? [])].map(bareWords)];
      return [{ value, shown: outlet, note: counted(count, 'article'), count, words }];
    });
    return named.sort((a, b) => b.count - a.count || (a.shown < b.shown ? -1 : 1));
  });
}

function outletValue(outlet: string): string | null {
  return inMarksIfNeeded(outlet, (value) => {
    const said = readBack(`who said x outlet:${value}`);
    return said?.kind === 'who-said' && said.outlet === outlet;
  });
}

function offersOf(namedIn: () => Generator<void, readonly Named[]>): Offers {
  const made = inSlices(function* (): Generator<void, { rows: readonly Named[]; lookUp: LookUp }> {
    const rows = yield* namedIn();
    return { rows, lookUp: yield* buildLookUp(rows.map(({ words }) => words)) };
  });
  return {
    steps: () => made.steps(),
    *offer(typed, room): Generator<Choice> {
      const { rows, lookUp } = made.get();
      for (const row of lookUp.find(bareWords(typed), room.choices * 2)) {
        const { value, shown, note } = rows[row] as Named;
        // How much is said is told also of a long name.
        yield { value, label: `${shortened(shown, Math.max(1, room.units - note.length - 3))} · ${note}` };
      }
    },
  };
}
