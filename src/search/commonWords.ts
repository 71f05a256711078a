// shareOf(stem): how common a word of general English is, as the share of paragraphs that have it. In a corpus of a few articles a word that
// is missing may be missing by chance ("photograph") or because nothing is told of it ("centrifuge"); this tells the two apart.

import { createSpelling, type Spelling } from './spelling.ts';

/**
 * Stems by the share of paragraphs that have them: at least one in 2 to the power of the key, and less than twice as many. Counted in 18,164
 * paragraphs of U.S. political news (PolNeAR 1.0) and 2,429 of encyclopedia articles (SQuAD 1.1), the mean of both; only words that stand in
 * 15 articles or more and are mostly written in small letters.
 */
const STEMS: Readonly<Record<number, string>> = {
  3: `not one other`,
  4: `after all becom call countri dure first includ make more most no onli peopl some such support take time two use while world year`,
  5: `against among appear area around back base becaus befor begin between both build campaign candid centuri chang come continu
    critic day develop differ each earli elect end establish even follow forc form former found four general get give go govern
    group high hold human import increas issu know larg last later lead like live long major million music name need now number
    offic offici organ origin own part parti perform person place point polit power presidenti primari produc provid public record
    relat releas report result right run same school second sever show sinc still system term think three through vote way week well
    win work write`,
  6: `account across action activ ad addit administr again age air allow along announc anoth artist ask attack attempt author averag
    bank believ best big black book break bring busi carri case caus child choos claim close comment common communiti compani compar
    complet concern consid constitut contest control convent creat cultur current de deal debat decid defend deleg describ design
    die direct divid dog dont down due econom economi educ effect effort event everi exampl execut exist expand face fall famili far
    featur feder feel few field fight film final financi five focus foreign fund further game global good governor grow hand head
    healthi help higher himself histori home host hour immigr independ industri influenc inform initi interest interview introduc
    involv judg keep kill land languag largest late law leader least left less level light line list littl local locat look lose
    lower main man manag market mean media meet member militari modern month move natur near never next night nomin non note offer
    often old open oper order particular past pay period plan play polici poll popul popular posit possibl practic present previous
    privat problem process program protest publish put question race rais rang rate reach receiv recent refer region relationship
    remain repres requir research respect respond return role rule season secur see sell send seri serv servic set seven short
    signific similar singl six small social song sourc speak special specif spend stand standard start strong student studi success
    suggest team televis thing third though throughout titl top total trade tradit tri turn until various view voter want wide
    within without woman word`,
  7: `abil abl abov accept access accus achiev actual address advanc advis affect agenc ago agre aid aim almost alreadi altern alway
    amount anim annual anti appli appoint approach approxim argu arm arriv articl assert assist attend attent attract audienc avail
    avoid away basi bear behavior behind benefit better beyond billion bodi border broadcast capit care career celebr certain
    challeng charact charg chief citat cite citizen civil class clear climat co collaps collect combin command commerci commit
    competit complex compos concept concert conclud condit conduct confer conflict connect consequ conserv consist construct contain
    contrast contribut controversi corpor cost cours cover credit crisi crowd cut damag data date decad declar declin defin definit
    degre demand demonstr depend deriv destroy detail determin didnt difficult digit director discuss distinct doesnt domest domin
    draw drive earlier earn eight either element email emerg employ endors energi engag engin enough enter entertain entir especi
    estim eventu evid except expect experi explain express extend fact factor fail famous father favor femal fifth figur file find
    fire firm formal fourth free frequent friend front function futur gain generat goal graduat grant half hard hear highest histor
    hit hope hot hundr idea identifi imag immedi impact improv incom indic individu inspir instanc integr intend invest investig
    invit itself job join key kind lack larger launch learn leav legal legisl letter liber limit longer lot love low maintain mass
    materi matter measur mention messag method mid mind minor minut model moment money mother movement network nine nomine notabl
    numer object observ occur onc onlin oppos outsid overal page parent particip pass path peac per physic plant polic poor potenti
    premier prevent price primarili prior pro probabl product profession progress project promin promot propos protect prove provinc
    qualiti radio ralli rank rather read real realli reason recogn reduc reflect refus regard regul regular religi remark repeat
    replac request resid respons rest reveal review rise risk rival rout runner save saw schedul scholar seek seem seen select self
    sens separ serious share shoot side sign site situat size societi sometim son soon sound sport spread stage star statement
    station status stop store stori structur struggl style subject subsequ succeed suffer summer surviv talk target tax teach
    technic ten territori theme themselv theori thousand thus tie togeth toward town track train travel true tweet type typic ultim
    understand upon urban usual valu vari varieti version victori video visit voic watch water web websit winner worker worldwid
    young`,
  8: `academ accompani acknowledg acquir activist actor adapt add adjust admit adopt advantag advertis advoc agreement ahead alleg
    alli allianc alon alongsid analyz ancient answer apart appar appeal applic appropri approv arrang arrest aspect asset attorney
    attribut audit background bad balanc ballot ban band basic battl beat beauti belong below biggest billionair biolog birth block
    blue board borrow box boy branch brief broad brother budget buy calcul cancel candidaci cannot cant capabl capac captur cast
    categori caucus ceremoni chairman chanc channel character check classifi cloth coal code collabor coloni color com combat
    communic compet compon comprehens comput concentr confid confirm confront consider consum contact contemporari content contract
    convers convert copi core correct correspond count coupl coverag crime crimin crown custom cycl danger dark daughter debt
    decreas deep defeat delay deliv democraci deni deploy devic diplomat discov discoveri diseas dismiss display disput disrupt
    distinguish distribut divers doctor document dollar donat donor door doubl dramat dream drop drug duti earliest economist edit
    effici eg electr elimin els emot emphas employe enabl encourag enemi enforc ensur entiti entitl environ environment episod equal
    era essenti estat ethic ethnic everyon everyth exact examin exceed excess exchang exclus exercis expens expert explor extens
    extrem eye facil failur fair faith fan fashion fast fear fee fellow fill financ finish fit flag fli food foot footbal format
    forward founder fuel fulli fundament fundrais gather geograph grade gradual greater greatest grind gross guard gun guy handl
    headquart heart heat heavili herself hire honor hospit hotel household husband ie ignor illeg implement impress incid incorpor
    index influenti innov insid insist instal instrument insur intellig intens interact interpret investor isnt joint journalist
    knowledg label labor latest latter lawsuit lawyer lay leadership lie listen loan longest magazin mainstream male manufactur
    margin marri massiv mechan medic memori mental mere mile mine minimum mission mix mobil moder moral morn mortgag mount movi
    multipl narrat narrow necessari negat neighbor newspap nor normal noth oblig obtain occasion occupi oil older oldest opinion
    opportun opposit orient oversea owner paint panel paper partner pattern peak perceiv percentag perhap perman personnel perspect
    philosophi photo pick pictur piec platform player pledg pm politician pop port portion portray prais pre predict prefer prepar
    presenc preserv pressur princip principl prioriti prison professor profil profit promis prompt properti pull purchas pure purpos
    pursu push quarter quick quit quot racial radic rapid rare reaction readi realiti realiz recal recommend reform refuge regim
    regist reject relief religion remov renew rescu resist resourc restor restrict retir revenu rich road roll room root rose rough
    round safeti scale scene scientif score screen search seat secondari section sector senior settl settlement sexual shadow shape
    shift simpl simpli sing sister sit sixth skill smaller space split spokesman sponsor spot spring staff statist stay step stock
    strategi strike substanti successor suppli sure surfac surpris surround survey sustain symbol task teacher techniqu tell
    temperatur tend terror terrorist test theyr threat touch tour trail transfer transform transit translat transport treat
    treatment trend troop troubl trust twenti twice uniqu unlik updat urg user util vast vehicl ventur via victim viewer violat
    violenc violent vision volum wage walk warm warn wasnt wave weak wealthi wear weigh whole widespread wife wind winter wish
    withdraw wolf worri worst worth writer`,
  9: `abandon abolish abort abroad absolut abus acceler accommod accomplish actress adher admir adult affili afternoon agenda agent
    aggress agricultur alter amid analys anger angri anticip anxieti apolog arena arent argument aris aspir assault assess assign
    assum awar bar bare behalf bias bid bigger bind biographi bite blame blood bomb boom boost bottom brand breach briefli bright
    broader buri burn bus businessman cabl camera camp carbon card cash catch categor chain chair champion characterist chariti
    charter cheer chemic childhood circl citizenship civilian clash classif closer coast comfort comparison compens compil complain
    complaint complic compound compris compromis concret condemn confus consensus constant constitu consult contend context contin
    convict convinc cool coordin corrupt counter crazi creation credibl critiqu danc dedic deepli deliber demograph denounc depict
    deport deputi descend descent deserv desir devot difficulti disagre disast discours discrimin distanc divis doubt dozen draft
    dress drink driver dub dynam easi easier easili eat editori eighth elder elector elev elig elit elsewher embrac emiss emphasi
    enact encount endur enhanc enjoy enorm enrol entri equip equiti equival error escap etc everybodi evolut evolv ex exclud exhibit
    experienc explicit exploit export expos exposur extra fals familiar fault favorit fewer fiction fierc fine fiscal fish fix flat
    flight floor flow folk fortun forum fossil frame fraud frustrat fulfil gap gas gay gender giant goe golf grab ground guest guid
    halt hang harm hasnt hate headlin heavi hedg hell heritag hero hide highlight historian hors huge hunt hurt ice icon ideal ident
    ideolog illustr imagin implic impos imposs inaugur incent indirect inequ infrastructur injur innoc inquiri insight instruct
    insult intellectu intent interior intervent invad item joke judgment jump kid landmark landscap lawmak leak lean legaci
    legislatur lend lesson licens lifetim lift liter literatur load lobbi lock logic longtim lowest mail manner map match mathemat
    maximum medium membership migrat mirror mistak mock mode modifi mogul monitor motion motiv mouth multi murder mutual nearbi
    necessarili negoti neighborhood net newli none notic notion nuclear obvious occas offend ongo oppon option ordinari otherwis
    outcom outlet outlin outstand overcom overwhelm ownership pack packag pain pair parallel partial passag patron payment perfect
    permit persist persuad phase phenomenon phone photograph phrase pioneer pivot plane planet plot plus pool pose possess poverti
    prayer preced predecessor presum presumpt print procedur proceed proclaim profess prohibit proper proport prosecut prosecutor
    prospect prosper proud provis psycholog punish qualifi quiet racism racist rail react reader recess recognit recov recoveri
    recruit regardless reli rememb remind render repli reput resign resolut restaur retail retain revers reviv rhetor ride row rural
    safe sampl satisfi scandal scientist script scrutini seal segment sensit sentenc sentiment server seventh sex sharp ship shock
    shop shore shout shut sick signal signatur silenc silver simultan slight slow socialist soldier sole solid solut sort soul spark
    specul spirit stabil stake steal storm straight strain strateg strategist stream stress stretch strict string stronger sub
    submit sudden suit superdeleg supervis suppos surg surpass suspend swing switch tabl tactic talent tape tech telephon temporari
    temporarili tension tenur theater threaten throw ticket toler tone tool tough transpar treati tree trillion trip truck turnout
    unabl undergo undermin undertak unemploy unifi uniform uniti unless unusu venu veteran virtual visibl visual vocal volunt vow
    vulner wait wake wast weapon weather weekend welcom whatev wherea wider wild will window wing wire wit wonder wont wors wouldnt
    wrong yield younger your zone`,
  10: `accur adequ advocaci affirm afterward alarm alien align aliv allegi amaz anchor anonym appreci array articul asid assumpt assur
    attitud authoritarian automat babi backer barrier battleground bearer bet bipartisan bitter blast bless bloc blog blow bold boss
    brain breath broker brush brutal burden cancer cap casino caution ceil cement chant chao chapter cheap cheaper circul circumst
    clarifi client clip closest colleagu column compel conced confidenti congressman consolid conspiraci contradict corner couldnt
    counsel counterpart crack crash cri crucial crush crystal currenc databas decis deem deeper defect deficit departur depriv
    desper devast dictat dig diminish disabl disagr disappear disappoint disclos disclosur dislik displac disqualifi distract
    disturb divorc documentari downtown drag drama eager eas echo edg elabor embarrass empti enthusiasm enthusiast entrepreneur
    erupt evalu evangel everywher excel excit exit explos extraordinari factori faster fatal fate feud fighter flee flexibl flip
    flood footag forecast forg forget formid forth freez fresh garner genuin gestur grasp grass greet guarante guess guidelin guilti
    hack hair happi harder harsh hatr havent hed highway hint hole holiday honest hostil immun impli incit inclus incred incumb
    indict inevit inflat inner insert intensifi interfer interrupt interven invok isol jet kick knock laid laugh leaf legitim lesser
    leverag liabil liar lone loyal loyalti maker mandat manipul mate midnight migrant milit minim mislead momentum myself
    nationalist nationwid navig neutral nightclub nonprofit nurs obscur obstacl odd offset opt optim outrag outreach overhaul
    overlook overse overturn owe pace partisan passion pastor paus peer perpetu pic pitch plain pleas plenti pocket polar pollster
    pollut populist pragmat precis pretti prevail profound prolong pronounc propon punch qualif rape realist rebuild referenc
    refrain regret reinforc relev reliabl reluct repeal resolv reson resort revel revis ridicul rig rip robust routin rumor sacrific
    salari sanction scrambl seiz shake shame sharpli shed shelter shield shirt shouldnt sight sizabl skeptic skin slam slate slogan
    slot slowli smart smile soft soil solv somewhat sophist speed spokeswoman spotlight staffer stanc stark statewid steel stem
    stick streak strengthen strip strongest stuff stump su suffici sum summit supplement surrog suspect sweep tank tap taxpay tear
    teenag terribl testifi testimoni thank theyv thrive tip tire tonight topic trace traffic tragedi transcript trap trigger truli
    tuition tune turmoil unclear underscor undocu unexpect unfair unknown unpreced unsuccess unveil upcom upset valid valuabl viabl
    vigor visa vital werent wise wound wrap zero`,
  11: `afraid ambit ambiti anymor anywher applaud applaus assail attende awkward banker bargain birther blunt boast bolster breakfast
    bruis bulli calendar careless cautious centrist chairwoman clinch collar columnist comeback competitor concess conclus congratul
    conservat contrari contributor credenti curb dead deadlin decri dinner disastr disgrac disrespect doom dump empow escal evil
    extremist fade fare fenc finger firearm flaw frontrunn fun generous gonna hadnt horribl hurdl implicit inclin inject instant
    instinct insurg jail justifi lag lament lengthi let lobbyist loom loophol loser loud mad magic massacr matchup math memo minus
    misogynist modest mom narrowli nervous neurosurgeon norm optimist ought ourselv outright pile plead podcast pois pour precinct
    probe propaganda propel provoc rampant rapist rattl reassur rebuk reckless reelect rein reiter relentless revolt reward sad
    scare scenario serial shi shot shrink sidelin slip solidar spin spur steadi steer stir stun substant suspicion sway tackl talli
    tempera theyll thin thought threshold thwart tide tight tighten tomorrow tougher tout transgend tremend unaccept unanim
    uncertain uncertainti undecid underestim unfavor unfit unfold unpopular unpredict unqualifi utter vacat vet virtu wed whoever
    willing xenophob yell yesterday youll yourself`,
  12: `betray bother contenti disproportion hammer somehow stumbl theyd`,
};

const SHARES = new Map(
  Object.entries(STEMS).flatMap(([power, stems]) =>
    stems.split(/\s+/).map((stem): [string, number] => [stem, 1.5 * 2 ** -Number(power)]),
  ),
);

/** Between 0 and 1; 0: not among the common words. */
export function shareOf(stem: string): number {
  return SHARES.get(stem) ?? 0;
}

let spelling: Spelling | undefined;

/** The common stem that a mistyped word is one error away from ("lenght"); undefined for a short word, or where there is none. */
export function nearestCommon(word: string): string | undefined {
  if (word.length < MIN_LENGTH) return undefined;
  spelling ??= createSpelling(new Map([...SHARES.keys()].map((stem) => [stem, 1])));
  return spelling.near(word, 1).find((candidate) => candidate.word[0] === word[0])?.word;
}

/** Shorter words are one letter away from too many others. Chosen by eye. */
const MIN_LENGTH = 5;
