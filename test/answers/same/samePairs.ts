// Invented pairs of what two outlets print: the same statement in other words, and statements that are nearly the same and must stay
// apart. Written before the thresholds were chosen.

/** Two articles; what makes them differ. */
export type Pair = readonly [why: string, a: string, b: string];

export const SAME: readonly Pair[] = [
  [
    'the same words',
    'Varga said the harbor fees are too high for small ferries.',
    'Varga said the harbor fees are too high for small ferries.',
  ],
  [
    'quotation and cue exchanged',
    '"The harbor will stay open, whatever the storm may bring," Varga said.',
    'Varga said: "The harbor will stay open, whatever the storm may bring."',
  ],
  [
    'curly marks and a dash',
    '"We will not sell the northern quay to anyone," Varga said.',
    'Varga told reporters — “We will not sell the northern quay to anyone”.',
  ],
  [
    'an agency’s copy, reworded around the words',
    'Varga said on Tuesday that the port would reopen within two weeks.',
    'The port would reopen within two weeks, Varga told reporters on Tuesday.',
  ],
  ['another cue', 'Varga insisted the northern quay is not for sale.', 'Varga said the northern quay is not for sale.'],
  [
    'tense',
    'Varga said the ferry company is ready to lower its fees.',
    'Varga said that the ferry company was ready to lower its fees.',
  ],
  [
    'a quotation shortened at its end',
    '"There was nothing settled other than that I insisted talks with Kelluth continue," Varga said.',
    '"I insisted talks with Kelluth continue," Varga said.',
  ],
  [
    'a quotation shortened at its beginning',
    '"To be honest, the harbor of Orlan belongs to all its fishermen," Varga said.',
    '"The harbor of Orlan belongs to all its fishermen," Varga said.',
  ],
  [
    'a quotation with an ellipsis',
    '"The harbor of Orlan belongs, as it always has, to all its fishermen," Varga said.',
    '"The harbor of Orlan belongs … to all its fishermen," Varga said.',
  ],
  [
    'a quotation in part',
    'Varga said a "wall of distrust" built by Kelluth is blocking harbor talks.',
    'Varga said that "a wall of distrust built by Kelluth" is blocking the harbor talks.',
  ],
  [
    'in full and in part',
    '"We are ready for talks," Varga said on Tuesday.',
    'Varga said on Tuesday that Orlan was "ready" for talks.',
  ],
  [
    'I and he',
    '"I am considering a second ferry line to Kelluth," Varga said.',
    'Varga said he was considering a second ferry line to Kelluth.',
  ],
  [
    'the speaker’s own side by name',
    'Varga said Orlan would never give up its right to the northern fishing grounds.',
    '"We will never give up our right to the northern fishing grounds," Varga said.',
  ],
  [
    'whom it was said to',
    'Varga told Harbor Radio that any agreement on fees has to be a good one for sailors.',
    'Any agreement on fees has to be a good one for sailors, Varga said.',
  ],
  [
    'another transliteration of the speaker',
    'Wargha said the ice road to Kelluth would be closed by March.',
    'Varga said the ice road to Kelluth would be closed by March.',
  ],
  [
    'another transliteration of a name without an entry',
    'Lena Zelenskaya said the bridge needs new cables and better lamps.',
    'Lena Zelenskaja said the bridge needs new cables and better lamps.',
  ],
  [
    'the last name alone',
    'Lena Moss said the bridge needs new cables and better lamps.',
    'Moss said the bridge needs new cables and better lamps.',
  ],
  [
    'another transliteration of a name in it',
    'Varga said the envoy Danylenko would visit the shipyard with two engineers.',
    'Varga said the envoy Danilenko would visit the shipyard with two engineers.',
  ],
  [
    'a number as a word',
    'Dolen said thirteen sailors were rescued from the sinking ferry.',
    'Dolen said 13 sailors were rescued from the sinking ferry.',
  ],
  [
    'an adverb more',
    'Dolen said the council would vote on the fees.',
    'Dolen said the council would soon vote on the fees.',
  ],
  [
    'a detail more',
    'Dolen said the council would vote on the harbor fees in Orlan.',
    'Dolen said the council would vote on the harbor fees in Orlan next week.',
  ],
  [
    'the day of the week moved',
    'On Monday Dolen said the drawbridge repair would cost too much.',
    'Dolen said Monday the drawbridge repair would cost too much.',
  ],
  [
    'contractions',
    'Dolen said: "We don’t want a quarrel with the sailors of Kelluth."',
    'Dolen said: "We do not want a quarrel with the sailors of Kelluth."',
  ],
  [
    'a title before the name',
    'President Teo Varga said the lighthouse would be manned again.',
    'Varga said the lighthouse would be manned again.',
  ],
  [
    'the office instead of the name',
    'The Orlan president said the lighthouse would be manned again by spring.',
    'Varga said the lighthouse would be manned again by spring.',
  ],
  [
    'brackets in a quotation',
    '"They will not touch it before winter," Dolen said.',
    '"They will not touch [the dam] before winter," Dolen said.',
  ],
  [
    'interrupted by the cue',
    '"The dam is safe," Dolen said, "and nobody needs to leave the valley."',
    '"The dam is safe and nobody needs to leave the valley," Dolen said.',
  ],
  [
    'unnamed, with the same words quoted',
    'A port official said: "We counted forty broken cranes along the western quay."',
    '"We counted forty broken cranes along the western quay," a port official said.',
  ],
  [
    'unnamed, one outlet tells more of whom',
    'A senior port official said: "We counted forty broken cranes along the western quay."',
    '"We counted forty broken cranes along the western quay," a port official said.',
  ],
  [
    'short, all its words the same',
    '"No fishing fees, no harbor tolls," Varga added.',
    'Varga said: "No fishing fees, no harbor tolls."',
  ],
  [
    'a denial by verb and by "not"',
    'Dolen said the council refuses to negotiate over the ferry contract.',
    'Dolen said the council will not negotiate over the ferry contract.',
  ],
  [
    'words that mean the same',
    'Dolen said the talks with Kelluth could bring a better deal for fishermen.',
    'Dolen said negotiations with Kelluth could bring a better agreement for fishermen.',
  ],
  [
    'one word in place of another among many',
    'Dolen said the ferry company would build a second terminal on the western shore of the bay before the winter storms.',
    'Dolen said the ferry company would construct a second terminal on the western shore of the bay before the winter storms.',
  ],
  [
    'a condition first and last',
    'Varga said Orlan will close the quay if the talks fail.',
    'Varga said that if the talks fail, Orlan will close the quay.',
  ],
  [
    'his own side by its people',
    'Dolen said she would not sign the ferry contract before the spring election.',
    '“I will not sign the ferry contract before the spring election,” Dolen said.',
  ],
  [
    'quoted within the outlet’s words',
    'Varga insisted Orlan’s right to peaceful whale counting is "inalienable."',
    'Varga said the right to peaceful whale counting was "inalienable".',
  ],
  [
    'a number with a comma',
    'Dolen said the ferry company owes the council 1,200 crowns for every berth.',
    'Dolen said the ferry company owes the council 1200 crowns for every berth.',
  ],
  [
    'two sentences and their first',
    '“The old drawbridge will be taken down next spring. Nobody has used it for years,” Dolen said.',
    '“The old drawbridge will be taken down next spring,” Dolen said.',
  ],
  [
    'a cause behind it',
    'Varga said the ice road to Kelluth will be closed in March.',
    'Varga said the ice road to Kelluth will be closed in March because of the warm winds.',
  ],
  [
    'a name with its office',
    'Varga said he would meet Lena Moss at the shipyard on the northern shore.',
    'Varga said he would meet the engineer Lena Moss at the shipyard on the northern shore.',
  ],
  [
    'a statement and its post',
    'Varga wrote on his website that the ferry contract is signed and the crews are paid.',
    'The ferry contract is signed and the crews are paid, Varga said.',
  ],
  [
    'not only',
    'Dolen said the storm broke not only cranes but also the lamps of the western quay.',
    'Dolen said the storm broke not only cranes but also lamps of the western quay.',
  ],
  [
    'a percentage in two ways',
    'Dolen said 40 percent of the harbor fees go to the council of Kelluth.',
    'Dolen said 40% of the harbor fees go to the council of Kelluth.',
  ],
];

export const APART: readonly Pair[] = [
  [
    'the opposite, by "not"',
    'Varga said the port would reopen within two weeks.',
    'Varga said the port would not reopen within two weeks.',
  ],
  [
    'the opposite, by "never"',
    'Varga said Orlan would negotiate over its fishing grounds in the north.',
    'Varga said Orlan would never negotiate over its fishing grounds in the north.',
  ],
  [
    'the opposite, by "no"',
    'Varga said there are plans to close the northern lighthouse this year.',
    'Varga said there are no plans to close the northern lighthouse this year.',
  ],
  [
    'the opposite, by verb',
    'Dolen said the council agreed to negotiate over the ferry contract with Kelluth this month.',
    'Dolen said the council refused to negotiate over the ferry contract with Kelluth this month.',
  ],
  [
    'the opposite, by another verb',
    'Dolen said the council would raise the harbor fees for fishing boats next spring.',
    'Dolen said the council would lower the harbor fees for fishing boats next spring.',
  ],
  [
    'denied',
    'Varga denied planning to sell the northern quay to a ferry company.',
    'Varga said he was planning to sell the northern quay to a ferry company.',
  ],
  [
    'another number',
    'Dolen said 13 sailors were rescued from the sinking ferry.',
    'Dolen said 30 sailors were rescued from the sinking ferry.',
  ],
  [
    'another number, as a word',
    'Dolen said two ferries would sail to Kelluth before the winter storms begin.',
    'Dolen said three ferries would sail to Kelluth before the winter storms begin.',
  ],
  [
    'a number and its double',
    'Dolen said the repair of the drawbridge costs 40 million crowns in all.',
    'Dolen said the repair of the drawbridge costs 80 million crowns in all.',
  ],
  [
    'another day in it',
    'Varga said the talks with Kelluth will resume on Friday in the old town hall.',
    'Varga said the talks with Kelluth will resume on Saturday in the old town hall.',
  ],
  [
    'another name in it',
    'Varga said the envoy of Kelluth would visit the shipyard with her engineers.',
    'Varga said the envoy of Ardenia would visit the shipyard with her engineers.',
  ],
  [
    'who does it to whom',
    'Lena Moss said the sailors of Kelluth attacked the guards of Ardenia at the northern quay.',
    'Lena Moss said the guards of Ardenia attacked the sailors of Kelluth at the northern quay.',
  ],
  [
    'will and may',
    'Varga said Orlan will send a second ferry to the northern islands.',
    'Varga said Orlan may send a second ferry to the northern islands.',
  ],
  [
    'whether',
    'Varga asked whether the northern quay could be repaired before winter.',
    'Varga said the northern quay could be repaired before winter.',
  ],
  [
    'another speaker',
    'Varga said the harbor fees are too high for small ferries.',
    'Dolen said the harbor fees are too high for small ferries.',
  ],
  [
    'a government and a person who speaks for it',
    'Orlan said the harbor fees are too high for small ferries.',
    'Varga said the harbor fees are too high for small ferries.',
  ],
  [
    'another first name',
    'Lena Moss said the bridge needs new cables and better lamps.',
    'Peter Moss said the bridge needs new cables and better lamps.',
  ],
  [
    'a name and nobody’s name',
    'Lena Moss said: "We counted forty broken cranes along the western quay."',
    'A port official said: "We counted forty broken cranes along the western quay."',
  ],
  [
    'unnamed sources, reported',
    'Officials said the bridge needs new cables and better lamps.',
    'Officials said the bridge needs new cables and better lamps.',
  ],
  [
    'one official and several',
    'A port official said: "We counted forty broken cranes along the western quay."',
    'Port officials said: "We counted forty broken cranes along the western quay."',
  ],
  [
    'unnamed sources of two ports',
    'A Kelluth official said: "We counted forty broken cranes along the western quay."',
    'An Ardenia official said: "We counted forty broken cranes along the western quay."',
  ],
  [
    'said on another day',
    'Varga said on Monday the harbor fees are too high for small ferries.',
    'Varga said on Wednesday the harbor fees are too high for small ferries.',
  ],
  [
    'the same topic',
    'Varga said the harbor fees are too high for small ferries.',
    'Varga said the harbor fees would be discussed by the council in spring.',
  ],
  [
    'the same topic, as many words shared',
    'Varga said the fees of the northern harbor must be paid by every ferry.',
    'Varga said the northern harbor must be dredged before every ferry can land.',
  ],
  [
    'a longer one with another point',
    'Varga said the harbor fees are too high.',
    'Varga said the harbor fees are too high and that the council would close the northern quay and dismiss its guards.',
  ],
  [
    'a longer quotation with another point',
    '"The harbor is open," Varga said.',
    '"The harbor is open, but the northern quay stays closed until Kelluth pays what it owes our sailors," Varga said.',
  ],
  ['too few words', '"Soon," Varga said.', 'Varga said: "Soon."'],
  [
    'before and after',
    'Dolen said the council would vote on the ferry contract before the spring election.',
    'Dolen said the council would vote on the ferry contract after the spring election.',
  ],
  [
    'more and less',
    'Dolen said sailors would pay more for a berth in the northern harbor.',
    'Dolen said sailors would pay less for a berth in the northern harbor.',
  ],
  [
    'all and some',
    'Dolen said all cranes along the western quay were broken by the storm.',
    'Dolen said some cranes along the western quay were broken by the storm.',
  ],
  [
    'lawful and unlawful',
    'Dolen said the seizure of the ferry by guards of Kelluth was lawful.',
    'Dolen said the seizure of the ferry by guards of Kelluth was unlawful.',
  ],
  [
    'the verb that matters',
    'Dolen said the talks in Kelluth on fees had collapsed.',
    'Dolen said the talks in Kelluth on fees had begun.',
  ],
  [
    'a condition denied',
    'Varga said Orlan would join the harbor treaty without conditions.',
    'Varga said Orlan would join the harbor treaty with conditions.',
  ],
  [
    '"not" far from its verb',
    'Varga said Orlan would not, under any circumstances, yield to the demands of Kelluth.',
    'Varga said Orlan would, under some circumstances, yield to the demands of Kelluth.',
  ],
  [
    'what is hoped and what is feared',
    'Dolen said she hopes the council will accept the ferry contract with Kelluth.',
    'Dolen said she fears the council will accept the ferry contract with Kelluth.',
  ],
  [
    'he and she',
    'Lena Moss said he would resign from the council over the ferry contract.',
    'Lena Moss said she would resign from the council over the ferry contract.',
  ],
  [
    'we and they, quoted',
    '"We will leave the northern quay before winter," Varga said.',
    '"They will leave the northern quay before winter," Varga said.',
  ],
  [
    'will and should',
    'Dolen said the council will pay the crews of the old ferries.',
    'Dolen said the council should pay the crews of the old ferries.',
  ],
  [
    'millions and billions',
    'Dolen said the drawbridge would cost 40 million crowns over ten years.',
    'Dolen said the drawbridge would cost 40 billion crowns over ten years.',
  ],
  [
    'a part and a sum',
    'Dolen said the ferry company would keep 40 percent of the harbor fees.',
    'Dolen said the ferry company would keep 40 million of the harbor fees.',
  ],
  [
    'the first and the second',
    'Varga said the first ferry to the northern islands will sail in May with sailors of Kelluth.',
    'Varga said the second ferry to the northern islands will sail in May with sailors of Kelluth.',
  ],
  [
    'a question and a claim',
    '"Will the council ever close the northern quay to fishing boats?" Dolen asked.',
    '"The council will close the northern quay to fishing boats," Dolen said.',
  ],
  [
    'dropped within a quotation',
    '"The council will not close the northern quay to fishing boats," Dolen said.',
    '"The council will … close the northern quay to fishing boats," Dolen said.',
  ],
  [
    'a doubt',
    'Dolen said she doubts the council can finish the drawbridge by spring.',
    'Dolen said the council can finish the drawbridge by spring.',
  ],
  [
    'against and for',
    'Varga said the ferry workers voted against the contract of the harbor company.',
    'Varga said the ferry workers voted for the contract of the harbor company.',
  ],
  [
    'two denials and one',
    'Varga said he would not refuse a meeting with the envoy of Kelluth in spring.',
    'Varga said he would refuse a meeting with the envoy of Kelluth in spring.',
  ],
  [
    'conditions exchanged',
    'Varga said the fees will fall if the cranes are repaired.',
    'Varga said the cranes will be repaired if the fees fall.',
  ],
  [
    'the same frame, another object',
    'Varga said the council wants to buy the old lighthouse from the ferry company.',
    'Varga said the council wants to buy the new shipyard from the ferry company.',
  ],
  [
    'the same beginning, another end',
    'Dolen said the talks with Kelluth on fishing in the northern bay were useful.',
    'Dolen said the talks with Kelluth on fishing in the northern bay were a waste of time.',
  ],
  [
    'a word in place of another among few, which may be its opposite',
    'Varga said the bay should be declared a park for whales and seals.',
    'Varga said the bay should be made a park for whales and seals.',
  ],
];
