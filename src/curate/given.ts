// givenOf(texts): what a curator gives with options, checked.
import type { ArticleStatus } from '../domain.ts';
import { RequestError } from '../errors.ts';
import type { Given } from './complete.ts';
import type { OptionKinds } from './options.ts';

export const GIVEN_OPTIONS: OptionKinds = {
  title: 'text',
  outlet: 'text',
  url: 'text',
  published: 'text',
  updated: 'text',
  language: 'text',
  byline: 'text',
  status: 'text',
};

const STATUSES: readonly string[] = ['usable', 'corrected', 'withdrawn'] satisfies ArticleStatus[];

/** @throws RequestError */
export function givenOf(texts: Readonly<Record<string, string | undefined>>): Given {
  const { title, outlet, url, published, updated, language, byline, status } = texts;
  for (const [name, day] of Object.entries({ published, updated })) if (day !== undefined) checkDay(name, day);
  if (url !== undefined && !/^https?:\/\/./iu.test(url))
    throw wrong(`--url needs an address that begins with https://, not "${url}".`);
  if (language !== undefined && !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u.test(language))
    throw wrong(`--language needs a code such as en, fa or zh-CN, not "${language}".`);
  if (status !== undefined && !STATUSES.includes(status))
    throw wrong(`--status is usable, corrected or withdrawn, not "${status}".`);
  return {
    ...(title === undefined ? {} : { title }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(url === undefined ? {} : { url }),
    ...(published === undefined ? {} : { publishedOn: published }),
    ...(updated === undefined ? {} : { updatedOn: updated }),
    ...(language === undefined ? {} : { language }),
    ...(byline === undefined ? {} : { byline }),
    ...(status === undefined ? {} : { status: status as ArticleStatus }),
  };
}

/** @throws RequestError */
export function checkDay(name: string, day: string): void {
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) === true;
  if (!isDay) throw wrong(`--${name} needs a day of the calendar written YYYY-MM-DD, not "${day}".`);
}

function wrong(message: string): RequestError {
  return new RequestError('incomplete', message, null);
}
