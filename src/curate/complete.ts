// completeDraft(draft, given, corpus): what a curator gives takes the place of what was found; what is then missing is read from the address and from
// articles of the same site.
import type { ArticleStatus, Corpus, LocalDate } from '../domain.ts';
import { dayInAddress } from '../intake/days.ts';
import type { Doubt, Draft, Found } from '../intake/draft.ts';
import { titleInAddress } from '../intake/titleInAddress.ts';

/** What a curator says; what is not named is as it was found. */
export interface Given {
  readonly title?: string;
  readonly outlet?: string;
  readonly url?: string;
  readonly publishedOn?: LocalDate;
  readonly updatedOn?: LocalDate;
  readonly language?: string;
  readonly byline?: string;
  readonly status?: ArticleStatus;
}

export function completeDraft(draft: Draft, given: Given, { articles }: Pick<Corpus, 'articles'>): Draft {
  const url = chosen(given.url, draft.url);
  const known = url === null ? null : outletOf(url.value, articles);
  // What a page only lets guess is called as the corpus calls it; what a page says stands, and another name is told.
  const isGuess = draft.outlet === null || draft.outlet.from === 'guess';
  const outlet = chosen(given.outlet, isGuess ? (known ?? draft.outlet) : draft.outlet);
  const added: Doubt[] =
    known !== null && outlet?.from !== 'given' && outlet?.value !== known.value
      ? [{ field: 'outlet', reason: `other articles of this site are of "${known.value}"` }]
      : [];
  const title = chosen(given.title, draft.title?.from === 'text' || draft.title === null ? null : draft.title);
  const publishedOn = chosen(given.publishedOn, draft.publishedOn);
  const told = new Set<Doubt['field']>(Object.keys(given) as (keyof Given)[]);
  if (known !== null && isGuess) told.add('outlet');
  return {
    ...draft,
    url,
    outlet,
    title: title ?? (url === null ? null : fromAddress(titleInAddress(url.value))) ?? draft.title,
    publishedOn: publishedOn ?? (url === null ? null : fromAddress(dayInAddress(url.value))),
    updatedOn: chosen(given.updatedOn, draft.updatedOn),
    language: chosen(given.language, draft.language),
    byline: chosen(given.byline, draft.byline),
    status: chosen(given.status, draft.status) ?? draft.status,
    // What a curator says is not in doubt.
    doubts: [...draft.doubts.filter(({ field }) => !told.has(field)), ...added],
  };
}

/** What must be there before it can be an article. */
export function missingIn({ title, outlet, url, publishedOn, language }: Draft): (keyof Given)[] {
  return Object.entries({ title, outlet, url, publishedOn, language }).flatMap(([field, found]) =>
    found === null ? [field as keyof Given] : [],
  );
}

function chosen<Value>(given: Value | undefined, found: Found<Value> | null): Found<Value> | null {
  return given === undefined ? found : { value: given, from: 'given' };
}

function fromAddress<Value>(value: Value | null): Found<Value> | null {
  return value === null ? null : { value, from: 'address' };
}

/** As the corpus calls it: the outlet of articles with the same host. */
function outletOf(address: string, articles: Corpus['articles']): Found<string> | null {
  const host = hostOf(address);
  const outlet = articles.find(({ url }) => host !== '' && hostOf(url) === host)?.outlet;
  return outlet === undefined ? null : { value: outlet, from: 'address' };
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host.replace(/^www\./u, '') : '';
}
