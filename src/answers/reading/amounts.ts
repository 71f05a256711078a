// readAmount(question): what number a question asks for: how many of something, how long, how much, at what time of day; and
// mayTell(amount, text): whether a text has a number that may be it. "How many missiles" is not answered by "three hours".

/** What is asked for. `of`: what is counted, in lower case; '' where the question does not name it. `asked`: numbers of the question itself. */
export interface Amount {
  readonly kind: 'count' | 'duration' | 'measure' | 'clock';
  readonly of: string;
  readonly asked: ReadonlySet<string>;
  /** True where an age, a frequency or a distance may be told in units of time: "how old", "how often", "how far". */
  readonly isInTime: boolean;
}

const CLOCK = /^(?:at )?what time (?:is|was|does|did|do|will|are|were)\b/i;
const COUNT = /\bhow many\b\s*(.*)$/is;
const DURATION = /\bhow long\b(?! ago\b| (?:is|are|was|were) (?:the|a|an|its|their)\b)/i;
const MEASURE =
  /\bhow (?:much|old|far|big|large|high|tall|deep|wide|fast|heavy|often|frequently)\b(?! (?:longer|time)\b)|\b(?:what|which) (?:percentage|percent|proportion)\b/i;
const IN_TIME = /\bhow (?:old|often|frequently|far|fast)\b/i;
/** "No matter how big": asks for nothing. */
const IDLE = /\bno matter how\b/i;
/** Where what is counted ends: "missiles [does] Iran have", "people [in] the hall". */
const AFTER_COUNTED =
  /\b(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|may|might|must|in|of|on|at|for|from|to|that|who|which|per|get|got|make|made|\p{L}+ed)\b/iu;

export function readAmount(question: string): Amount | undefined {
  const asked = new Set([...question.matchAll(/\d[\d,.]*/g)].map(([number]) => number.replace(/[.,]+$/, '')));
  const amount = (kind: Amount['kind'], of = ''): Amount => ({ kind, of, asked, isInTime: IN_TIME.test(question) });
  if (IDLE.test(question)) return undefined;
  const counted = COUNT.exec(question)?.[1];
  if (counted !== undefined) return amount('count', lastWord(counted.split(AFTER_COUNTED)[0] ?? ''));
  if (CLOCK.test(question)) return amount('clock');
  if (DURATION.test(question)) return amount('duration');
  return MEASURE.test(question) ? amount('measure') : undefined;
}

function lastWord(words: string): string {
  return /(\p{L}[\p{L}-]*)[^\p{L}]*$/u.exec(words)?.[1]?.toLowerCase() ?? '';
}

const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const UNITS = 'seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|millenni(?:um|a)';
const ORDINALS = String.raw`first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)`;
/** Words that tell how many by themselves, and those that only do where nothing else is asked for. */
const NUMBERS = `zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|twice|thrice|double|triple|quarter|several|single|couple|pair|solo|trio|duo|majority|sole`;
const LOOSE = 'both|only|none|no|many|few|numerous|most|all|every|each';
const FOUND = new RegExp(
  String.raw`(?<![\p{L}\p{N}.])(?:[$£€¥]\s*)?\d[\d,.]*(?:st|nd|rd|th|s)?%?|(?<!\p{L})(?:${ORDINALS}|${NUMBERS}|${LOOSE}|an?)(?!\p{L})`,
  'giu',
);
const IS_ORDINAL = new RegExp(`^(?:${ORDINALS})$`, 'i');
const IS_LOOSE = new RegExp(`^(?:${LOOSE})$`, 'i');
const IS_YEAR = /^(?:1\d{3}|20\d\d)s?$/;
const UNIT_BEHIND = new RegExp(String.raw`^[\s-]+(?:[\p{L}]+[\s-]+)?(?:${UNITS})\b`, 'iu');
const MONTH_BEHIND = new RegExp(String.raw`^\s*,?\s*(?:of\s+)?(?:${MONTHS})\b`, 'i');
const MONTH_BEFORE = new RegExp(String.raw`\b(?:${MONTHS})\.?\s+$`, 'i');
const IS_UNIT = new RegExp(`^(?:${UNITS})$`, 'i');
const PART_BEHIND =
  /^\s+(?:dozen|hundred|thousand|million|billion|couple|pair|handful|few|number|third|quarter|half)\b/i;
const SPAN = new RegExp(
  String.raw`\b(?:${UNITS}|until|till|since|throughout|lasted|lasting|lifelong|forever)\b|\d{4}\s*[–-]\s*\d{2,4}`,
  'i',
);
const TIME_OF_DAY =
  /\b\d{1,2}(?::\d\d|\.\d\d|\s*(?:a\.?m|p\.?m)\b)|\bnoon\b|\bmidnight\b|o['’]clock|\b\d{4} (?:gmt|utc|hours)\b/i;
const MEASURED =
  /\b(?:free|double|triple|percent|annually|daily|weekly|monthly|yearly|aged?|anniversary|birthday|trillions?|billions?)\b|%/i;

interface NumberFound {
  readonly text: string;
  readonly before: string;
  readonly behind: string;
}

/** True where the text has a number of the kind that is asked for; years, days of a month and the question's own numbers are none. */
export function mayTell(amount: Amount, text: string): boolean {
  const { kind, of, asked, isInTime } = amount;
  if (kind === 'clock') return TIME_OF_DAY.test(text);
  const found = numbersIn(text).filter(
    ({ text: number, before, behind }) =>
      !asked.has(number.replace(/[.,]+$/, '')) && !MONTH_BEHIND.test(behind) && !MONTH_BEFORE.test(before),
  );
  if (kind === 'duration') return SPAN.test(text) || found.some((one) => UNIT_BEHIND.test(one.behind) || isPlain(one));
  if (kind === 'count') return found.some((one) => mayCount(one, of, text));
  return MEASURED.test(text) || found.some((one) => isPlain(one) && (isInTime || !UNIT_BEHIND.test(one.behind)));
}

function numbersIn(text: string): NumberFound[] {
  return [...text.matchAll(FOUND)].map(({ 0: number, index }) => ({
    text: number,
    before: text.slice(Math.max(0, index - 15), index),
    behind: text.slice(index + number.length, index + number.length + 40),
  }));
}

/** A number by itself: no year, no rank, no "a", "all" or "no". */
function isPlain({ text, behind }: NumberFound): boolean {
  const number = text.replace(/[.,]+$/, '');
  if (/^an?$/i.test(number)) return PART_BEHIND.test(behind);
  return !IS_ORDINAL.test(number) && !IS_LOOSE.test(number) && !isYear(number, behind);
}

/** "In 1500", not "1500 people". */
function isYear(number: string, behind: string): boolean {
  return (
    IS_YEAR.test(number) &&
    !/^\s+(?:\p{L}+\s+)?(?:people|persons|students|members|men|women|soldiers|troops)\b/iu.test(behind)
  );
}

function mayCount(one: NumberFound, of: string, text: string): boolean {
  const { behind } = one;
  const number = one.text.replace(/[.,]+$/, '');
  const singular = of.replace(/s$/, '');
  if (/^an?$/i.test(number)) {
    return (
      PART_BEHIND.test(behind) || (singular !== '' && wordsBehind(behind, 2).some((word) => word.startsWith(singular)))
    );
  }
  if (isYear(number, behind)) return false;
  if (IS_LOOSE.test(number)) return singular !== '' && wordsBehind(behind, 3).some((word) => word.startsWith(singular));
  // "The leaders' seventh" tells how many times, "the seventh meeting" how many meetings.
  if (IS_ORDINAL.test(number))
    return /^times?$/.test(of) || (singular.length > 2 && text.toLowerCase().includes(singular));
  if (IS_UNIT.test(of)) return true;
  return !UNIT_BEHIND.test(behind);
}

function wordsBehind(behind: string, count: number): string[] {
  return (
    behind
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.slice(0, count) ?? []
  );
}
