// withoutCourtesy(text): the request that a polite sentence holds. "Hi, could you please tell me who said X? Thanks!" is `who said X`.
// Greetings, carriers ("I'd like to know") and thanks are taken off at both ends, never from inside, and never so that nothing is left
// of a command.

export interface Plain {
  readonly text: string;
  /** True where a carrier was taken off: what is left is asked for, though it may not look like a question ("what Trump said"). */
  readonly isAsked: boolean;
}

const GREETING =
  /^(?:hi|hello|hey|hiya|yo|greetings|dear|good (?:morning|afternoon|evening|day)|please|pls|plz|sorry|excuse me|thanks(?: a lot| so much| again)?|thank you(?: so much| very much)?|thx|cheers|(?:a )?(?:quick )?question|just (?:wondering|curious|checking)|btw|by the way|@?iran-talks|@?bot)(?: (?:there|all|everyone|everybody|bot|team|folks|guys|again|@?iran-talks))*(?:[\s,.!:;–—-]+|$)/i;
/** "… my desk wants to know who said": the request stands at the end. */
const WHO_SAID_INSIDE =
  /^[^"“”„«»]*\b(?:know|knows|known|find|remember|remembers|recall|tell|ask|asks|asking|asked|wonder|wonders|wondering|see|learn|out|me|us|about|clear|sure|idea|forgot|question is)[\s,:–—-]+(?=who (?:said|says)\s+\S)/i;
/** "So", "and": only where a request follows, because "so far nothing" is one of its own. */
const CONNECTIVE =
  /^(?:so|well|now|ok|okay|alright|right|actually|um+|uh+|hm+)(?:\s*[,.:–—-]+\s*|\s+(?=(?:who|whose|what|when|where|why|how|which|did|does|do|is|are|was|were|has|have|can|could|would|will|please|i|tell|show|give|check|compare|speaker|ask|timeline)\b))/i;
const AND_WHO_SAID = /^(?:and|but)\s+(?=who (?:said|says)\b)/i;

const POLITE = '(?: (?:please|pls|kindly|maybe|possibly|perhaps|quickly|just|also))*';
const TELL =
  '(?:tell|show|give|get|find|remind|list|look up|look for|see|say|explain|help)(?: (?:me|us))?(?: (?:out|with|find(?: out)?|understand|know|see))?';
const CARRIERS = [
  `(?:can|could|would|will|may|might) (?:you|u|i|we|someone|somebody|anyone|anybody)${POLITE}(?: be able to)? (?:${TELL}|let (?:me|us) know|know|have)`,
  '(?:tell|show|give|remind) (?:me|us)|let (?:me|us) know|help (?:me|us)(?: (?:find(?: out)?|understand|see))?',
  `i(?:['’]d| would)? (?:like|love|want|need|wish|be (?:glad|happy|interested))${POLITE}(?: to (?:know|see|find(?: out)?|hear|read|learn|ask|check|understand))?`,
  `i(?:['’]m| am| was|['’]ve been)?${POLITE} (?:wondering|curious|trying to (?:find(?: out)?|remember|figure out|understand)|looking for|interested in)|i wonder`,
  `(?:do|does|did) (?:you|anyone|anybody|someone|somebody)${POLITE}(?: happen to)? (?:know|remember|recall|have)|any(?:one|body) know|any idea`,
];
const CARRIER = new RegExp(
  String.raw`^(?:${CARRIERS.join('|')})(?: (?:about|of|please|whether|if))*(?:[\s,:;–—-]+|$)`,
  'i',
);
/** "Can you compare …": the command is what is asked for. */
const CARRIED_COMMAND = new RegExp(
  String.raw`^(?:can|could|would|will|may|might) (?:you|i|we)${POLITE} (?=(?:check|compare|ask)\b)`,
  'i',
);
const WHETHER = /^(?:whether|if)\s+/i;
/**
 * "Check whether X said there would be war", "check who said …": without quotation marks there are no words to check, but a question. So is
 * `check who said "no fees"`; `check who said what: Varga: "…"` and whatever else a pasted message begins with is none.
 */
const CHECK_QUESTION =
  /^check (?:(?:whether|if)\s+(?!(?:this|that|it|these)\b)(?=[^"“”„«»]*\b(?:said|says|told|claimed|denied|warned|promised|threatened|mentioned|announced)\b[^"“”„«»]*$)|(?=(?:who|what|when|where|how|why|which)\b[^"“”„«»?!:/]*(?:["“„«][^"“”„«»]*["”“»]\P{L}*)?$))/iu;
/** A message to check is not read for what it asks: "I want to know who said …" in it belongs to it. */
const CHECKED_QUOTATION = /^check\b[\s\S]*["“”„«»]/iu;

const THANKS =
  '(?:please|pls|plz|thanks?|thank you|thx|ty|tia|cheers|many thanks|much appreciated)(?: (?:a lot|a bunch|a million|very much|so much|in advance|again|all|everyone|you|bot))*';
const AFTERTHOUGHT = `(?:${THANKS}|if (?:you can|possible|you don['’]t mind)|for me|by any chance|anyone|anybody|mate|kindly|rn|atm|tho|lol|tbh)`;
const TRAILING = new RegExp(
  `(?:\\s*[,;.!–—-]\\s*${AFTERTHOUGHT}|(?<=[?？؟])\\s*${AFTERTHOUGHT}|\\s+(?:${THANKS}|rn|atm|tho|lol|tbh))[\\s.,!?？؟]*$`,
  'i',
);
/** Said of an answer, and no request. */
const REMARK =
  /^(?:ok(?:ay)?|great|nice|cool|perfect|good|awesome|wow|lol|haha|yes|yep|yeah|no|nope|got it|understood|i see|right|sure|never ?mind|bye|good ?bye)(?:[\s.,!]+(?:ok(?:ay)?|great|nice|cool|good|yes|no|then|bye))*[\s.,!]*$/i;
/** What is left of a command without its words: then "thanks" was what was looked for. */
const BARE =
  /^(?:who[ -]?(?:said|says)|ask|speaker|compare|timeline|check|source|statements)?[\s:,]*(?:by|about)?[\s:,]*$/i;
/** `"wall of distrust", who said that?` */
const QUOTED_FIRST = /^(["“][^"“”]+["”])[\s,.:;–—-]*who (?:said|says|is saying)(?: (?:that|this|it|so))?\s*[?？؟]*$/i;
const LONG_WHO_SAID =
  /^who(?:['’]s| has| had)?(?: (?:actually|really|exactly|ever|also|even|recently|publicly|already))*\s+(?=(?:said|says)\b)|^who (?:is|was) (?:it|the one|the person|the speaker) (?:that|who)\s+(?=(?:said|says)\b)/i;
const OTHER_WORDS: readonly (readonly [RegExp, string])[] = [
  [
    /^who (?:else )?(?:besides|except(?: for)?|other than|apart from) (\S+(?: \S+){0,4}?) (?:has )?(?:said|says) ([^?]+)\??$/i,
    'who said $2 except $1',
  ],
  [/^who (?:from|in|on|for|at) ([^"“”]{2,40}?) (?:has )?(?:said|says) ([^?]+)\??$/i, 'who said $2 by "$1"'],
  [/^(?:the|a) (?=timeline\b)/i, ''],
  [/^(?:the |a )?comparison (?:of|between) /i, 'compare '],
  [/^(?:(?:list|who are) )?(?:all )?(?:of )?(?:the )?speakers\s*[?？؟]*$/i, 'speakers'],
  [/^(?:(?:list|what are) )?(?:all )?(?:of )?(?:(?:the|your) )?sources\s*[?？؟]*$/i, 'sources'],
  [/^(?:which|what) (speakers|sources) (?:are there|do you have)\s*[?？؟]*$/i, '$1'],
];

/** @example withoutCourtesy('hey, can you tell me who said "no missiles"? thanks!') // { text: 'who said "no missiles"?', isAsked: true } */
export function withoutCourtesy(text: string): Plain {
  let plain = text.trim();
  let isAsked = false;
  for (let before = ''; before !== plain; ) {
    before = plain;
    const opened = withoutOpening(plain);
    isAsked ||= opened.isAsked;
    plain = withoutThanks(opened.text);
  }
  if (REMARK.test(plain)) return { text: '', isAsked };
  const quoted = QUOTED_FIRST.exec(plain)?.[1];
  if (quoted !== undefined) return { text: `who said ${quoted}`, isAsked };
  plain = plain.replace(LONG_WHO_SAID, 'who ');
  for (const [words, command] of OTHER_WORDS) plain = plain.replace(words, command);
  return { text: plain, isAsked };
}

function withoutOpening(text: string): Plain {
  const opened = text
    .replace(/^[\s,;:–—-]+/, '')
    .replace(GREETING, '')
    .replace(CONNECTIVE, '')
    .replace(AND_WHO_SAID, '');
  const greeted = CHECKED_QUOTATION.test(opened) ? opened : opened.replace(WHO_SAID_INSIDE, '');
  const carried = greeted.replace(CARRIER, '').replace(CARRIED_COMMAND, '');
  const isCarried = carried !== greeted && carried !== '';
  const told = isCarried ? carried.replace(WHETHER, '') : greeted;
  const checked = told.replace(CHECK_QUESTION, '');
  return { text: checked, isAsked: isCarried || checked !== told };
}

/** Outside quotation marks alone: who is quoted as saying "thanks" said so. */
function withoutThanks(text: string): string {
  const match = TRAILING.exec(text);
  if (!match) return text;
  const rest = text.slice(0, match.index);
  const isQuoted = (rest.match(/["“”]/gu)?.length ?? 0) % 2 === 1;
  if (isQuoted || BARE.test(rest)) return text;
  // "The carrier, please?" is still a question.
  return /[?？؟]/u.test(match[0]) && !/[?？؟]$/u.test(rest) ? `${rest}?` : rest;
}
