// askedToCheck(text): the quotation that a question asks about, with whoever it is ascribed to: `is it true that Varga said "…"?` is
// `check Varga said "…"`. Of a few words in quotation marks, and of none, somebody rather asks what was said on them.

/** A shorter one is in many texts: `did Varga say "no fees"` asks for whatever Varga says on it. Chosen by eye. */
const LEAST_WORDS = 3;

const QUOTATION = '["“„«][^"“”„«»]+["”“»]';
const REAL =
  '(?:true|right|correct|real|accurate|genuine|authentic|legit(?:imate)?|verbatim|exact|fake|false|wrong|made[- ]up|invented|a fact)';
const REALLY = '(?:really|actually|ever|truly|indeed|just|also|even|in fact)';
const A_QUOTE = `(?:(?:an? |the )?(?:${REAL} )?(?:quote|quotation)|${REAL})`;
const CHOICE =
  '(?:real or fake|fake or real|true or false|false or true|right or wrong|fact or fiction|true or not|real or not)';

/** Each gives what is left to check, in its own words. The surest first. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  // "Is this right: …", "is it true that Varga said …", "it's true that …".
  [
    new RegExp(
      `^(?:(?:is|was|are)n?(?:['’]t)? (?:it|this|that|these)|(?:it|this|that)(?: is| was|['’]s))(?: ${REALLY})*(?: (?:following|quote|quotation))? ${A_QUOTE}(?: that|\\s*[:,?–—-])*\\s+(.*)$`,
      'iu',
    ),
    '$1',
  ],
  [new RegExp(`^(?:${CHOICE}|fact[- ]?check|verify)(?: (?:this|that))?\\s*[:,?–—-]*\\s+(.*)$`, 'iu'), '$1'],
  // `did Varga really say on Monday that "…"?`
  [
    new RegExp(
      `^(?:did|has|have|had|does)n?(?:['’]t)? (?!(?:any|some|every|no)(?:one|body)\\b|people\\b)([^"“”„«»]{2,60}?)(?: ${REALLY})* (?:say|said|says|state|stated|claim|claimed|write|written|tweet|tweeted|post|posted)(?: ${REALLY})*((?: (?:on|at|to|last|yesterday|today)\\b[^"“”„«»]{0,40}?)?(?: that)?[,:]?) (${QUOTATION}.*)$`,
      'iu',
    ),
    '$1 said$2 $3',
  ],
  // `is "…" a real quote by Varga?`, `was "…" really said by Varga?`, `is "…" what Varga said?`
  [
    new RegExp(
      `^(?:is|was|are|were)n?(?:['’]t)? (${QUOTATION})(?: ${REALLY})* (?:${A_QUOTE}(?=$| (?:by|from|of) )|(?=(?:said |written |posted )?(?:by|from) ))(?: of(?= ))?(.{0,60})$`,
      'iu',
    ),
    '$1 $2',
  ],
  [
    new RegExp(
      `^(?:is|was) (${QUOTATION})(?: ${REALLY})* what ([^"“”„«»]{2,60}?)(?: ${REALLY})* (?:said|says|wrote|posted)$`,
      'iu',
    ),
    '$2 said $1',
  ],
  // `Varga said "…": is that true?`
  [
    new RegExp(
      `^(.*["”“»][^"“”„«»]*?)\\s*[:,;.–—-]*\\s+(?:(?:is|was) (?:it|this|that)(?: ${REALLY})* ${A_QUOTE}|${CHOICE})$`,
      'iu',
    ),
    '$1',
  ],
];

/** What stands behind `check` in the request that is meant; null: nothing is asked to be checked. */
export function askedToCheck(text: string): string | null {
  const asked = text.replace(/[\s?？؟]+$/u, '');
  if (![...asked.matchAll(new RegExp(QUOTATION, 'gu'))].some(([quotation]) => wordsIn(quotation) >= LEAST_WORDS))
    return null;
  for (const [form, checked] of FORMS) {
    if (!form.test(asked)) continue;
    const rest = asked.replace(form, checked).replace(/\s+/gu, ' ').trim();
    // What is asked of a question is no quotation: "is it true that when Varga said …".
    return /["“„«]/u.test(rest) ? rest : null;
  }
  return null;
}

function wordsIn(quotation: string): number {
  return quotation.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0;
}
