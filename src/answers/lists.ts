// `speakers`, `sources`, `source <passage>`: who and what is in the corpus, and one passage with its neighbours.
import type { Statement } from '../domain.ts';
import { RequestError } from '../errors.ts';
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Answer, Note, SpeakerRow } from './answer.ts';
import { findingOf, isOpenPronoun, isOutermost } from './findings.ts';

type Part = Omit<Answer, 'request' | 'searched'>;

/**
 * Everybody who says something under a name, with an entry in speakers.yaml or without, most statements first; unnamed sources apart, each in the article's own words. A "he" that the
 * article leaves open is nobody's row: two of them need not be one person. They are counted in a note.
 */
export function answerSpeakers(index: StoryIndex): Part {
  const { gazetteer } = index.story;
  const groups = new Map<string, Statement[]>();
  const open: string[] = [];
  for (const statement of index.statements()) {
    if (isOpenPronoun(statement)) {
      open.push(statement.speaker.name.toLowerCase());
      continue;
    }
    const key = statement.speaker.speakerId ?? `: ${statement.speaker.name.toLowerCase()}`;
    const group = groups.get(key);
    if (group) group.push(statement);
    else groups.set(key, [statement]);
  }
  const rows = [...groups.values()].flatMap((statements): SpeakerRow[] => {
    const [first] = statements;
    if (!first) return [];
    const id = first.speaker.speakerId;
    const lastSaidOn = statements.reduce<string | null>(
      (latest, { saidOn }) => (saidOn && saidOn.to > (latest ?? '') ? saidOn.to : latest),
      null,
    );
    return [
      {
        name: first.speaker.name,
        isNamed: first.speaker.isNamed,
        speaker: id === null ? null : gazetteer.get(id),
        role: id === null ? null : (gazetteer.roleOn(id, index.asOf)?.title ?? null),
        statements: statements.length,
        lastSaidOn,
      },
    ];
  });
  rows.sort((a, b) => b.statements - a.statements || a.name.localeCompare(b.name, 'en'));
  return {
    reading: null,
    body: {
      kind: 'speakers',
      named: rows.filter(({ isNamed }) => isNamed),
      unnamed: rows.filter(({ isNamed }) => !isNamed),
    },
    total: rows.length,
    notes: open.length === 0 ? [] : [{ kind: 'open-pronouns', statements: open.length, words: [...new Set(open)] }],
  };
}

/** Every article, newest first, withdrawn ones included and marked. Statements that others carry count, as in `speakers`. */
export function answerSources(index: StoryIndex): Part {
  const sources = index.story.articles.map((article) => {
    const passages = index.passagesOf(article.id);
    const statements = new Set(passages.flatMap(({ id }) => index.statementsIn(id))).size;
    return { article, passages: passages.length, statements };
  });
  return { reading: null, body: { kind: 'sources', sources }, total: sources.length, notes: [] };
}

/**
 * The first passage of an article by the article's id; one passage by its own id, unless its outlet took the article back ("cgtn-…#4"), by the id of a statement in it ("…#4.2"), or, with one article, by number ("4", "c1").
 *
 * @throws RequestError `unknown-passage`, with the nearest id that exists.
 */
export function answerSource(index: StoryIndex, wanted: string): Part {
  const id = wanted.replace(/^¶\s*/u, '').replace(/\.\d+$/u, '');
  const [only] = index.story.articles.length === 1 ? index.story.articles : [];
  const passage =
    index.findPassage(id) ??
    index.passagesOf(id)[0] ??
    (only ? index.findPassage(`${only.id}#${id.replace(/^#/u, '')}`) : undefined);
  const article = passage && index.findArticle(passage.articleId);
  if (!passage || !article) {
    const whole = index.findArticle(id.replace(/#.*$/u, '')) ?? only ?? index.story.articles[0];
    const first = whole ? index.passagesOf(whole.id)[0] : undefined;
    const hint = 'Passages are named <article>#<paragraph>; sources lists the articles.';
    throw new RequestError(
      'unknown-passage',
      `No passage is called "${wanted}". ${hint}`,
      first ? `source ${first.id}` : null,
    );
  }
  if (article.status === 'withdrawn') {
    const note: Note = { kind: 'withdrawn-passage', outlet: article.outlet, title: article.title };
    return { reading: null, body: { kind: 'findings', groups: [] }, total: 0, notes: [note] };
  }
  const siblings = index.passagesOf(article.id).filter(({ kind }) => kind === passage.kind);
  const at = siblings.indexOf(passage);
  const statements = index
    .statementsIn(passage.id)
    .filter(isOutermost)
    .map((statement) => findingOf(index, statement, { passageId: passage.id }));
  const view = { passage, article, statements, before: siblings[at - 1] ?? null, after: siblings[at + 1] ?? null };
  return { reading: null, body: { kind: 'passage', view }, total: 1, notes: [] };
}
