// What is offered to somebody who types, and how it is made to fit where it is shown.

/** What somebody is typing: a part of a request. */
export type Completable = 'speaker' | 'outlet' | 'topic' | 'words' | 'quotation' | 'passage' | 'date';

/** `label` is shown, `value` is what stands in the request. */
export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** How many choices are shown at most, and UTF-16 units of each label and value. */
export interface Room {
  readonly choices: number;
  readonly units: number;
}

/** One kind of choices; the best first, until no more are taken. `steps` does what can be done beforehand, in slices. */
export interface Offers {
  offer(typed: string, room: Room): Iterable<Choice>;
  steps(): Iterable<void>;
}

const LONE_SURROGATE = /\p{Cs}/u;

/** The first that fit, no label and no value twice; labels are shortened, values never. */
export function fitting(offered: Iterable<Choice>, { choices, units }: Room): Choice[] {
  const fit: Choice[] = [];
  if (choices < 1 || units < 1) return fit;
  const seen = { labels: new Set<string>(), values: new Set<string>() };
  for (const { label, value } of offered) {
    const short = shortened(label, units);
    if (value.trim() === '' || value.length > units || LONE_SURROGATE.test(value) || short.trim() === '') continue;
    if (seen.labels.has(short) || seen.values.has(value)) continue;
    seen.labels.add(short);
    seen.values.add(value);
    fit.push({ label: short, value });
    if (fit.length >= choices) break;
  }
  return fit;
}

/** At most `units` UTF-16 units, "…" included; cut between words where that leaves at least half. */
export function shortened(text: string, units: number): string {
  const whole = text.replace(/\p{Cs}/gu, '\uFFFD');
  if (whole.length <= units) return whole;
  const cut = whole.slice(0, units - 1).replace(/[\uD800-\uDBFF]$/, '');
  const words = cut.replace(/\s+\S*$/u, '');
  return `${words.length * 2 >= units ? words : cut}…`;
}

/** "1 article", "2 articles". */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
