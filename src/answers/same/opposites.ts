// Words that turn a statement round or count something, for telling two statements apart that share all their other words. Lists of
// the news of talks, not of English: a pair that is missing here lets two statements stand together with the difference marked.
import { createTokenizer } from '../../search/tokens.ts';

const PAIRS = `accept reject, accept refuse, accept decline, agree refuse, agree reject, agree disagree, approve reject, approve oppose,
  open close, open shut, reopen close, raise lower, raise cut, raise reduce, increase decrease, increase reduce, increase cut,
  expand reduce, grow shrink, rise fall, high low, higher lower, win lose, gain lose, allow ban, allow forbid, allow block, permit ban,
  support oppose, back oppose, more less, more fewer, most least, before after, early late, attack defend, start end, start stop,
  begin end, begin stop, continue stop, continue end, continue halt, continue suspend, resume suspend, resume halt, keep abandon,
  keep drop, succeed fail, success failure, confirm deny, deny admit, strong weak, strengthen weaken, good bad, better worse, best worst,
  friend enemy, war peace, join leave, enter leave, stay leave, remain leave, arrive leave, send withdraw, deploy withdraw, lift impose,
  ease tighten, legal illegal, true false, right wrong, possible impossible, likely unlikely, able unable, ready unready,
  willing unwilling, safe dangerous, safe unsafe, guilty innocent, lead follow, buy sell, import export, import ban, first last,
  direct indirect, public secret, temporary permanent, peaceful military, optimistic pessimistic, confident doubtful, near far,
  all some, every some, north south, east west, northern southern, eastern western,
  left right, day night, old new, guarantee threaten, welcome condemn, praise criticize, praise blame, trust distrust, hope fear`;

/** Verbs and adjectives that deny what follows them: "refuses to negotiate" is "will not negotiate". */
const REVERSING = `refuse reject deny oppose decline stop halt cease suspend end quit abandon ban bar prohibit prevent block
  cancel lack fail avoid against unlikely impossible unable unwilling unready hardly barely doubt`;

const COUNTS = `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen twenty`;
const OTHER_NUMBERS: Readonly<Record<string, string>> = {
  ...{ thirty: '30', forty: '40', fifty: '50', sixty: '60', seventy: '70', eighty: '80', ninety: '90' },
  ...{ hundred: 'hundred', hundreds: 'hundred', thousand: 'thousand', thousands: 'thousand', million: 'million' },
  ...{
    millions: 'million',
    billion: 'billion',
    billions: 'billion',
    dozen: 'dozen',
    dozens: 'dozen',
    half: 'half',
    percent: '%',
  },
  ...{ first: '1.', second: '2.', third: '3.', fourth: '4.', fifth: '5.', sixth: '6.', seventh: '7.', eighth: '8.' },
  ...{ once: 'once', twice: 'twice', double: 'double', triple: 'triple', quarter: 'quarter' },
};
const NUMBERS = new Map([
  ...COUNTS.split(/\s+/).map((word, count) => [word, String(count)] as const),
  ...Object.entries(OTHER_NUMBERS),
]);

const DAYS = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
   november december weekend`.split(/\s+/),
);

/** Will it, may it, ought it? "would" and "could" are how reported speech has "will" and "can". */
const MODALS = new Map<string, Modal>([
  ...words('will would shall ll wont wouldnt', 'sure'),
  ...words('can could may might cannot cant couldnt', 'open'),
  ...words('should must ought need shouldnt', 'due'),
]);

function words(list: string, modal: Modal): [string, Modal][] {
  return list.split(' ').map((word) => [word, modal]);
}

export type Modal = 'sure' | 'open' | 'due';

const stemOf = (word: string): string => tokenize(word)[0]?.stem ?? word;
const tokenize = createTokenizer([]);

interface Tables {
  readonly pairs: ReadonlySet<string>;
  readonly reversing: ReadonlySet<string>;
}

/** Made when it is first asked for: most runs of the program never do. */
let made: Tables | undefined;

function tables(): Tables {
  made ??= {
    pairs: new Set(
      PAIRS.split(/,\s*/).flatMap((pair) => {
        const [a = '', b = ''] = pair.trim().split(/\s+/).map(stemOf);
        return [`${a} ${b}`, `${b} ${a}`];
      }),
    ),
    reversing: new Set(REVERSING.split(/\s+/).map(stemOf)),
  };
  return made;
}

/** True for stems of words that mean the opposite of each other: "accept" and "rejected". */
export function areOpposite(a: string, b: string): boolean {
  return tables().pairs.has(`${a} ${b}`) || isPrefixed(a, b) || isPrefixed(b, a);
}

/** True for the stem of a word that denies what follows it: "refuse". */
export function isReversing(stem: string): boolean {
  return tables().reversing.has(stem);
}

/** "lawful" and "unlawful". */
function isPrefixed(a: string, b: string): boolean {
  return a.length >= 3 && ['un', 'in', 'im', 'ir', 'il', 'dis', 'non'].some((prefix) => b === prefix + a);
}

/** "13" for "thirteen" and for "13"; undefined for what counts nothing. */
export function numberOf(word: string): string | undefined {
  return /^\p{N}/u.test(word) ? word : NUMBERS.get(word);
}

export function isDay(word: string): boolean {
  return DAYS.has(word);
}

export function modalOf(word: string): Modal | null {
  return MODALS.get(word) ?? null;
}
