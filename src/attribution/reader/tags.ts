// Coarse tags of words: closed classes by list, open ones by ending and capital. The numbers are part of the trained weights:
// changing a list or the order of TAGS needs training again.
import { LETTER, pattern } from '../../patterns.ts';

const TAGS = [
  'OTHER',
  'PRON',
  'POSS',
  'DET',
  'PREP',
  'AUX',
  'MODAL',
  'NEG',
  'CONJ',
  'SUB',
  'THAT',
  'TO',
  'WH',
  'ADV',
  'ING',
  'ED',
  'NUM',
  'NAME',
  'CAPS',
  'COMMA',
  'STOP',
  'QOPEN',
  'QCLOSE',
  'COLON',
  'DASH',
  'PUNCT',
  'TIME',
  'TITLE',
  'PEOPLE',
  'SAY',
  'NOUN',
  'APOS',
] as const;
export type Tag = number;
export const TAG = Object.fromEntries(TAGS.map((name, index) => [name, index])) as Readonly<
  Record<(typeof TAGS)[number], Tag>
>;

const LISTS: Readonly<Partial<Record<(typeof TAGS)[number], string>>> = {
  PRON: `i he she they we it you him them us me himself herself themselves itself who everybody everyone someone somebody
    anyone nobody many some others one`,
  POSS: 'his her their my our your its',
  DET: 'the a an this these those each every another no any all both several two three four five six most such',
  PREP: `of in on at by for with from into over under against between among about during through without within across toward
    towards upon near behind beyond amid per via like`,
  AUX: 'is was are were be been being am has have had having do does did doing',
  MODAL: 'will would could should can may might must shall wo ca',
  NEG: "not n't never nor neither",
  CONJ: 'and but or yet plus',
  SUB: 'because while although though if when before after since until unless as whether where than so whereas',
  THAT: 'that',
  TO: 'to',
  WH: 'what why how which whose whom',
  ADV: `also then later again once already earlier now still just even only too very here there recently repeatedly long ever soon
    often instead however meanwhile`,
  TIME: `monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
    november december today yesterday tomorrow week month year night morning afternoon evening day`,
  TITLE: `mr mrs ms dr sen rep gov gen president senator secretary governor congressman congresswoman mayor judge justice
    chairman director minister ambassador speaker attorney vice former chief executive`,
  PEOPLE: `official officials spokesman spokeswoman spokesperson spokesmen source sources aide aides adviser advisers advisor
    advisors analyst analysts expert experts critics critic lawmaker lawmakers reporters reporter people voters voter supporters
    supporter strategist campaign candidate nominee campaigns report reports statement poll polls survey article story study
    newspaper post professor leader leaders member members democrats republicans republican democrat author man woman father
    mother wife husband son daughter lawyer lawyers editor columnist writer host producer manager pollster activist group groups
    department agency committee court`,
  SAY: `said says say saying told tell tells telling added adds adding asked asks ask asking noted notes noting warned warns
    warning explained explains claimed claims claiming argued argues arguing insisted insists insisting announced announces
    declared declares stated states stating reported reports reporting wrote writes writing tweeted replied replies responded
    responds answered acknowledged acknowledges admitted admits conceded denied denies denying confirmed confirms suggested
    suggests suggesting stressed emphasized asserted contended alleged recalled remarked commented joked quipped testified
    reiterated repeated continued concluded exclaimed shouted urged urges urging complained predicted described describes
    mentioned revealed disclosed pointed cautioned cited quoted according`,
};

// Later lists win, as in the order of TAGS: "reports" is a cue before it is a paper.
const LISTED: ReadonlyMap<string, Tag> = new Map(
  TAGS.flatMap((name) =>
    (LISTS[name] ?? '').split(/\s+/).flatMap((word) => (word === '' ? [] : [[word, TAG[name]] as const])),
  ),
);

const NUMBER_FIRST = pattern(String.raw`^\p{N}`);

/** The tag of a word wherever it stands; quotation marks are tagged by what they do, elsewhere. */
export function tagOf(word: string, lower: string, look: 'small' | 'name' | 'capitals'): Tag {
  const listed = LISTED.get(lower);
  if (listed !== undefined) return listed;
  if (/^['’]s$/u.test(word)) return TAG.APOS;
  if (NUMBER_FIRST.test(word)) return TAG.NUM;
  if (word === ',') return TAG.COMMA;
  if (/^[.?!…]/u.test(word)) return TAG.STOP;
  if (word === ':') return TAG.COLON;
  if (/^(?:--|[—–-])$/u.test(word)) return TAG.DASH;
  if (!LETTER.test(word)) return TAG.PUNCT;
  if (look !== 'small') return look === 'capitals' ? TAG.CAPS : TAG.NAME;
  if (/ly$/u.test(lower)) return TAG.ADV;
  if (/ing$/u.test(lower)) return TAG.ING;
  if (/ed$/u.test(lower)) return TAG.ED;
  if (/n't$/u.test(lower)) return TAG.NEG;
  return /(?:tion|ment|ness|ity|er|or|s)$/u.test(lower) ? TAG.NOUN : TAG.OTHER;
}
