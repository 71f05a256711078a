// parseDigest(text): what stands behind the word "digest", and formatDigest(settings), the line that would set them. Topics and names stay as
// typed; they are read against the corpus when a digest is made.
import type { DigestSettings, WhenEmpty } from '../domain.ts';
import { editDistance } from '../editDistance.ts';
import { RequestError } from '../errors.ts';
import { formatSpeakers, formatTopic, splitDigest } from './digestParts.ts';
import { readTime } from './times.ts';
import { formatWeekdays, readWeekdays } from './weekdays.ts';
import { readZone } from './zones.ts';

export type DigestRequest =
  /** What was typed; everything else stays as it is. */
  { readonly kind: 'on'; readonly given: Partial<DigestSettings> } | { readonly kind: (typeof ALONE)[number] };

const ALONE = ['off', 'status', 'preview', 'now', 'pause'] as const;

export const DIGEST_USAGE =
  'digest on [HH:MM] [zone] [weekdays] [about <topic>] [speaker <name>, …] [empty:silence|line|record], digest off, status, preview, now, pause';

/**
 * `defaults.zone`: what is suggested where a zone can't be read.
 *
 * @example parseDigest('on 9.30 pm europe/london mon-fri about missiles', { zone: 'UTC' })
 * @throws RequestError `unknown-request`, `incomplete` (a time, zone or day that can't be read), both with a line that can be typed.
 */
export function parseDigest(text: string, defaults: { readonly zone: string }): DigestRequest {
  const line = text
    .replace(/\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^digests?(?= |$)\s*/iu, '');
  if (line === '') return { kind: 'status' };
  const [, first = '', rest = ''] = /^(\S+)\s*(.*)$/u.exec(line) ?? [];
  const word = first.toLowerCase().replace(/[.,:!]+$/u, '');
  if (word === 'on') return { kind: 'on', given: readSettings(rest, defaults) };
  const kind = ALONE.find((one) => one === word);
  if (kind === undefined) throw unknown(line, word, rest);
  if (/[\p{L}\p{N}]/u.test(rest)) {
    throw new RequestError('unknown-request', `"digest ${kind}" stands alone, without "${rest}".`, `digest ${kind}`);
  }
  return { kind };
}

/** The whole line; parseDigest gives the same settings back. */
export function formatDigest(settings: DigestSettings): string {
  return formatGiven(settings);
}

/** Of some settings: only these. */
export function formatGiven({ time, zone, weekdays, topic, speakers, whenEmpty }: Partial<DigestSettings>): string {
  return [
    'digest on',
    ...(time === undefined ? [] : [time]),
    ...(zone === undefined ? [] : [zone]),
    ...(weekdays === undefined ? [] : [formatWeekdays(weekdays)]),
    ...(topic === undefined ? [] : [`about ${topic === null ? 'everything' : formatTopic(topic)}`]),
    ...(speakers === undefined ? [] : [`speaker ${speakers.length === 0 ? 'everybody' : formatSpeakers(speakers)}`]),
    ...(whenEmpty === undefined ? [] : [`empty:${whenEmpty}`]),
  ].join(' ');
}

function unknown(line: string, word: string, rest: string): RequestError {
  const isSetting = readTime(word, undefined) !== undefined || readWeekdays(word) !== null || word.includes('/');
  const most = word.length <= 3 ? 1 : 2;
  const [near] = [...ALONE, 'on' as const]
    .map((name) => ({ name, errors: editDistance(word, name, most) }))
    .filter(({ errors }) => errors <= most)
    .sort((a, b) => a.errors - b.errors);
  const nearest =
    near === undefined ? 'digest status' : near.name === 'on' ? `digest on ${rest}`.trim() : `digest ${near.name}`;
  const suggestion = isSetting || /^(?:about|speakers?)$/u.test(word) ? `digest on ${line}` : nearest;
  return new RequestError('unknown-request', `No digest command begins with "${word}". ${DIGEST_USAGE}`, suggestion);
}

function readSettings(text: string, defaults: { readonly zone: string }): Partial<DigestSettings> {
  const { head, topic, isEverything, speakers, isEverybody, empty } = splitDigest(text);
  const { time, weekdays, left } = readHead(head);
  const given: Partial<DigestSettings> = {
    ...(time === undefined || time === null ? {} : { time }),
    ...(weekdays.length === 0 ? {} : { weekdays }),
    ...(topic === null ? {} : { topic: isEverything ? null : topic }),
    ...(speakers === null ? {} : { speakers: isEverybody ? [] : speakers }),
  };
  const zone = left.length === 0 ? undefined : readZone(left.join(' '));
  const whole = { ...given, ...(zone?.zone ? { zone: zone.zone } : {}) };
  if (time === null) throw unreadable('a time', head, 'as in 09:00, 9am or 21:30', { time: '09:00', ...whole });
  if (zone?.zone === null) throw unknownZone(left.join(' '), zone.meant ?? defaults.zone, zone.meant !== null, given);
  if (topic === '')
    throw new RequestError(
      'incomplete',
      'About what? Say a topic, or "about everything".',
      formatGiven({ ...whole, topic: null }),
    );
  if (speakers?.length === 0)
    throw new RequestError('incomplete', 'Which speaker? Say a name, or "speaker everybody".', formatGiven(whole));
  if (empty === null) return whole;
  return { ...whole, whenEmpty: readEmpty(empty, whole) };
}

interface Head {
  /** Null: it looks like a time and is none. */
  readonly time: string | null | undefined;
  readonly weekdays: readonly number[];
  /** Words that are neither: a zone. */
  readonly left: readonly string[];
}

const FILLERS = /^(?:at|in|on|every|each|and|zone|time|the|to|o['’]clock)$/iu;

function readHead(head: string): Head {
  // "mon to fri", "mon - fri".
  const words = head
    .replace(
      /(?<=\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*) ?(?:to|until|through|[-–—]) ?(?=(?:mon|tue|wed|thu|fri|sat|sun))/giu,
      '-',
    )
    .split(/[\s,;]+/u)
    .filter((word) => word !== '');
  const times: (string | null)[] = [];
  const days: number[] = [];
  const left: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const own = readTime(word, words[at + 1]);
    const weekdays = readWeekdays(word);
    if (own) {
      times.push(own.time);
      at += own.taken - 1;
    } else if (weekdays) days.push(...weekdays);
    else if (!FILLERS.test(word)) left.push(word);
  }
  const [first] = times;
  return {
    time: times.length > 1 ? null : first,
    weekdays: [...new Set(days)].sort((a, b) => a - b),
    left,
  };
}

function readEmpty(typed: string, given: Partial<DigestSettings>): WhenEmpty {
  const word = typed.toLowerCase().replace(/[.,;]+$/u, '');
  if (word === 'silence' || word === 'line' || word === 'record') return word;
  const suggestion = formatGiven({
    ...given,
    whenEmpty: /^(?:silent|nothing|none|no|off)$/u.test(word) ? 'silence' : 'record',
  });
  throw new RequestError(
    'incomplete',
    `What is posted when nothing is new? "${typed}" is none of silence, line and record.`,
    suggestion,
  );
}

function unreadable(what: string, typed: string, forms: string, given: Partial<DigestSettings>): RequestError {
  return new RequestError(
    'incomplete',
    `"${typed}" does not hold ${what} that can be read: one, ${forms}.`,
    formatGiven(given),
  );
}

function unknownZone(typed: string, zone: string, isNear: boolean, given: Partial<DigestSettings>): RequestError {
  const isShort = /^[a-z]{2,5}$/iu.test(typed) && isNear;
  const why = isShort
    ? 'Abbreviations and places alone may mean several zones'
    : 'Zones are named as in Europe/London or UTC';
  const topic = isNear ? '' : ' A topic stands behind "about".';
  return new RequestError(
    'incomplete',
    `No time zone is called "${typed}". ${why}.${topic}`,
    formatGiven({ ...given, zone }),
  );
}
