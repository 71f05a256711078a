// formatArticle(fields): an article as the text of its file, as a person would write it by hand. articleId(): what its file is called.
import { Document, isMap, isScalar, isSeq, Scalar } from 'yaml';
import type { ArticleId, ArticleStatus, LocalDate } from '../domain.ts';

/** What an article's file holds; null and empty lists are left out of it. */
export interface ArticleFields {
  readonly title: string;
  readonly outlet: string;
  readonly url: string;
  readonly publishedOn: LocalDate;
  readonly updatedOn: LocalDate | null;
  readonly language: string;
  readonly retrievedOn: LocalDate;
  readonly byline: string | null;
  readonly status: ArticleStatus;
  readonly captions: readonly string[];
  readonly note: string | null;
  readonly sameTextAs: ArticleId | null;
  readonly paragraphs: readonly string[];
  /** Lines for curators while the article is held for approval: comments of the front matter, never part of the article. */
  readonly remarks?: readonly string[];
}

/** Begins every remark in the front matter. */
export const REMARK = '# look at: ';

/** Ends with a line break. Texts stay to the letter; paragraphs must hold no line break. */
export function formatArticle(fields: ArticleFields): string {
  const { paragraphs, remarks = [], captions, ...rest } = fields;
  const { title, outlet, url, publishedOn, updatedOn, language, retrievedOn, byline, status, note, sameTextAs } = rest;
  const front = new Document({
    title,
    outlet,
    url,
    publishedOn,
    ...(updatedOn === null ? {} : { updatedOn }),
    language,
    retrievedOn,
    ...(byline === null ? {} : { byline }),
    status,
    ...(captions.length === 0 ? {} : { captions }),
    ...(note === null ? {} : { note }),
    ...(sameTextAs === null ? {} : { sameTextAs }),
  });
  quoteCaptions(front);
  const comments = remarks.map((remark) => `${REMARK}${remark.replace(/[\s\p{Cc}\p{Cs}\ufffd]+/gu, ' ')}\n`).join('');
  return `---\n${comments}${front.toString({ lineWidth: 0 })}---\n\n${paragraphs.join('\n\n')}\n`;
}

/** Captions are prose: in quotation marks nobody has to know what YAML does with a colon. */
function quoteCaptions({ contents }: Document): void {
  const captions = isMap(contents) ? contents.get('captions', true) : undefined;
  if (!isSeq(captions)) return;
  for (const item of captions.items) if (isScalar(item)) item.type = Scalar.QUOTE_DOUBLE;
}

/** The remarks of a file, in its order. */
export function remarksIn(text: string): string[] {
  const [front] = atEnd(text);
  return front.split('\n').flatMap((line) => (line.startsWith(REMARK) ? [line.slice(REMARK.length)] : []));
}

/** Front matter, and what stands below: a paragraph may begin as a remark does. */
function atEnd(text: string): [front: string, body: string] {
  const end = /\n---[ \t]*\r?(?:\n|$)/u.exec(text)?.index ?? text.length;
  return [text.slice(0, end), text.slice(end)];
}

/** The file without its remarks. */
export function withoutRemarks(text: string): string {
  const [front, body] = atEnd(text);
  return (
    front
      .split('\n')
      .filter((line) => !line.startsWith(REMARK))
      .join('\n') + body
  );
}

/**
 * Words of the title in an id, and characters and bytes of an id in all: file systems take 255 bytes, of which the name of a corrections file
 * and of its draft want 50. Chosen by eye.
 */
const TITLE_WORDS = 6;
const MOST_CHARACTERS = 80;
const MOST_BYTES = 180;

/** "cgtn-2026-02-12-trump-tells-netanyahu-he-wants-to": letters and digits of any script, joined by hyphens. */
export function articleId({
  outlet,
  publishedOn,
  title,
}: Pick<ArticleFields, 'outlet' | 'publishedOn' | 'title'>): ArticleId {
  const parts = [...slugOf(outlet), ...publishedOn.split('-'), ...slugOf(title).slice(0, TITLE_WORDS)];
  let id = '';
  for (const part of parts) {
    const longer = id === '' ? part : `${id}-${part}`;
    if (longer.length > MOST_CHARACTERS || Buffer.byteLength(longer) > MOST_BYTES) break;
    id = longer;
  }
  return id;
}

/** Lower-case words without marks and accents of Latin letters; those of other scripts stay as they are. */
function slugOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase();
  return (
    plain
      .replace(/['’`]/gu, '')
      .match(/[\p{L}\p{N}]+/gu)
      ?.map((word) => [...word].slice(0, 30).join('')) ?? []
  );
}
