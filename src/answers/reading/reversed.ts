// refuseReversed(index, request): "since 20 Feb until 1 Feb" holds no day. Nothing could be found, and "nothing found" would be no answer
// to what was meant.
import { readDates } from '../../dates.ts';
import type { LocalDate } from '../../domain.ts';
import { RequestError } from '../../errors.ts';
import { formatRequest, parseRequest, type Request } from '../../requests/request.ts';
import type { StoryIndex } from '../../search/storyIndex.ts';
import { type NamedDay, reversedDays } from './days.ts';
import { maskLimits } from './limits.ts';

/** @throws RequestError `reversed-days` where the first of two days that a request names is after the last, with the two exchanged as suggestion. */
export function refuseReversed(index: StoryIndex, request: Request): void {
  const asked = request.kind === 'fact' ? request.of : request;
  if (!/^(?:who-said|ask|speaker|compare|timeline)$/.test(asked.kind)) return;
  const found = reversedClauses(index, request) ?? reversedWords(index, formatRequest(request));
  if (!found) return;
  const { first, last, exchanged } = found;
  const message = `${named(first, first.from)} is after ${named(last, last.to)}: the days are the wrong way round.`;
  throw new RequestError('reversed-days', message, exchanged);
}

function named({ words }: NamedDay, day: LocalDate): string {
  return words === day ? `"${words}"` : `"${words}" (${day})`;
}

interface Reversed {
  readonly first: NamedDay;
  readonly last: NamedDay;
  /** The request with the two in the place of each other. */
  readonly exchanged: string;
}

/** `since` and `until` of a `who said` are read each by itself: "until Monday" is then no Monday to come. */
function reversedClauses(index: StoryIndex, request: Request): Reversed | null {
  if (request.kind === 'fact') {
    const inner = reversedClauses(index, request.of);
    return inner && { ...inner, exchanged: `${request.fact}: ${inner.exchanged}` };
  }
  if (request.kind !== 'who-said' || request.since === null || request.until === null) return null;
  const { since, until } = request;
  const [first] = readDates(since, index.asOf);
  const [last] = readDates(until, index.asOf);
  if (!first || !last || first.from <= last.to) return null;
  return {
    first: { ...first, words: since },
    last: { ...last, words: until },
    exchanged: formatRequest({ ...request, since: until, until: since }),
  };
}

function reversedWords(index: StoryIndex, text: string): Reversed | null {
  const pair = reversedDays(maskLimits(index, text), index.asOf);
  if (!pair) return null;
  const [a, b] = pair.first.start < pair.last.start ? [pair.first, pair.last] : [pair.last, pair.first];
  // Of "20 and 1 February" the month stays where it is.
  const [, number = b.words, behind = ''] = /^\d+(?:st|nd|rd|th)?$/i.test(a.words)
    ? (/^(\d+(?:st|nd|rd|th)?)(\D.*)$/i.exec(b.words) ?? [])
    : [];
  const exchanged = `${text.slice(0, a.start)}${number}${text.slice(a.end, b.start)}${a.words}${behind}${text.slice(b.end)}`;
  return { ...pair, exchanged: formatRequest(parseRequest(exchanged)) };
}
