// readAmount(question): what number a question asks for: how many of something, how long, how much, at what time of day; and
// mayTell(amount, text): whether a text has a number that may be it. "How many missiles" is not answered by "three hours".

/** What is asked for. `of`: what is counted, in lower case; '' where the question does not name it. `asked`: numbers of the question itself. */
export interface Amount {
  readonly kind: 'count' | 'duration' | 'measure' | 'clock';
  readonly of: string;
  readonly asked: ReadonlySet<string>;
  /** "old", "often", "far" of "how old", "how often", "how far"; '' elsewhere. */
  readonly how: string;
}

const CLOCK = /^(?:at )?what time (?:is|was|does|did|do|will|are|were)\b/i;
const COUNT = /\bhow many\b\s*(.*)$/is;
const DURATION = /\bhow long\b(?! ago\b| (?:is|are|was|were) (?:the|a|an|its|their)\b)/i;
const MEASURE =
  /\bhow (?:much|old|far|big|large|high|tall|deep|wide|fast|heavy|often|frequently)\b(?! (?:longer|time)\b)|\b(?:what|which) (?:percentage|percent|proportion)\b/i;
const HOW = /\bhow (\p{L}+)/iu;
/** What units of time may tell: "how old", "how far". */
const IN_TIME = /^(?:old|often|frequently|far|fast)$/;
/** "No matter how big": asks for nothing. */
const IDLE = /\bno matter how\b/i;
/** Where what is counted ends: "missiles [does] Iran have", "people [in] the hall". */
const AFTER_COUNTED =
  /\b(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|may|might|must|in|of|on|at|for|from|to|that|who|which|per|get|got|make|made|\p{L}+ed)\b/iu;

/** What stands in quotation marks asks for nothing. */
const QUOTED = /["“”„«»][^"“”„«»]*["“”„«»]/gu;

export function readAmount(asking: string): Amount | undefined {
  const question = asking.replace(QUOTED, ' ');
  const asked = new Set([...question.matchAll(/\d[\d,.]*/g)].map(([number]) => number.replace(/[.,]+$/, '')));
  const amount = (kind: Amount['kind'], of = ''): Amount => ({
    kind,
    of,
    asked,
    how: HOW.exec(question)?.[1]?.toLowerCase() ?? '',
  });
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
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
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
/** The month, not the verb. */
const MAY_BEHIND = /^\s*,?\s*(?:of\s+)?May\b/;
const MAY_BEFORE = /\bMay\s+$/;
const IS_UNIT = new RegExp(`^(?:${UNITS})$`, 'i');
const PART_BEHIND =
  /^\s+(?:dozen|hundred|thousand|million|billion|couple|pair|handful|few|number|third|quarter|half)\b/i;
const SPAN = new RegExp(
  String.raw`\b(?:${UNITS}|until|till|since|from\s+\d{4}|throughout|lasted|lasting|lifelong|forever)\b|\d{4}\s*[–-]\s*\d{2,4}`,
  'i',
);
const TIME_OF_DAY =
  /\b\d{1,2}(?::\d\d|\.\d\d|\s*(?:a\.?m|p\.?m)\b)|\bnoon\b|\bmidnight\b|o['’]clock|\b\d{4} (?:gmt|utc|hours)\b/i;
const MEASURED =
  /\b(?:free|double|triple|percent|annually|daily|weekly|monthly|yearly|aged?|anniversary|birthday|trillions?|billions?)\b|%/i;

/** "All 12 were rescued" answers "how many of the 12". */
const ALL_OF = /\ball (?:of )?(?:the )?\d/i;
const FREQUENCY =
  /\b(?:every|each|once|twice|hourly|always|never|rarely|regularly|per|times|an? (?:day|week|month|year))\b/i;
/** What answers without a number, by what is asked for: "every hour", "a mile", "built in 1911". */
const OTHERWISE: Readonly<Record<string, RegExp>> = {
  often: FREQUENCY,
  frequently: FREQUENCY,
  far: /\b(?:miles?|km|kilomet(?:er|re)s?|met(?:er|re)s?|yards?|feet|foot|blocks?)\b/i,
  old: /\b(?:1\d{3}|20\d\d)\b/,
  much: /\b(?:costs?|charges?|pays?|paid) nothing\b/i,
};

/** Units beside a number in which what it counts is looked for. Chosen by eye. */
const AROUND = 40;

interface NumberFound {
  readonly text: string;
  readonly before: string;
  readonly behind: string;
}

/** True where the text has a number of the kind that is asked for; years, days of a month and the question's own numbers are none. */
export function mayTell(amount: Amount, text: string): boolean {
  const { kind, of, asked, how } = amount;
  if (kind === 'clock') return TIME_OF_DAY.test(text);
  const found = numbersIn(text).filter(
    ({ text: number, before, behind }) => !asked.has(number.replace(/[.,]+$/, '')) && !isOfMonth(before, behind),
  );
  if (kind === 'duration') return SPAN.test(text) || found.some((one) => UNIT_BEHIND.test(one.behind) || isPlain(one));
  if (kind === 'count') return ALL_OF.test(text) || found.some((one) => mayCount(one, of));
  if (MEASURED.test(text) || OTHERWISE[how]?.test(text) === true) return true;
  return found.some((one) => isPlain(one) && (IN_TIME.test(how) || !UNIT_BEHIND.test(one.behind)));
}

function isOfMonth(before: string, behind: string): boolean {
  return MONTH_BEHIND.test(behind) || MONTH_BEFORE.test(before) || MAY_BEHIND.test(behind) || MAY_BEFORE.test(before);
}

function numbersIn(text: string): NumberFound[] {
  return [...text.matchAll(FOUND)].map(({ 0: number, index }) => ({
    text: number,
    before: text.slice(Math.max(0, index - AROUND), index),
    behind: text.slice(index + number.length, index + number.length + AROUND),
  }));
}

/** A number by itself: no year, no rank, no "a", "all" or "no". */
function isPlain(one: NumberFound): boolean {
  const { text, behind } = one;
  const number = text.replace(/[.,]+$/, '');
  if (/^an?$/i.test(number)) return PART_BEHIND.test(behind);
  return !IS_ORDINAL.test(number) && !IS_LOOSE.test(number) && !isYear(one);
}

/** "In 1500", not "1500 people", "1200 ships". */
function isYear({ text, before, behind }: NumberFound): boolean {
  if (!IS_YEAR.test(text.replace(/[.,]+$/, ''))) return false;
  return BEFORE_YEAR.test(before) || !COUNTED_BEHIND.test(behind);
}

const BEFORE_YEAR =
  /\b(?:in|since|from|until|till|by|of|during|before|after|around|about|circa|c\.|the|year|early|late|mid|spring|summer|autumn|fall|winter)[\s-]+$/i;
const COUNTED_BEHIND = /^\s+(?:\p{Ll}+\s+)?(?:people|men|women|\p{Ll}+s)\b/u;

/** "Has no ferries", "no ferries were lost" tell how many; "no ferries, no deal" is a demand. */
const BEFORE_NO =
  /\b(?:has|have|had|having|is|are|was|were|with|there['’]s|of|left|\p{Ll}{2,}(?:ed|s))\s+(?:\p{Ll}+ly\s+)?$|:\s*$/u;
const BEHIND_NO = /^\s+(?:\p{L}+\s+){1,7}(?:has|have|had|is|are|was|were|came|went|ran|sank|fell|\p{Ll}{2,}ed)\b/u;

function mayCount(one: NumberFound, of: string): boolean {
  const { before, behind } = one;
  const number = one.text.replace(/[.,]+$/, '');
  const singular = of.replace(/(?:ies|s)$/, '');
  if (/^an?$/i.test(number)) {
    return (
      PART_BEHIND.test(behind) || (singular !== '' && wordsBehind(behind, 2).some((word) => word.startsWith(singular)))
    );
  }
  if (isYear(one)) return false;
  if (/^none$/i.test(number)) return true;
  if (/^no$/i.test(number) && !(BEFORE_NO.test(before) || BEHIND_NO.test(behind))) return false;
  if (IS_LOOSE.test(number)) return singular !== '' && wordsBehind(behind, 3).some((word) => word.startsWith(singular));
  // "The leaders' seventh" tells how many times, "the seventh meeting" how many meetings.
  if (IS_ORDINAL.test(number))
    return /^times?$/.test(of) || (singular.length > 2 && `${before} ${behind}`.toLowerCase().includes(singular));
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
