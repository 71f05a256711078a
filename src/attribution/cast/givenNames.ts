// pronounOfGivenName(word): "he" or "she" for first names that are nearly always one of them in English-language news. A name
// that both bear (Alex, Jordan, Robin) is left out: it tells nothing. A title before a name outweighs its first name.
import { MARKS } from '../../patterns.ts';

const HE = new Set(
  `aaron abbas abdullah adam adrian ahmad ahmed alan albert alexander ali amir amos andreas andrew anthony anton antonio
   antony arash arthur avi avigdor barack ben benjamin benny bernard bernie bill boaz bob boris brad brian bruce carl carlos
   charles chris christopher chuck clarence craig dan daniel danny david dennis dmitry don donald doug douglas ed eduardo
   edward ehud ehsan elias elliott emmanuel eric ernest farhad felix fernando francisco frank franz fred gabriel gareth gary
   geoffrey george gerald gideon gilad giorgio glenn gordon greg gregory hamid hans harold harry hassan hector henry hossein
   howard hugo hussein ian ibrahim igor isaac itamar ivan jack jacob jacques jake james jan jared jason javad javier jeff
   jeffrey jeremy jerome jerry jim jimmy joe john johnny jon jonathan jorge jose joseph josh joshua juan karl keith ken
   kenneth kevin khalid klaus larry lars laurence lawrence leo leonard levi lewis liam lindsey louis lucas luis luke mahmoud
   majid manuel marc marcel marco mario mark martin marwan masoud massoud matt matthew maurice max mehdi michael miguel mike
   mikhail mitch mitt mohammad mohammed mohsen morris moshe muhammad mustafa naftali nasser nathan neil nicholas nick nicolas
   nigel nikolai noah norman oleg oliver omar oscar owen parviz patrick paul pavel pedro pete peter philip philippe phil
   pierre rafael rahim ralph ramin randy raymond reza richard rick rob robert roberto rodrigo roger roland ronald rudy rupert
   russell saeed salim salman samuel saul scott sean sebastian sergei sergey shimon simon stefan stephen steve steven stuart
   ted teo terry theodore thomas tim timothy tobias todd tom tomas tony victor vincent vladimir volodymyr walter warren wayne
   werner william willem wolfgang xavier yair yitzhak yoav yossi yousef yuri zvi`.split(/\s+/),
);
const SHE = new Set(
  `abigail adriana alexandra alice alicia alina alison amanda amelia amy ana andrea angela anita ann anna anne annie
   antonia barbara beatrice bella bernadette beth betty brenda brigitte camila carla carmen carol caroline catherine cecilia
   charlotte christina christine cindy claire clara claudia condoleezza constance cristina cynthia daniela danielle deborah
   debra denise diana diane dina donna dora doris dorothy elaine eleanor elena elise elizabeth ella ellen emily emma erica
   erika esther eva eve farideh fatemeh fatima federica fiona florence frances gabriela gail georgia gina giulia gloria golda
   grace greta hannah heather heidi helen helena hillary hilary ilana inez ingrid irene iris isabel isabella ivanka jacqueline
   jane janet janice jeanne jennifer jenny jessica jill joan joanna josephine joyce judith judy julia julie karen karin karoline
   kate katherine kathleen kathryn katie kayleigh kellyanne kirsten kristin laila lana laura lauren leah leila lena leticia
   lillian lina linda lisa liz lois lorraine louise lucia lucy lydia madeleine malala mara margaret maria marianne marie marina
   marjorie martha mary maryam masoumeh maureen maya megan melania melinda melissa michelle mina miriam miri monica nadia nahid
   nancy naomi narges natalia natalie natasha nicole nikki nina nora olga olivia pamela patricia paula pauline penelope polly
   rachel rebecca renee rita rosa rose roxana ruth sally samantha sandra sara sarah selina shahla sharon sheila shirin shirley
   sofia sonia sophia sophie stacey stella stephanie susan susanna suzanne svetlana sylvia tamar tanya tatiana teresa theresa
   tina tulsi tzipi ursula valerie vanessa vera veronica victoria viola virginia vivian wendy yasmin yelena yvonne zahra zainab
   zoe`.split(/\s+/),
);

/** Null for a word that is no known first name, and for one that both bear. */
export function pronounOfGivenName(word: string): 'he' | 'she' | null {
  const name = word.normalize('NFKD').replace(MARKS, '').toLowerCase();
  if (HE.has(name)) return 'he';
  return SHE.has(name) ? 'she' : null;
}
