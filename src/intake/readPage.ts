// readPage(html, {address}): what is found of an article in a page, each field with where it was found. The orders of the sources stand in headline.ts, publication.ts,
// addresses.ts and languages.ts. The page is data: nothing in it runs, nothing that it names is loaded, and words in it are words to quote.
import type { LocalDate } from '../domain.ts';
import { IntakeError } from '../errors.ts';
import { chooseAddress, hostOf, type NamedAddress } from './addresses.ts';
import { type Body, readBody } from './body.ts';
import { parsePage } from './dom.ts';
import type { Doubt, Draft, Found, Origin } from './draft.ts';
import { isFurniture } from './furniture.ts';
import { chooseByline, chooseOutlet, chooseTitle } from './headline.ts';
import { type LinkedArticle, readJsonLd } from './jsonLd.ts';
import { chooseLanguage } from './languages.ts';
import { tidyMarkup } from './markup.ts';
import { countWords, damageOf, isMisleading, printed, undamaged } from './printed.ts';
import { chooseDays } from './publication.ts';
import { sizeDoubts } from './size.ts';
import { type Marked, statusOf } from './status.ts';
import { type Survey, surveyPage } from './survey.ts';

export interface PageContext {
  /** Where the page was fetched from, after redirects; null: it is a file. */
  readonly address: string | null;
  /** Days behind it are not taken; left out: not known. */
  readonly today?: LocalDate | null;
}

/** Fewer words may be the beginning of an article only. A page that does not call itself an article needs `least`. */
const WORDS = { few: 80, fewIfPaid: 250, least: 25 };

/**
 * @throws IntakeError `markup` for what is no page of news by its size, `no-article`, `encoding` where the text is damaged
 */
export function readPage(html: string, { address, today = null }: PageContext): Draft {
  const markup = tidyMarkup(html);
  const document = parsePage(markup.html);
  const survey = surveyPage(document);
  const linked = readJsonLd(markup.jsonLd);

  const { outlet, doubts: ofOutlet } = chooseOutlet(survey, linked, address === null ? null : hostOf(address));
  const name = outlet === null || outlet.from === 'guess' ? null : outlet.value;
  const { title, doubts: ofTitle } = chooseTitle(survey, linked, name);
  const byline = chooseByline(survey, linked, name);
  const { url, doubts: ofUrl } = chooseAddress(address, addressesIn(survey, linked));
  const days = chooseDays(survey, linked, address ?? url?.value ?? null, today);

  const known = {
    title: title?.value ?? null,
    byline: byline?.value ?? null,
    isLiveBlog: survey.isLiveBlog || linked?.isLiveBlog === true,
  };
  const shown = readBody(document, survey, known);
  const { paragraphs, from, furniture, doubts: ofBody } = withLinkedBody(shown, linked);
  if (!isArticle(paragraphs, shown, survey, linked)) {
    throw new IntakeError(
      'no-article',
      "No article was found in the page. Save the article's text in a .txt file and add that.",
    );
  }
  const texts = paragraphs.map((paragraph) => paragraph.text);
  refuseDamage([title?.value ?? '', ...texts, ...shown.captions]);
  const { language, doubts: ofLanguage } = chooseLanguage(
    languagesIn(survey, linked, markup.lang),
    texts.join('\n') || shown.captions.join('\n'),
  );
  const notice = statusOf(paragraphs);

  return {
    title,
    outlet,
    byline,
    publishedOn: days.publishedOn,
    updatedOn: days.updatedOn,
    url,
    language,
    status: notice === null ? { value: 'usable', from: 'guess' } : { value: notice.status, from: 'text' },
    paragraphs: texts,
    captions: shown.captions,
    leftOut: [...shown.leftOut, ...furniture].map(undamaged),
    doubts: [
      ...ofTitle,
      ...ofOutlet,
      ...ofUrl,
      ...days.doubts,
      ...ofLanguage,
      ...ofBody,
      ...lengthDoubts(texts, shown, from, survey.isPaid || linked?.isPaid === true),
      ...sizeDoubts(texts),
      ...(notice === null ? [] : [{ field: 'status' as const, reason: `a paragraph says so: "${notice.text}"` }]),
    ].map((doubt) => ({ ...doubt, reason: undamaged(doubt.reason) })),
  };
}

function addressesIn(survey: Survey, linked: LinkedArticle | null): NamedAddress[] {
  const named: [string | null | undefined, Origin][] = [
    [survey.canonical, 'html'],
    [survey.metas.get('og:url')?.[0], 'open-graph'],
    [linked?.url, 'json-ld'],
  ];
  return named.flatMap(([value, from]) => (value ? [{ value, from }] : []));
}

function languagesIn(
  survey: Survey,
  linked: LinkedArticle | null,
  lang: string | null,
): { value: string; from: Origin }[] {
  const said: [string | null | undefined, Origin][] = [
    [lang, 'html'],
    [survey.metas.get('og:locale')?.[0], 'open-graph'],
    [
      survey.metas.get('content-language')?.[0] ??
        survey.metas.get('inlanguage')?.[0] ??
        survey.metas.get('language')?.[0],
      'meta',
    ],
    [linked?.language, 'json-ld'],
  ];
  return said.flatMap(([value, from]) => (value ? [{ value, from }] : []));
}

/** Where the page shows less than a third of what its JSON-LD has, the script that would show it did not run: that is the text. */
function withLinkedBody(
  shown: Body,
  linked: LinkedArticle | null,
): { paragraphs: readonly Marked[]; from: Origin; furniture: readonly string[]; doubts: Doubt[] } {
  const lengthShown = shown.paragraphs.reduce((sum, paragraph) => sum + paragraph.text.length, 0);
  const text = linked?.body ?? '';
  if (text.length < 100 || lengthShown * 3 > text.length)
    return { paragraphs: shown.paragraphs, from: 'html', furniture: [], doubts: [] };
  const lines = text
    .split(/\n\s*\n|\r?\n/)
    .map(printed)
    .filter((line) => line !== '');
  const kept = lines.filter((line) => !isFurniture(line));
  const one = kept.length === 1 && countWords(text) > 150 ? ', without its paragraphs' : '';
  const reason = `the text is from the page's JSON-LD${one}: compare it with what a browser shows`;
  return {
    paragraphs: kept.map((line) => ({ text: line, isApart: false })),
    from: 'json-ld',
    furniture: lines.filter((line) => !kept.includes(line)),
    doubts: [{ field: 'body', reason }],
  };
}

function isArticle(paragraphs: readonly Marked[], shown: Body, survey: Survey, linked: LinkedArticle | null): boolean {
  const words = paragraphs.reduce((sum, paragraph) => sum + countWords(paragraph.text), 0);
  const isSaid =
    linked !== null ||
    survey.metas.get('og:type')?.[0]?.toLowerCase() === 'article' ||
    survey.candidates.slice(0, 3).some((level) => level.length > 0);
  if (isSaid) return words > 2 || shown.captions.length > 0;
  return words >= WORDS.least;
}

function lengthDoubts(texts: readonly string[], shown: Body, from: Origin, isPaid: boolean): Doubt[] {
  const doubts: Doubt[] = [];
  const words = texts.reduce((sum, text) => sum + countWords(text), 0);
  if (words < (isPaid ? WORDS.fewIfPaid : WORDS.few)) {
    doubts.push({ field: 'body', reason: `only ${words} words; the page may be cut` });
  }
  if (from !== 'html') return doubts;
  if (shown.by === 'nothing')
    doubts.push({ field: 'body', reason: 'the page does not say where its article is: look through the paragraphs' });
  if (shown.isStruck) doubts.push({ field: 'body', reason: 'words in it are struck out on the page' });
  if (isMisleading(shown.raw)) {
    doubts.push({
      field: 'body',
      reason: 'the text held invisible characters that change the direction of what is shown; they were taken out',
    });
  }
  return doubts;
}

/** The corpus takes no text that a wrong conversion has damaged. */
function refuseDamage(texts: readonly Found<string>['value'][]): void {
  for (const text of texts) {
    const damage = damageOf(text);
    if (damage === null) continue;
    const start = undamaged(text.slice(0, 60));
    throw new IntakeError(
      'encoding',
      `The page holds the character ${damage}, which no printed text has, in "${start}". Copy the article's text from a browser into a .txt file and add that.`,
    );
  }
}
