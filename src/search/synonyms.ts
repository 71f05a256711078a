// relatedStems(stem): words that mean nearly the same in general English news, for questions that use another word than the article. They count
// less than the word itself. What means the same in this story alone stands in corpus/terms.yaml.
import { stemOf } from './tokens.ts';

/**
 * A line a group. Collected for the vocabulary of diplomacy, war and reporting, and for words that questions use. No opposites, no names, and nothing
 * that is only of the same kind ("north", "south"): those would turn an answer round.
 */
const GROUPS = `
meeting meet encounter summit sitdown gathering audience session
talk negotiate negotiation dialogue discussion discuss conversation parley consultation diplomacy
agreement accord deal pact treaty settlement compact arrangement
agree consent accept approve
refuse reject decline rebuff spurn dismiss
yield concede surrender capitulate submit bow relent budge
oppose opposition object resist
support back endorse
criticize criticise condemn denounce slam blast
praise commend laud hail applaud
promise pledge vow commit
threaten threat menace warn
demand require insist
request ask seek
want wish desire
prefer preference favor
plan intend intention scheme
consider weigh ponder contemplate think mull
doubt doubtful skeptical sceptical unsure uncertain dubious pessimistic
sure certain confident
optimistic optimism upbeat hopeful positive
believe reckon think view opinion
expect anticipate foresee predict forecast
decide determine resolve choose
definitive final conclusive
result outcome consequence effect
impact effect influence
fail failure collapse founder breakdown
succeed success
begin start launch commence open
finish conclude stop halt cease
continue resume carry proceed
delay postpone
accelerate hasten speed quicken
schedule timetable timing calendar
date day
hour time
today now current
week weekly
fortnight week
month monthly
year annual
anniversary commemoration celebration celebrate ceremony
previous former earlier prior past
next upcoming coming following
recent late new
again repeat reiterate restate
repeatedly often frequently
shift change alter modify adjust budge
position stance stand attitude view
policy approach strategy
party camp
country nation
government administration regime authorities cabinet
leader head chief ruler premier president
minister secretary
diplomat envoy ambassador emissary representative
official officer
spokesman spokeswoman spokesperson
ally partner friend
enemy adversary foe rival opponent
region area zone territory
surround around near neighbor neighborhood
border frontier boundary
coast shore seaboard
capital city
city town
sea ocean waters
home house residence
office bureau
department ministry agency
newspaper paper journal daily magazine
outlet media press broadcaster
network channel station television tv broadcaster
post message tweet write
report article story account
reporter journalist correspondent
photograph photo picture image shot
depict display
statement remark comment declaration announcement speech
announce declare proclaim unveil reveal disclose
reveal disclose divulge
mention refer cite
explain clarify
describe characterize portray
deny denial disavow
admit acknowledge confess concede
confirm verify
claim allege assert contend maintain
accuse blame charge
answer reply respond response
query ask
attack strike assault raid bombing hit
bomb bombing bombard
war conflict fighting hostilities combat fight
peace truce ceasefire
military army armed troops defense
joint combined together shared
coordinate coordinated joint combined
alone solo unilateral
action operation step measure
buildup presence deployment reinforcement
deploy deployment send dispatch station
order command directive instruction
official formal
ship vessel carrier warship boat
aircraft plane jet warplane airplane
missile rocket projectile
ballistic rocket
weapon arm armament munition
nuclear atomic
bomb warhead nuke
nuke nuclear
program project scheme
energy power
enrich enrichment
right entitlement
inalienable undeniable
core central key essential fundamental vital
national domestic
defense protection security
security safety
danger risk hazard peril
limit curb restriction restrict constraint cap ceiling restrain
ban prohibit forbid outlaw
allow permit
sanction penalty embargo
lift remove ease
cut sever break
tie link relation connection contact
group organization faction outfit
militant fighter militia insurgent
alliance alliances coalition bloc
terror terrorist
revolution uprising
protest demonstration rally
crowd people
election vote poll
wall barrier
distrust mistrust suspicion
trust confidence
create cause build
obstruct hinder block impede hamper prevent
obstacle barrier hurdle impediment
excessive unreasonable exaggerated extreme
aggression violence
tension strain friction
linger remain persist stay
indirect mediated intermediary mediator
mediator intermediary broker host
host hold stage
hold happen occur
occur happen
visit trip travel
visit guest
closed private secret
private confidential
public open
exercise drill manoeuvre maneuver training
training drill exercise practice
complete finish
potential possible potentially possibly
possibility chance likelihood prospect probability odds
option alternative choice
reach strike conclude achieve secure clinch
secure obtain win achieve
consummate conclude complete seal finalize
include involve contain comprise
exclude omit leave
focus concentrate center
pressure demand coercion
issue matter topic subject
condition requirement term demand
reason cause motive why
purpose aim goal objective intention
aim goal intend
help assist aid support
give provide supply
money fund cash
cost price expense
pay payment
buy purchase
sell sale
rise increase grow growth climb
fall drop decline decrease
big large great huge
small little
number count total
several many multiple numerous
first initial
final latest
better superior improved
greater bigger larger stronger
good fine
bad poor
important significant crucial major
difficult hard tough
easy simple
fast quick rapid swift
old aged
young youth
kill slay murder
die death
hurt injure wound injury
arrest detain capture seize
free release
prison jail
court judge trial
law legislation bill
rule regulation
job work employment
worker employee staff
company firm business
school college university
student pupil
child kid
wife spouse husband
father dad
mother mum mom
man male
woman female
name title
speak talk address
speech address
tell inform notify
understand grasp
learn find discover
view watch
hear listen
indicate suggest signal
sign indication signal hint
try attempt seek
use employ utilize
need require
stay remain
leave depart quit withdraw
send dispatch
meet encounter sit
lead head guide
win victory triumph
lose defeat loss
beat defeat
build construct erect
building structure
destroy wreck demolish ruin
damage harm
protect guard shield defend
join enter
live reside inhabit dwell
locate situate site
found establish create
publish release issue
issue publish release
produce manufacture
develop development
write author pen
play perform
kind type sort form
portion section piece
component element
top peak
middle center
bottom base
beautiful pretty
famous renowned celebrated known
rich wealthy
religion faith
king monarch
ruler monarch sovereign
era period age
period time
war conflict
soldier troop
general commander
navy naval fleet
fleet navy
freedom liberty
freely freedom
independence independent
equal same
similar alike
different other
whole entire all
main chief principal primary
mostly mainly largely primarily
about approximately around roughly
maximum most
minimum least
almost nearly
just only
also too
perhaps maybe
last duration
show depict display picture
call phone telephone
take seize capture
keep retain
force troop army soldier
state country nation
question query
doubt skeptical skepticism
end finish stop
look glance
side camp flank
`;

const RELATED = new Map<string, ReadonlySet<string>>();

/** Stems that may stand for a stem, itself not among them; none for most. */
export function relatedStems(stem: string): ReadonlySet<string> {
  if (RELATED.size === 0) fill();
  return RELATED.get(stem) ?? NONE;
}

const NONE: ReadonlySet<string> = new Set();

/** Once, at the first question: stems cost time that a start without one need not spend. */
function fill(): void {
  for (const line of GROUPS.trim().split('\n')) {
    const stems = [...new Set(line.split(' ').map(stemOf))];
    for (const stem of stems) {
      const others = stems.filter((other) => other !== stem);
      RELATED.set(stem, new Set([...(RELATED.get(stem) ?? []), ...others]));
    }
  }
}
