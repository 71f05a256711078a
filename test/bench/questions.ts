// questionsOf(index): requests of every kind that a corpus can answer, made from its own statements, the same for the same seed. Each is
// another one: what is kept from one request to the next must not make the second look fast.
import { type Statement, wordsOf } from '../../src/domain.ts';
import type { StoryIndex } from '../../src/search/storyIndex.ts';
import { createRandom, type Random } from './news/random.ts';

export interface Questions {
  /** "who said, words". */
  readonly kind: string;
  readonly texts: readonly string[];
}

export function questionsOf(index: StoryIndex, count: number, seed = 1): Questions[] {
  const random = createRandom(seed, 'questions');
  const statements = index.statements().filter(({ carriedBy }) => carriedBy === null);
  const { articles } = index.story;
  const make = (kind: string, text: () => string): Questions => ({ kind, texts: Array.from({ length: count }, text) });
  const said = (): Statement => random.pick(statements);
  const by = (is: (statement: Statement) => boolean = () => true): Statement => {
    for (;;) {
      const statement = said();
      if (statement.speaker.isNamed && is(statement)) return statement;
    }
  };
  /** "Varga", and two words of what Varga said. */
  const nameOf = ({ speaker }: Statement): string => speaker.name.replace(/^.*\b(?:Minister|President|leader)\s+/, '');
  const topicOf = (statement: Statement): string => contentWords(index, statement, random).slice(0, 2).join(' ');
  /** A text with a name and with words of what they said. */
  const about = (text: (name: string, topic: string) => string): string => {
    const statement = by((one) => contentWords(index, one, random).length > 1);
    return text(nameOf(statement), topicOf(statement));
  };
  const topic = (): string => topicOf(said());
  const quoted = (least: number, most: number): string => wordsInRow(index, said(), random, least, most).join(' ');
  return [
    make('who said, words', () => `who said ${contentWords(index, said(), random).slice(0, 3).join(' ')}`),
    make('who said, quoted', () => `who said "${quoted(3, 6)}"`),
    make('who said … by', () => about((name, topic) => `who said ${topic} by ${name}`)),
    make('ask, said', () => about((name, topic) => `ask what did ${name} say about ${topic}`)),
    make(
      'ask, other',
      () =>
        `ask ${random.pick(['when was', 'where was', 'how many', 'why was'])} the ${passageWords(index, random).join(' ')}`,
    ),
    make('speaker', () => `speaker ${nameOf(by())}`),
    make('speaker … about', () => about((name, topic) => `speaker ${name} about ${topic}`)),
    make('compare', () => about((name, topic) => `compare ${nameOf(by())} and ${name} on ${topic}`)),
    make('timeline …', () => `timeline ${topic()}`),
    make('timeline', () => 'timeline'),
    make('check, verbatim', () => `check "${quoted(6, 14)}"`),
    make('check, altered', () => `check "${altered(wordsInRow(index, said(), random, 8, 14), random)}"`),
    make(
      'check, a message',
      () => `check ${nameOf(by())} said "${quoted(5, 9)}", and I read "${quoted(5, 9)}" and "${quoted(2, 4)}".`,
    ),
    make('speakers', () => 'speakers'),
    make('sources', () => 'sources'),
    make('source', () => `source ${random.pick(index.shownPassages()).id}`),
    make('statements', () => `statements ${random.pick(articles).id}`),
    make('help', () => 'help'),
    make('what is not there', () => `who said ${random.pick(['zyxomar', 'qwibbles', 'vrontack'])} ${topic()}`),
  ];
}

function contentWords(index: StoryIndex, { content }: Statement, random: Random): string[] {
  const words = content.flatMap((span) => {
    const passage = index.findPassage(span.passageId);
    return passage ? index.tokenize(wordsOf(passage, span)).filter(({ isStop }) => !isStop) : [];
  });
  return shuffled(
    words.map(({ word }) => word),
    random,
  );
}

function wordsInRow(index: StoryIndex, { content }: Statement, random: Random, least: number, most: number): string[] {
  const [span] = content;
  const passage = span && index.findPassage(span.passageId);
  const words = passage ? wordsOf(passage, span).replace(/["“”]/g, '').split(/\s+/) : [];
  const length = Math.min(words.length, least + random.below(most - least + 1));
  const from = random.below(words.length - length + 1);
  return words.slice(from, from + length);
}

function passageWords(index: StoryIndex, random: Random): string[] {
  const passage = random.pick(index.shownPassages());
  const words = index.tokenize(passage.text).filter(({ isStop }) => !isStop);
  const from = random.below(Math.max(1, words.length - 6));
  return words.slice(from, from + 4).map(({ word }) => word);
}

/** A word taken out, and one put in place of another. */
function altered(words: readonly string[], random: Random): string {
  const changed = words.filter((_, at) => at !== Math.floor(words.length / 2));
  changed[random.below(changed.length)] = 'tomorrow';
  return changed.join(' ');
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  return items
    .map((item) => ({ item, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
