// rootOf(word): the word that an irregular form belongs to. A stemmer cuts endings; it cannot know that "met" is "meet", that "death"
// is of "die" or that "Iranian" is of "Iran". What differs in more than its form ("Persian", "Iran") is not listed: see terms.yaml.

/** root: forms, for verbs. Forms that are as often another word ("found", "saw", "left", "lay", "bore") are left out. */
const VERBS = `arise:arose,arisen awake:awoke,awoken bear:born,borne beat:beaten become:became begin:began,begun bend:bent bind:bound bite:bit,bitten
  bleed:bled blow:blew,blown break:broke,broken breed:bred bring:brought build:built burn:burnt buy:bought catch:caught choose:chose,chosen
  cling:clung come:came creep:crept deal:dealt dig:dug draw:drew,drawn dream:dreamt drink:drank,drunk drive:drove,driven eat:ate,eaten
  fall:fell,fallen feed:fed feel:felt fight:fought flee:fled fly:flew,flown forbid:forbade,forbidden forget:forgot,forgotten
  forgive:forgave,forgiven freeze:froze,frozen get:got,gotten give:gave,given go:went,gone grind:ground grow:grew,grown hang:hung hear:heard
  hide:hid,hidden hold:held keep:kept kneel:knelt know:knew,known lead:led lean:leant learn:learnt leap:leapt lend:lent lose:lost
  make:made mean:meant meet:met mislead:misled mistake:mistook,mistaken overcome:overcame overthrow:overthrew,overthrown pay:paid
  prove:proven ride:rode,ridden ring:rang,rung rise:risen run:ran seek:sought sell:sold send:sent shake:shook,shaken shine:shone
  shoot:shot show:shown shrink:shrank,shrunk sing:sang,sung sink:sank,sunk sit:sat sleep:slept slide:slid speed:sped spend:spent
  spin:spun spring:sprang,sprung stand:stood steal:stole,stolen stick:stuck strike:struck,stricken strive:strove,striven swear:swore,sworn
  sweep:swept swim:swam,swum swing:swung take:took,taken teach:taught tear:torn think:thought throw:threw,thrown
  undergo:underwent,undergone undertake:undertook,undertaken understand:understood uphold:upheld wake:woke,woken wear:wore,worn weave:wove,woven
  weep:wept win:won wind:wound withdraw:withdrew,withdrawn withhold:withheld withstand:withstood write:wrote,written`;
/** root: forms, for nouns of verbs and adjectives, and plurals. */
const NOUNS = `die:death,deaths,dead,died,dying grow:growth lose:loss,losses sell:sale,sales live:life,lives arrive:arrival deny:denial refuse:refusal
  approve:approval withdraw:withdrawal propose:proposal survive:survival bury:burial try:trial,trials marry:marriage,marriages
  decide:decision,decisions divide:division invade:invasion conclude:conclusion expand:expansion extend:extension,extent
  destroy:destruction produce:production reduce:reduction introduce:introduction describe:description subscribe:subscription
  receive:reception perceive:perception deceive:deception explain:explanation proclaim:proclamation retain:retention
  permit:permission admit:admission submit:submission succeed:success choose:choice,choices advise:advice believe:belief,beliefs
  prove:proof defend:defence,defense,defensive offend:offence,offense,offensive respond:response,responses intend:intent
  analyse:analysis,analyst,analysts analyze:analysis give:gift,gifts high:height,heights long:length,lengths strong:strength,strengths
  deep:depth,depths wide:width warm:warmth true:truth young:youth wealthy:wealth healthy:health hot:heat weigh:weight,weights
  speak:speech,speeches child:children man:men woman:women foot:feet tooth:teeth mouse:mice wife:wives half:halves leaf:leaves
  wolf:wolves shelf:shelves thief:thieves knife:knives criterion:criteria phenomenon:phenomena crisis:crises basis:bases`;
/** Countries: what is of them, and who. */
const COUNTRIES = `iran:iranian,iranians israel:israeli,israelis america:american,americans russia:russian,russians china:chinese oman:omani,omanis
  qatar:qatari,qataris france:french germany:german,germans britain:british europe:european,europeans iraq:iraqi,iraqis syria:syrian,syrians
  lebanon:lebanese yemen:yemeni,yemenis turkey:turkish egypt:egyptian,egyptians jordan:jordanian,jordanians saudi:saudis
  pakistan:pakistani,pakistanis afghanistan:afghan,afghans india:indian,indians japan:japanese korea:korean,koreans ukraine:ukrainian,ukrainians
  switzerland:swiss austria:austrian,austrians italy:italian,italians spain:spanish canada:canadian,canadians australia:australian,australians
  norway:norwegian,norwegians sweden:swedish poland:polish greece:greek,greeks mexico:mexican,mexicans cuba:cuban,cubans vietnam:vietnamese
  kuwait:kuwaiti,kuwaitis bahrain:bahraini,bahrainis venezuela:venezuelan,venezuelans palestine:palestinian,palestinians africa:african,africans
  asia:asian,asians ireland:irish scotland:scottish england:english netherlands:dutch portugal:portuguese brazil:brazilian,brazilians`;

const ROOTS = new Map(
  [VERBS, NOUNS, COUNTRIES].flatMap((list) =>
    list.split(/\s+/).flatMap((entry) => {
      const [root = '', forms = ''] = entry.split(':');
      return forms.split(',').map((form): [string, string] => [form, root]);
    }),
  ),
);

/** @param word folded; itself, where it is no irregular form */
export function rootOf(word: string): string {
  return ROOTS.get(word) ?? word;
}
