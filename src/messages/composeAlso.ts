// composeAlso(finding): where else the same statement is printed: each place with its citation, what is different there, and its words
// where they are not those of the first.
import type { AlsoIn, Finding, WordingRun } from '../answers/answer.ts';
import { type Statement, wordsOf } from '../domain.ts';
import { citationOf } from './citation.ts';
import type { Also, AlsoPart, Run } from './message.ts';
import { count, dayWords, quoted } from './words.ts';

/** Places that are shown one by one; the others are named. Chosen by eye. */
const MOST_PLACES = 5;

export function composeAlso(finding: Finding): Also | null {
  const { alsoIn, article } = finding;
  if (alsoIn.length === 0) return null;
  const isAlone = alsoIn.every((one) => one.finding.article.publishedOn > article.publishedOn);
  const outlets = [article.outlet];
  const places = alsoIn.slice(0, MOST_PLACES).map((one): AlsoPart => {
    const isAgain = outlets.includes(one.finding.article.outlet);
    outlets.push(one.finding.article.outlet);
    return {
      label: isAgain ? 'Again in' : 'Also in',
      citation: citationOf(one.finding),
      facts: factsOf(finding, one),
      runs: one.wording.flatMap(runsOf),
    };
  });
  const rest = alsoIn.slice(MOST_PLACES).map((one) => `${one.finding.article.outlet} (${one.finding.passage.id})`);
  return {
    // Days tell no order within a day.
    first: isAlone ? 'First of these' : 'Among the first of these',
    places,
    rest: rest.length === 0 ? null : `And in ${count(rest.length, 'more article')}: ${rest.join(', ')}.`,
  };
}

/** In how many outlets, or in how many articles of one, a finding is printed: "3 outlets". */
export function placesWords({ article, alsoIn }: Finding): string {
  const outlets = new Set([article.outlet, ...alsoIn.map((one) => one.finding.article.outlet)]).size;
  return outlets > 1 ? count(outlets, 'outlet') : `${count(alsoIn.length + 1, 'article')} of one outlet`;
}

/** What is told otherwise there than of the first: its own source, another cue, whom it was said to, the day, the kind. */
function factsOf(first: Finding, { finding, wording, isShorter }: AlsoIn): string[] {
  const [one, other] = [first.statement, finding.statement];
  const alike = wording.length > 0 ? [] : [isShorter ? 'fewer of these words' : 'in these words'];
  const corrected = finding.article.status === 'corrected' ? ['corrected since'] : [];
  if (!one || !other) return [...alike, ...corrected];
  const words = (span: Statement['addressee']): string | null => (span ? wordsOf(finding.cuePassage, span) : null);
  const isUnnamedOtherwise = !other.speaker.isNamed && other.speaker.name !== one.speaker.name;
  const isDayOther = other.saidOn?.from !== one.saidOn?.from || other.saidOn?.to !== one.saidOn?.to;
  return [
    ...(isUnnamedOtherwise ? [`by ${quoted(other.speaker.name)}`] : []),
    ...(other.cue.sense === one.cue.sense ? [] : [wordsOf(finding.cuePassage, other.cue)]),
    ...(other.addressee && !one.addressee ? [`to ${words(other.addressee)}`] : []),
    ...(other.venue && !one.venue ? [`${words(other.venue)}`] : []),
    ...(isDayOther ? [dayWords(other.saidOn)] : []),
    ...(other.kind === one.kind ? [] : [other.kind]),
    ...other.via.filter(({ name }) => one.via.every((via) => via.name !== name)).map(({ name }) => `through ${name}`),
    ...alike,
    ...corrected,
  ];
}

const STYLES: Readonly<Record<WordingRun['kind'], Run['style']>> = {
  same: 'printed',
  here: 'here',
  first: 'first',
  gap: 'faint',
};

/** Words put in stand apart from those printed. */
function runsOf({ kind, words }: WordingRun, at: number, all: readonly WordingRun[]): Run[] {
  const run: Run = { text: kind === 'gap' ? ' […] ' : words, style: STYLES[kind] };
  if (kind !== 'first') return [run];
  const space: Run = { text: ' ', style: 'plain' };
  const isOpenBefore = at > 0 && !/\s$/u.test(all[at - 1]?.words ?? '');
  const isOpenBehind = at < all.length - 1 && !/^\s/u.test(all[at + 1]?.words ?? '');
  return [...(isOpenBefore ? [space] : []), run, ...(isOpenBehind ? [space] : [])];
}
