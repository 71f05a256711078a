// A picture of numbers as plain data: how many statements of each side on each day. Slack draws it itself, for Discord it is drawn.
import { type Digest, newFindings } from '../answers/digest.ts';
import type { LocalDate } from '../domain.ts';
import { sideWords } from './composeDigest.ts';
import { formatShortDay } from './instants.ts';
import { count, formatDay } from './words.ts';

export interface Chart {
  readonly title: string;
  /** Along the x axis: "10 Feb". */
  readonly labels: readonly string[];
  /** One for each side, with a number for each label. */
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** The same in words, for whoever can't see it. */
  readonly alternative: string;
}

/** What Slack draws at most: https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block (read November 2026). */
const MOST_SIDES = 6;
const MOST_DAYS = 20;
const MOST_LETTERS = 20;
/** Characters of the alternative: Discord takes 1,024 for a file. https://discord.com/developers/docs/resources/message#attachment-object */
const MOST_ALTERNATIVE = 1_000;

const TITLE = 'Statements by side and day said';

interface Said {
  readonly side: string;
  readonly day: LocalDate;
}

/** Of what is new; null: fewer than two statements. A day that an article does not state is that of its publication. */
export function chartOf(digest: Pick<Digest, 'groups'>): Chart | null {
  const said = saidIn(digest);
  if (said.length < 2) return null;
  const all = [...new Set(said.map(({ day }) => day))].sort();
  const days = all.slice(-MOST_DAYS + (all.length > MOST_DAYS ? 1 : 0));
  const [first = ''] = days;
  const hasEarlier = days.length < all.length;
  const labels = [...(hasEarlier ? ['earlier'] : []), ...labelsOf(days)];
  const at = ({ day }: Said): number => (day < first ? 0 : days.indexOf(day) + Number(hasEarlier));
  const sides = sidesOf(said);
  const series = sides.map(({ name, names }) => {
    const values = labels.map(() => 0);
    for (const one of said) if (names.has(one.side)) values[at(one)] = (values[at(one)] ?? 0) + 1;
    return { name, values };
  });
  return { title: TITLE, labels, series, alternative: alternativeOf({ labels, series }, said.length) };
}

/** Each statement once, however many passages it goes over. */
function saidIn({ groups }: Pick<Digest, 'groups'>): Said[] {
  const said = new Map<string, Said>();
  for (const group of groups) {
    for (const { statement, article } of newFindings({ groups: [group] })) {
      if (statement)
        said.set(statement.id, { side: sideWords(group.side), day: statement.saidOn?.to ?? article.publishedOn });
    }
  }
  return [...said.values()];
}

/** In the order of the digest; those that are too many are one, and no two have one name. */
function sidesOf(said: readonly Said[]): { readonly name: string; readonly names: ReadonlySet<string> }[] {
  const all = [...new Set(said.map(({ side }) => side))];
  const own = all.length > MOST_SIDES ? all.slice(0, MOST_SIDES - 1) : all;
  const rest = all.slice(own.length);
  const used = new Set<string>();
  const sides = own.map((side) => ({ name: shortName(side, used), names: new Set([side]) }));
  return rest.length === 0 ? sides : [...sides, { name: shortName('Others', used), names: new Set(rest) }];
}

function shortName(side: string, used: Set<string>): string {
  const cutTo = (text: string, most: number): string =>
    text.length <= most ? text : `${text.slice(0, most - 1).trim()}…`;
  let name = cutTo(side, MOST_LETTERS);
  for (let number = 2; used.has(name); number += 1) name = `${cutTo(side, MOST_LETTERS - 3)} ${number}`;
  used.add(name);
  return name;
}

/** "10 Feb"; with the year where they are of several. */
function labelsOf(days: readonly LocalDate[]): string[] {
  const years = new Set(days.map((day) => day.slice(0, 4)));
  return days.map((day) => (years.size > 1 ? formatDay(day) : formatShortDay(day)));
}

/** "Bar chart of 7 statements by side and day said. Orlan: 2 on 10 Feb, 3 on 11 Feb. …" */
function alternativeOf({ labels, series }: Pick<Chart, 'labels' | 'series'>, total: number): string {
  const head = `Bar chart of ${count(total, 'statement')} by side and day said.`;
  const sums = series.map(({ name, values }) => `${name}: ${values.reduce((sum, value) => sum + value, 0)}.`);
  const whole = series.map(({ name, values }) => {
    const days = values.flatMap((value, at) =>
      value === 0 ? [] : [`${value} ${labels[at] === 'earlier' ? 'earlier' : `on ${labels[at]}`}`],
    );
    return `${name}: ${days.join(', ')}.`;
  });
  const text = [head, ...whole].join(' ');
  return text.length <= MOST_ALTERNATIVE ? text : [head, ...sums].join(' ');
}
