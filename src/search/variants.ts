// americanSpelling(word): one spelling for words that British and American texts spell differently, so that both ways have one
// stem. Only for stems: words are compared letter by letter elsewhere. What looks alike and is another word ("our" and "or",
// "size" and "sise", "device" and "devise") stays apart.

/** Beginnings that are replaced, whatever ending follows: "sceptic" in "scepticism". */
const BEGINNINGS =
  pairs(`acknowledgement:acknowledgment aeroplane:airplane alumini:alumin anaem:anem anaesth:anesth artefact:artifact
  councillor:councilor counsellor:counselor defence:defense dialled:dialed dialling:dialing draught:draft duelled:dueled duelling:dueling
  encyclopaed:encycloped enquir:inquir foetus:fetus fuelled:fueled fuelling:fueling gaol:jail grey:gray haemorrh:hemorrh jeweller:jewelr
  judgement:judgment leukaem:leukem licenc:licens mould:mold moustach:mustach offence:offense orthopaed:orthoped paediatr:pediatr
  plough:plow practis:practic pretence:pretense pyjama:pajama refuelled:refueled refuelling:refueling sceptic:skeptic skilful:skillful
  smoulder:smolder sulph:sulf wilful:willful woollen:woolen yoghurt:yogurt`);
/** Whole words: "programme" is the beginning of "programmed", which both spell so. */
const WORDS =
  pairs(`analogue:analog analogues:analogs burnt:burned catalogue:catalog catalogues:catalogs cheque:check cheques:checks
  cosy:cozy dialogue:dialog dialogues:dialogs jewellery:jewelry kerb:curb kerbs:curbs learnt:learned programme:program programmes:programs
  speciality:specialty specialities:specialties tyre:tire tyres:tires`);

const BEGINNING = new RegExp(`^(?:${[...BEGINNINGS.keys()].join('|')})`);
/** "Colour", not "four": what stands before "our". */
const OUR =
  /^((?:dis|mis|un)?(?:arb|ard|arm|behavi|cand|clam|col|demean|enam|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|sav|savi|splend|succ|tum|val|vap|vig))our/;
/** "Centre", "centred", "centring", not "acre". */
const RE =
  /^([a-z]*cent|[a-z]*theat|(?:centi|kilo|micro|milli|nano)?met|(?:centi|deci|hecto|milli)?lit|calib|fib|lust|manoeuv|meag|mit|reconnoit|sab|somb|spect)r(?:e(?=[sd]?$))?(s|d|ing)?$/;
const ISE = /^([a-z]{3,}?)is(e|es|ed|er|ers|able|ing|ingly|ation|ations|ational)$/;
const YSE = /^((?:an|cat|di|electro|hydro|par)[a-z]?l)ys(e|es|ed|er|ers|ing)$/;
/** What stands before "-ise" in words that nobody spells with z. Those in "-wise" are told by their w. */
const NEVER_IZE = new Set(
  `adv advert appra appr bru chast circumc compr comprom conc counterpo cru dem desp dev disgu enterpr exc exerc expert franch disenfranch
   improv inc lia liv marqu merchand parad porpo pra prec prem prom ra reprom repr rev sunr superv surpr telev torto treat turquo upr va`.split(
    /\s+/,
  ),
);

/**
 * The American spelling of a word in lower case; a word that both spell alike is given back as it is. Not always a word of its own
 * ("maneuver" is, "practicing" for the British verb is): only to be compared.
 *
 * @example americanSpelling('organisations') // 'organizations'
 */
export function americanSpelling(word: string): string {
  const whole = WORDS.get(word);
  if (whole !== undefined) return whole;
  if (word.endsWith('wise')) return word;
  const begun = withOr(
    BEGINNING.test(word) ? word.replace(BEGINNING, (found) => BEGINNINGS.get(found) ?? found) : word,
  );
  if (/is[eai]/.test(begun)) {
    const [, stem = '', ending = ''] = ISE.exec(begun) ?? [];
    if (stem !== '' && !NEVER_IZE.has(stem)) return `${stem}iz${ending}`;
  }
  if (begun.includes('lys')) return begun.replace(YSE, '$1yz$2');
  const [, centre, ending = ''] = RE.exec(begun) ?? [];
  return centre === undefined ? begun : `${centre.replace('oeuv', 'euv')}er${ending === 'd' ? 'ed' : ending}`;
}

function withOr(word: string): string {
  return word.includes('our') ? word.replace(OUR, '$1or') : word;
}

function pairs(list: string): ReadonlyMap<string, string> {
  return new Map(list.split(/\s+/).map((pair) => pair.split(':') as [string, string]));
}
