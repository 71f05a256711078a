// One article file to an Article: front matter checked, body kept to the letter.
import { basename } from 'node:path';
import type { Article } from '../domain.ts';
import type { Fault } from '../errors.ts';
import { readText } from './files.ts';
import { readYaml } from './readYaml.ts';
import { frontMatterSchema } from './schema.ts';

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;
// `#` and `.` would make passage and statement ids ambiguous, white space could not be typed in a request.
const ARTICLE_ID = /^[\p{L}\p{N}]+(?:[-_][\p{L}\p{N}]+)*$/u;

export function isArticleId(id: string): boolean {
  return ARTICLE_ID.test(id);
}

const DAY_MS = 86_400_000;

/** Reads `<id>.md`. Gives every fault of the file, or the article. */
export async function readArticle(path: string): Promise<{ article: Article } | { faults: Fault[] }> {
  const id = basename(path, '.md');
  const faults: Fault[] = [];
  if (!isArticleId(id)) {
    const reason = 'is the article\'s id and may hold letters, digits, "-" and "_" only: rename the file';
    faults.push({ file: path, field: 'file name', reason });
  }
  const read = await readText(path);
  if ('faults' in read) return { faults: [...faults, ...read.faults] };
  const split = splitFrontMatter(read.text);
  if (split === null) {
    const reason = 'has no front matter: begin with a line "---", then title, outlet, url …, then a line "---"';
    return { faults: [...faults, { file: path, field: '', reason, line: 1 }] };
  }
  const { body } = split;
  if (body.trim() === '') {
    faults.push({ file: path, field: 'body', reason: 'is empty: put the paragraphs below the front matter' });
  }
  const front = readYaml(path, split.front, { schema: frontMatterSchema, firstLine: 2 });
  if ('faults' in front) return { faults: [...faults, ...front.faults] };
  const { publishedOn, retrievedOn } = front.value;
  // One day before is a matter of time zones.
  if (Date.parse(publishedOn) - Date.parse(retrievedOn) > DAY_MS) {
    const reason = `${retrievedOn} lies before ${publishedOn}, the day of publication: correct one of them`;
    const line = front.lineOf(['retrievedOn']);
    faults.push({ file: path, field: 'retrievedOn', reason, ...(line === undefined ? {} : { line }) });
  }
  if (faults.length > 0) return { faults };
  const { updatedOn = null, byline = null, note = null, sameTextAs = null, captions = [], ...required } = front.value;
  return { article: { id, ...required, updatedOn, byline, note, captions, sameTextAs, body, corrections: [] } };
}

/** The YAML between the two lines "---", and what stands below; null: it begins with none. */
export function splitFrontMatter(text: string): { readonly front: string; readonly body: string } | null {
  const match = FRONT_MATTER.exec(text);
  return match?.index === 0 ? { front: match[1] ?? '', body: text.slice(match[0].length) } : null;
}
