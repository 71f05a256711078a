// `help`: how each request is typed, with an example that this corpus answers. Examples are made from the corpus and tried
// before they are shown; a request for which none answers is shown without one.
import type { Statement } from '../domain.ts';
import { type Request, USAGE } from '../requests/request.ts';
import { articleIdOf, type StoryIndex } from '../search/storyIndex.ts';
import type { Answer, Example } from './answer.ts';
import { isOutermost } from './findings.ts';

/** Answers a request; gives the number of matches, 0 when it can't be read. */
export type Try = (text: string) => number;

export function answerHelp(index: StoryIndex, attempt: Try): Omit<Answer, 'request' | 'searched'> {
  const candidates = candidatesOf(index);
  const examples = (Object.keys(USAGE) as Request['kind'][]).map((kind): Example => {
    const text = candidates[kind].find((candidate) => attempt(candidate) > 0) ?? '';
    return { usage: USAGE[kind], text };
  });
  return { reading: null, body: { kind: 'help', examples }, total: 0, notes: [] };
}

/** Of the newest articles; with more statements examples are no better, and their making takes as many times as long. Chosen by eye. */
const MOST_STATEMENTS = 400;

function candidatesOf(index: StoryIndex): Record<Request['kind'], string[]> {
  const statements = index.statements().filter(isOutermost).slice(0, MOST_STATEMENTS);
  const named = statements.filter((statement) => statement.speaker.speakerId !== null);
  const names = byCount(named.map((statement) => shortName(index, statement)));
  const quoted = statements.flatMap((statement) => quotedRuns(index, statement)).sort((a, b) => a.length - b.length);
  const topics = topicsOf(index, named);
  const [first = ''] = names;
  const pairs = names.slice(1).flatMap((other) => topics.map((topic) => `compare ${first} and ${other} on ${topic}`));
  // The outlet's own words beside a day tell of an event; where somebody speaks, the day is that of the speaking.
  const events = index.story.dates
    .filter((date) => index.statementsIn(date.passageId).length === 0)
    .slice(0, MOST_STATEMENTS);
  const places = events.flatMap((date) => whenQuestion(index, date.passageId));
  return {
    'who-said': quoted.map((words) => `who said "${words}"`),
    ask: [...places, ...names.flatMap((name) => topics.map((topic) => `ask what did ${name} say about ${topic}`))],
    speaker: names
      .slice()
      .reverse()
      .flatMap((name) => topics.map((topic) => `speaker ${name} about ${topic}`)),
    compare: pairs,
    timeline: [...topics.map((topic) => `timeline ${topic}`), 'timeline'],
    check: quoted.map((words) => `check "${words}"`),
    speakers: [],
    sources: [],
    source: statements.map((statement) => `source ${statement.passageId}`),
    statements: index.story.articles.map(({ id }) => `statements ${id}`),
    help: [],
    fact: quoted.map((words) => `when: who said "${words}"`),
  };
}

/** Three to eight words printed within quotation marks. */
function quotedRuns(index: StoryIndex, statement: Statement): string[] {
  return statement.content.flatMap(({ passageId, start, end }) =>
    [...(index.findPassage(passageId)?.text ?? '').slice(start, end).matchAll(/["“]([^"“”]+?)[.,]?["”]/gu)].flatMap(
      (match) => {
        const words = match[1] ?? '';
        const count = words.split(/\s+/u).length;
        return count >= 3 && count <= 8 ? [words] : [];
      },
    ),
  );
}

/** Words that two named speakers use, in the form that suits a question: comparing them on these gives both sides. */
function topicsOf(index: StoryIndex, named: readonly Statement[]): string[] {
  const users = new Map<string, { forms: Map<string, Set<string>>; speakers: Set<string> }>();
  for (const statement of named) {
    for (const { passageId, start, end } of statement.content) {
      for (const token of index.tokenize((index.findPassage(passageId)?.text ?? '').slice(start, end))) {
        if (token.isStop || token.word.length < 5) continue;
        const id = statement.speaker.speakerId ?? '';
        const entry = users.get(token.stem) ?? { forms: new Map(), speakers: new Set() };
        entry.speakers.add(id);
        entry.forms.set(token.word, (entry.forms.get(token.word) ?? new Set()).add(id));
        users.set(token.stem, entry);
      }
    }
  }
  return [...users.values()]
    .filter(({ speakers }) => speakers.size > 1)
    .map(({ forms, speakers }) => ({ words: commonForm(forms), speakers }))
    .sort((a, b) => b.speakers.size - a.speakers.size || a.words.localeCompare(b.words))
    .map(({ words }) => words)
    .slice(0, 8);
}

/** The plural where it is printed too ("missiles"), else the form that most speakers print. */
function commonForm(forms: ReadonlyMap<string, ReadonlySet<string>>): string {
  const sorted = [...forms].sort((a, b) => b[1].size - a[1].size).map(([form]) => form);
  return sorted.find((form) => form.endsWith('s') && forms.has(form.slice(0, -1))) ?? sorted[0] ?? '';
}

/** "talks … in Oman's capital, Muscat": a place that the passage names beside a day. */
function whenQuestion(index: StoryIndex, passageId: string): string[] {
  const text = index.findPassage(passageId)?.text ?? '';
  const event = /\b(talks|meeting|summit|negotiations)\b/iu.exec(text)?.[1];
  const place = /\bin (?:\p{Lu}\p{L}+'s capital, )?(\p{Lu}\p{L}{4,})/u.exec(text)?.[1];
  const title = index.findArticle(articleIdOf(passageId))?.title ?? '';
  return event !== undefined && place !== undefined && !title.includes(place)
    ? [`ask when were the ${event.toLowerCase()} in ${place}`]
    : [];
}

function shortName(index: StoryIndex, statement: Statement): string {
  const speaker = index.story.gazetteer.get(statement.speaker.speakerId ?? '');
  return speaker.kind === 'person'
    ? (speaker.name.split(' ').at(-1) ?? speaker.name)
    : (speaker.aliases[0] ?? speaker.name);
}

function byCount(items: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([item]) => item);
}
