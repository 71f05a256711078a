// chooseDays(…): on which day an article was published, and on which it was last changed, by the first source in this order that names a day:
// JSON-LD, article:published_time, other meta elements, itemprop, <time>, the address, a date that is printed beside the article.
// Sources that are more than a day apart are a doubt. Days before the web, and behind today where that is given, are not taken.
import type { LocalDate } from '../domain.ts';
import { dayInAddress, dayPrinted, daysApart } from './days.ts';
import { type PageElement, upFrom, wordsOfClass } from './dom.ts';
import type { Doubt, Found, Origin } from './draft.ts';
import type { LinkedArticle } from './jsonLd.ts';
import type { Survey } from './survey.ts';
import { isHidden, zoneOf } from './zones.ts';

interface Said {
  readonly from: Origin;
  /** In words: "JSON-LD". */
  readonly by: string;
  readonly day: LocalDate;
}

export interface Days {
  readonly publishedOn: Found<LocalDate> | null;
  readonly updatedOn: Found<LocalDate> | null;
  readonly doubts: readonly Doubt[];
}

/** No page of news is older. */
const FIRST: LocalDate = '1990-01-01';
const PUBLISHED = [
  ...[
    'pubdate',
    'publishdate',
    'publish-date',
    'publish_date',
    'publicationdate',
    'publication_date',
    'published',
    'datepublished',
    'date_published',
    'parsely-pub-date',
  ],
  ...[
    'sailthru.date',
    'dc.date',
    'dc.date.issued',
    'dcterms.date',
    'dcterms.created',
    'dcterms.issued',
    'dc.date.created',
    'cxenseparse:recs:publishtime',
    'bt:pubdate',
  ],
  ...[
    'article.published',
    'originalpublicationdate',
    'rnews:datepublished',
    'citation_publication_date',
    'citation_date',
    'article_date_original',
    'og:published_time',
    'date',
  ],
];
const MODIFIED = [
  'datemodified',
  'lastmod',
  'last-modified',
  'dcterms.modified',
  'dc.date.modified',
  'modified',
  'revised',
  'article.updated',
  'article_date_modified',
];

/** @param today - null: not known, and no day is behind it */
export function chooseDays(
  survey: Survey,
  linked: LinkedArticle | null,
  address: string | null,
  today: LocalDate | null,
): Days {
  const doubts: Doubt[] = [];
  const usable = (said: Said): boolean => {
    // The sun rises earlier elsewhere: tomorrow is no mistake.
    const isFuture = today !== null && said.day > today && daysApart(said.day, today) > 1;
    if (said.day >= FIRST && !isFuture) return true;
    const why = isFuture ? 'is in the future' : 'is before there were pages of news';
    doubts.push({ field: 'publishedOn', reason: `${said.by} has ${said.day}, which ${why}` });
    return false;
  };

  const published = [
    ...daysOf('json-ld', 'JSON-LD', [linked?.datePublished]),
    ...daysOf('open-graph', 'article:published_time', survey.metas.get('article:published_time')),
    ...daysOf(
      'meta',
      'a meta element',
      PUBLISHED.flatMap((name) => survey.metas.get(name) ?? []),
    ),
    ...daysOf('html', 'itemprop', propertyOf(survey, 'datepublished') ?? propertyOf(survey, 'datecreated')),
    ...daysOf('time', 'a time element', timesOf(survey, false).slice(0, 1)),
    ...daysOf('address', 'the address', address === null ? [] : [dayInAddress(address)]),
  ].filter(usable);
  const first = published[0] ?? visibleDay(survey, usable);
  for (const other of published.slice(1)) {
    if (first === null || daysApart(first.day, other.day) <= 1) continue;
    doubts.push({ field: 'publishedOn', reason: `${first.by} has ${first.day}, ${other.by} ${other.day}` });
  }
  if (first?.from === 'html' && published.length === 0) {
    doubts.push({
      field: 'publishedOn',
      reason: `${first.day} is printed beside the text; nothing in the page says that it is the day of publication`,
    });
  }
  if (first === null) return { publishedOn: null, updatedOn: null, doubts };

  const modified = [
    ...daysOf('json-ld', 'JSON-LD', [linked?.dateModified]),
    ...daysOf(
      'open-graph',
      'article:modified_time',
      survey.metas.get('article:modified_time') ?? survey.metas.get('og:updated_time'),
    ),
    ...daysOf(
      'meta',
      'a meta element',
      MODIFIED.flatMap((name) => survey.metas.get(name) ?? []),
    ),
    ...daysOf('html', 'itemprop', propertyOf(survey, 'datemodified')),
    ...daysOf('time', 'a time element', timesOf(survey, true)),
  ].filter((said) => today === null || said.day <= today || daysApart(said.day, today) <= 1);
  const changed = modified[0];
  const publishedOn = { value: first.day, from: first.from };
  if (changed === undefined || changed.day <= first.day) return { publishedOn, updatedOn: null, doubts };
  return { publishedOn, updatedOn: { value: changed.day, from: changed.from }, doubts };
}

/** Different days of one kind of source, in order. */
function daysOf(from: Origin, by: string, values: readonly (string | null | undefined)[] | undefined): Said[] {
  const days = (values ?? []).flatMap((value) => (typeof value === 'string' ? (dayPrinted(value) ?? []) : []));
  return [...new Set(days)].map((day) => ({ from, by, day }));
}

function propertyOf(survey: Survey, name: string): readonly string[] | undefined {
  const inMeta = survey.metas.get(name);
  const elements = survey.properties
    .get(name)
    ?.map(
      (element) => element.getAttribute('content') ?? element.getAttribute('datetime') ?? element.textContent ?? '',
    );
  return inMeta ?? elements;
}

/** Of `<time>`: those beside the article, changed or published by what their class says. */
function timesOf(survey: Survey, isUpdate: boolean): string[] {
  return survey.times
    .filter(
      (time) =>
        isBeside(time, survey) &&
        wordsOfClass(time)
          .concat(wordsAround(time))
          .some((word) => /^(?:updated?|modified|lastmod)$/.test(word)) === isUpdate,
    )
    .map((time) => time.getAttribute('datetime') ?? time.textContent ?? '');
}

function wordsAround(element: PageElement): string[] {
  const parent = element.parentNode;
  const before = parent === null ? '' : (parent.textContent ?? '').slice(0, 40);
  const words = parent === null ? [] : wordsOfClass(parent);
  // "Published … Updated …" in one element says nothing of either.
  return /^\s*(?:last )?(?:updated|modified)\b/i.test(before)
    ? [...words, 'updated']
    : words.filter((word) => word !== 'updated' || !/published/i.test(before));
}

function isBeside(element: PageElement, survey: Survey): boolean {
  for (const above of upFrom(element)) {
    const zone = zoneOf(above);
    if (zone === 'strong' || isHidden(above)) return false;
    const isMeta = wordsOfClass(above).some((word) => word === 'meta' || word === 'info' || word === 'bio');
    if (zone === 'weak' && !survey.holdsMain(above) && !isMeta) return false;
  }
  return true;
}

/** A date in an element whose class says so, not in the head of the site, which shows today. */
function visibleDay(survey: Survey, usable: (said: Said) => boolean): Said | null {
  for (const element of survey.dates) {
    const text = (element.textContent ?? '').slice(0, 200);
    const day = isBeside(element, survey) && !isMasthead(element) ? dayPrinted(text) : null;
    const said: Said | null = day === null ? null : { from: 'html', by: 'a date beside the text', day };
    if (said !== null && usable(said)) return said;
  }
  return null;
}

function isMasthead(element: PageElement): boolean {
  const above = [...upFrom(element)];
  const isIn = (name: string): boolean => above.some((each) => each.localName === name);
  return isIn('header') && !isIn('article') && !isIn('main');
}
