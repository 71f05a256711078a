// The words that attribution knows: cues with their sense, words for people who speak without a name, words that may
// stand between a source and its cue. Rules build their patterns from these tables and hold no word lists of their own.
import type { CueSense } from '../domain.ts';
import { CAPITAL_FIRST, pattern } from '../patterns.ts';

/** A cue in the forms that rules look for. */
interface CueEntry {
  readonly sense: CueSense;
  /** After a subject: "said", "says". */
  readonly finite: readonly string[];
  /** After a comma, for the same subject: "insisting". */
  readonly participle: string;
}

const CUES: readonly CueEntry[] = [
  { sense: 'said', finite: ['said', 'says', 'say'], participle: 'saying' },
  { sense: 'told', finite: ['told', 'tells'], participle: 'telling' },
  { sense: 'added', finite: ['added', 'adds'], participle: 'adding' },
  { sense: 'wrote', finite: ['wrote', 'writes', 'posted', 'posts', 'tweeted'], participle: 'writing' },
  { sense: 'insisted', finite: ['insisted', 'insists'], participle: 'insisting' },
  { sense: 'denied', finite: ['denied', 'denies'], participle: 'denying' },
  { sense: 'warned', finite: ['warned', 'warns'], participle: 'warning' },
  { sense: 'repeated', finite: ['reiterated', 'reiterates', 'repeated'], participle: 'reiterating' },
  { sense: 'confirmed', finite: ['confirmed', 'confirms'], participle: 'confirming' },
  { sense: 'claimed', finite: ['claimed', 'claims'], participle: 'claiming' },
  { sense: 'argued', finite: ['argued', 'argues'], participle: 'arguing' },
  { sense: 'vowed', finite: ['vowed', 'vows', 'pledged', 'promised', 'promises'], participle: 'vowing' },
  { sense: 'rejected', finite: ['rejected', 'rejects'], participle: 'rejecting' },
  { sense: 'announced', finite: ['announced', 'announces', 'declared'], participle: 'announcing' },
  { sense: 'suggested', finite: ['suggested', 'suggests'], participle: 'suggesting' },
  { sense: 'reported', finite: ['reported', 'reports'], participle: 'reporting' },
];

const FINITE = new Map(CUES.flatMap(({ sense, finite }) => finite.map((word) => [word, sense] as const)));
const PARTICIPLES = new Map(CUES.map(({ sense, participle }) => [participle, sense] as const));

/** Alternatives for a regular expression, longest first. */
export const FINITE_CUES = alternatives(FINITE.keys());
/** Those that only a quotation makes a cue: `"…," Varga shot back`, not "Varga hit back with stones". */
const RETORTS = ['shot back', 'hit back', 'fired back', 'snapped back'];
/** … and `"…?" Varga asked`, which without one may be of many senses. */
const BESIDE_QUOTATIONS =
  `asked asks explained explains continued recalled noted replied responded answered concluded joked quipped shouted
   wondered yelled exclaimed observed began started`.split(/\s+/);
export const QUOTED_CUES = alternatives([...FINITE.keys(), ...RETORTS, ...BESIDE_QUOTATIONS]);
export const PARTICIPLE_CUES = alternatives(PARTICIPLES.keys());

/** What a clause of time or reason begins with: "After Dolen had said that …, Varga said". */
export const SUBORDINATORS = 'after|before|when|while|once|although|though|because|since';

/** Verbs that are cues where a colon and a quotation in the next paragraph follow. */
export const INTRODUCING_CUES = alternatives(
  `acknowledged admitted answered answers asked asks began begins clarified commented complained conceded concluded concludes
   continued continues countered declared described describes echoed elaborated emphasized explained explains gave gives issued
   lamented listed lists made makes mused noted notes observed observes offered opined posted published put quipped read reads recalled recalls recounted
   reflected released remarked replied replies responded responds sent shared stated states stressed summed testified urged`
    .split(/\s+/)
    .concat('fired back', 'goes on', 'hit back', 'shot back', 'went on'),
);

/** What somebody does while speaking: the words behind are the writer's. */
export const MANNERS =
  'smiling|laughing|gesturing|nodding|waving|grinning|shrugging|sighing|pausing|speaking|referring';

/** What somebody does with words while speaking: another act of the one who speaks, no part of what was said. */
export const TELLING =
  'stressing|noting|accusing|urging|blaming|dismissing|criticizing|criticising|condemning|rebuking|mocking|likening|emphasizing|emphasising|underlining|underscoring|cautioning|demanding|threatening|pledging|promising|describing';

/** @throws Error for a word that is no cue: rules pass on what their patterns matched, so that is a bug. */
export function senseOf(word: string): CueSense {
  const sense = FINITE.get(word.toLowerCase()) ?? PARTICIPLES.get(word.toLowerCase());
  if (sense === undefined && RETORTS.includes(word.toLowerCase())) return 'other';
  if (sense === undefined && BESIDE_QUOTATIONS.includes(word.toLowerCase())) return findSense(word) ?? 'said';
  if (sense === undefined) throw new Error(`"${word}" is no cue of the lexicon`);
  return sense;
}

/** Senses of words that only the trained reader takes for cues. */
const OTHER_CUES: readonly (readonly [CueSense, string])[] = [
  ['asked', 'asked asks ask asking wondered wonders wondering inquired inquires'],
  ['wrote', 'write writing written tweet tweets tweeting posting penned'],
  ['reported', 'report reporting'],
  ['according', 'according citing cited cites cite'],
  ['said', ': — –'],
  ['told', 'informed informs informing assured assures assuring reminded reminds reminding'],
  ['urged', 'urged urges urge urging'],
  // Not "agreed": to agree to talks is to do something.
  [
    'agreed',
    'acknowledged acknowledges acknowledging acknowledge admitted admits admitting admit conceded concedes conceding concede',
  ],
  ['warned', 'warn cautioned cautions cautioning caution'],
  ['repeated', 'repeat repeats repeating reiterate'],
  [
    'argued',
    'argue contended contends contending contend asserted asserts asserting assert maintained maintains maintaining',
  ],
  ['claimed', 'claim alleged alleges alleging allege'],
  ['suggested', 'suggest hinted hints implied implies'],
  ['vowed', 'vow pledge pledges promised promises promising swore'],
  ['announced', 'announce declare declares declaring unveiled'],
  ['denied', 'deny'],
  ['confirmed', 'confirm'],
  ['insisted', 'insist'],
  ['added', 'add'],
  ['rejected', 'reject dismissed dismisses'],
  [
    'said',
    `tell state stated states stating note noted notes noting explain explained explains explaining reply replied replies replying
     respond responded responds responding answer answered answers answering stress stressed stresses stressing emphasize
     emphasized emphasizes emphasizing emphasised recall recalled recalls recalling remark remarked remarks remarking comment
     commented comments commenting joke joked jokes joking quip quipped quips quipping testify testified testifies testifying
     continue continued continues conclude concluded concludes concluding exclaim exclaimed exclaims shout shouted shouts shouting
     complain complained complains complaining predict predicted predicts predicting describe described describes describing
     mention mentioned mentions mentioning reveal revealed reveals revealing disclose disclosed discloses disclosing pointed points
     pointing opine opined opines observed observes quoted quoting reads read spoke called calls calling`,
  ],
];
/** Words behind a cue that belong to it: "shot back", "put it", "called on". */
const TAILS: readonly (readonly [heads: string, tail: string, sense: CueSense | null])[] = [
  ['shot fired hit snapped pushed wrote texted', 'back', null],
  ['put puts', 'it', 'said'],
  ['called calls calling', 'on|for', 'urged'],
  ['according', 'to', 'according'],
  ['pointed points pointing', 'out', 'said'],
  ['blurted lashed spoke cried', 'out', null],
  ['chimed', 'in', null],
];
const TAIL_OF = new Map(
  TAILS.flatMap(([heads, tail, sense]) =>
    heads.split(' ').map((head) => [head, { pattern: new RegExp(`^\\s+(?:${tail})\\b`, 'i'), sense }] as const),
  ),
);

/** What follows a cue and belongs to it, in units of `behind`, and the sense of the two together; null: the cue's own. */
export function readTail(
  cueWord: string,
  behind: string,
): { readonly length: number; readonly sense: CueSense | null } | undefined {
  const tail = TAIL_OF.get(cueWord.toLowerCase());
  const match = tail?.pattern.exec(behind);
  return tail && match ? { length: match[0].length, sense: tail.sense } : undefined;
}

const SENSES = new Map(
  OTHER_CUES.flatMap(([sense, words]) => words.split(/\s+/).map((word) => [word, sense] as const)),
);

/** The sense of any cue; undefined for a word that speaks only together with a quotation ("blasted the “liars”"). */
export function findSense(word: string): CueSense | undefined {
  const lower = word.toLowerCase();
  return FINITE.get(lower) ?? PARTICIPLES.get(lower) ?? SENSES.get(lower);
}

/** "[Said] Varga", "[According] to", not "the United [States]", "[Report] of the committee": forms that are nouns, too. */
const NOUN_LIKE = /(?:s|^(?:state|report|point|note|claim|call|answer|comment|mention|remark|joke|caution|say|tell))$/i;

const LETTER_FIRST = pattern(String.raw`^\p{L}`);

/** True for a word, as printed, that may be a cue of somebody's words without quotation marks. */
export function mayBeCue(word: string): boolean {
  if (!LETTER_FIRST.test(word) || findSense(word) === undefined) return false;
  return !CAPITAL_FIRST.test(word) || !NOUN_LIKE.test(word);
}

/** Nouns for people and papers that speak without a name; singular and plural are different sources. */
export const UNNAMED_NOUNS =
  `officials? sources? spokes(?:man|woman|person|people|men|women) diplomats? analysts? aides?
  advis[eo]rs? ministers? ministry ministries experts? lawmakers? reports? statements? insiders? observers? people
  person witness(?:es)? commanders? generals? governments? departments? office administration`
    .split(/\s+/)
    .join('|');

/** What may stand between a source and its cue without changing who speaks or whether it was said. */
export const BETWEEN = String.raw`(?:has|have|had|also|long|later|then|again|once|already|earlier|previously|further|\p{L}+ly)`;

/** What a number begins with: "40", "two hundred", "a dozen". */
export const AMOUNT = String.raw`(?:\p{N}|(?:half|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|an? (?:dozen|hundred|thousand|million|billion|third|quarter))\b)`;

/** Patterns of days as they stand beside a cue: "late on Monday", "last week", "on Feb. 6". */
export const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
export const DAY = String.raw`(?:(?:late |early |later |earlier )?(?:on |last |this )?${WEEKDAY}(?: (?:morning|afternoon|evening|night))?|yesterday|today|(?:earlier |late |early )?(?:last|this) (?:week|month)|on (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*\.? \d{1,2}(?:,? \d{4}\b)?)`;

/** Words that show that what precedes a cue is a clause of its own, not the name of somebody. */
export const CLAUSE_WORDS =
  'never|neither|nor|nobody|has|have|had|is|was|were|are|be|been|will|would|could|can|should|did|does|do|not|to|who|which|that|if|because|what|when';

/** Words before a name that say what office the named person holds. */
export const TITLE_NOUNS = new Set(
  `president pres minister premier chancellor leader secretary ambassador envoy senator sen representative rep governor gov
   general gen chief king prince sheikh ayatollah speaker chairman director mr mrs ms dr spokesman spokeswoman
   spokesperson commander diplomat negotiator`.split(/\s+/),
);

function alternatives(words: Iterable<string>): string {
  return [...words].sort((a, b) => b.length - a.length).join('|');
}
