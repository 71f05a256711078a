// What the rules find, a table per rule: the sentence, then who, cue and content. Invented people.
import { describe, expect, test } from 'vitest';
import { INVENTED, readText } from '../readText.ts';

type Row = readonly [text: string, ...found: readonly (readonly [who: string, cue: string, ...says: string[]])[]];

const TABLES: Readonly<Record<string, readonly Row[]>> = {
  quoted: [
    ['"We are ready," Varga said.', ['Varga', 'said', '"We are ready,"']],
    ['“We are ready,” said Varga on Monday.', ['Varga', 'said', '“We are ready,”']],
    ['"We are ready," said Dolen as he left the hall.', ['Dolen', 'said', '"We are ready,"']],
    ['"We are ready," said Dolen as Varga shouted.', ['Dolen', 'said', '"We are ready,"']],
    ['"We are ready," said Dolen while Varga waited.', ['Dolen', 'said', '"We are ready,"']],
    ['"We are ready," said Dolen before the vote.', ['Dolen', 'said', '"We are ready,"']],
    ['"We are ready," Varga said. "We always were."', ['Varga', 'said', '"We are ready,"', '"We always were."']],
    [
      '"We are ready," Varga said. "Always. To this day."',
      ['Varga', 'said', '"We are ready,"', '"Always. To this day."'],
    ],
    ['"We are ready. We always were," Varga said.', ['Varga', 'said', '"We are ready. We always were,"']],
    ['"No more ships," she added.', ['she', 'added', '"No more ships,"']],
    ['"We are ready," a spokesman for the harbor said.', ['a spokesman for the harbor', 'said', '"We are ready,"']],
  ],
  reported: [
    ['Varga said the port will open.', ['Varga', 'said', 'the port will open']],
    ['Varga said: "We are ready. We always were."', ['Varga', 'said', '"We are ready. We always were."']],
    ['Varga said that the port will open.', ['Varga', 'said', 'the port will open']],
    ['Varga said "the port" will open.', ['Varga', 'said', '"the port" will open']],
    ['Varga told the Harbor Gazette on Tuesday that the port will open.', ['Varga', 'told', 'the port will open']],
    ['Varga told reporters the port will open.', ['Varga', 'told', 'the port will open']],
    ['Varga said about 40 ships were late.', ['Varga', 'said', 'about 40 ships were late']],
    ['Varga said about half of the ships were late.', ['Varga', 'said', 'about half of the ships were late']],
    ['Varga told reporters over two hundred ships were late.', ['Varga', 'told', 'over two hundred ships were late']],
    ['Varga said little about two ships.'],
    ['Varga has long denied closing the port.', ['Varga', 'has long denied', 'closing the port']],
    [
      'Despite the storm, two harbor officials said the port will open.',
      ['two harbor officials', 'said', 'the port will open'],
    ],
    ['Also on Monday, Varga said the port will open.', ['Varga', 'said', 'the port will open']],
    ['Varga said during a visit to the old harbor that the port will open.', ['Varga', 'said', 'the port will open']],
    ['Varga said the port will open, while ships wait outside.', ['Varga', 'said', 'the port will open']],
    [
      'Varga, the head of the port, said the gates will open.',
      ['Varga, the head of the port', 'said', 'the gates will open'],
    ],
    [
      'The Harbor Gazette, citing port officials, reported Monday that the gates will open.',
      ['The Harbor Gazette', 'reported', 'the gates will open'],
      ['port officials', 'citing', 'the gates will open'],
    ],
  ],
  trailing: [
    ['The gates will open, Varga said.', ['Varga', 'said', 'The gates will open']],
    ['However, the gates may open, the report said.', ['the report', 'said', 'the gates may open']],
    ['The gates will open, according to two officials.', ['two officials', 'according to', 'The gates will open']],
    ['According to Varga, the gates will open.', ['Varga', 'According to', 'the gates will open']],
  ],
  participle: [
    [
      'Varga denied closing the port, insisting it was open.',
      ['Varga', 'denied', 'closing the port'],
      ['Varga', 'insisting', 'it was open'],
    ],
    [
      'Varga said the port will open, while reiterating that no ship will wait.',
      ['Varga', 'said', 'the port will open'],
      ['Varga', 'reiterating', 'no ship will wait'],
    ],
  ],
  'participle, by the subject of its sentence': [
    ['Varga left the port, saying the gates were open.', ['Varga', 'saying', 'the gates were open']],
    ['On Monday, Varga opened the port, warning that ships would wait.', ['Varga', 'warning', 'ships would wait']],
    ['When they left, Varga refused to speak, insisting that no ship waits.', ['Varga', 'insisting', 'no ship waits']],
  ],
  introducing: [
    ['Varga told reporters:\n\n"The gates will open."', ['Varga', 'told', '"The gates will open."']],
    ['Varga wrote in a letter to sailors:\n\n> The gates will open.', ['Varga', 'wrote', 'The gates will open.']],
    ['Varga continued:\n\n"The gates will open."', ['Varga', 'continued', '"The gates will open."']],
    ['Varga issued the following statement:\n\n“We go.”', ['Varga', 'issued', '“We go.”']],
    ['On Monday Varga responded, to loud applause:\n\n“We go.”', ['Varga', 'responded', '“We go.”']],
    ['Stated Varga:\n\n"The gates will open."', ['Varga', 'Stated', '"The gates will open."']],
    ['Officials gave two answers:\n\n"We did not know."', ['Officials', 'gave', '"We did not know."']],
    ['On July 6, Varga gave the official reasons:\n\n“We go.”', ['Varga', 'gave', '“We go.”']],
    ['Varga answers:\n\n"The gates will open."', ['Varga', 'answers', '"The gates will open."']],
    ['Dolen left. Later Varga added:\n\n"The gates will open."', ['Varga', 'added', '"The gates will open."']],
  ],
  'who stands elsewhere': [
    [
      '"The gates are old. They will stay shut," Dolen, who has not seen them yet, told reporters in the harbor.',
      ['Dolen', 'told', '"The gates are old. They will stay shut,"'],
    ],
    ['News of the old harbor\nLena Moss said the gates are old.', ['Lena Moss', 'said', 'the gates are old']],
    ['Mara Dolen\nof the guild said the gates are old.', ['Mara Dolen\nof the guild', 'said', 'the gates are old']],
    ['"The deal is off," the Gazette was told by Mara Dolen.', ['Mara Dolen', 'was told', '"The deal is off,"']],
    ['Even Lena Moss said the gates are old.', ['Lena Moss', 'said', 'the gates are old']],
    ['On Sunday, Lena Moss, a sailor, said the gates are old.', ['Lena Moss, a sailor', 'said', 'the gates are old']],
    ['The ferries wait, in May he said.', ['he', 'said', 'The ferries wait']],
    [
      'Like Dolen, Lena Moss rejected the notion that the fees were fair, arguing that the ferries had paid enough.',
      ['Lena Moss', 'rejected', 'the notion that the fees were fair'],
      ['Lena Moss', 'arguing', 'the ferries had paid enough'],
    ],
  ],
  passive: [
    ['Varga was quoted as saying that the gates are open.', ['Varga', 'was quoted as saying', 'the gates are open']],
    ['"We go," Varga was quoted as saying on Monday.', ['Varga', 'was quoted as saying', '"We go,"']],
    ['Sailors were told by Varga that the gates are open.', ['Varga', 'were told by', 'the gates are open']],
  ],
  quotedAs: [
    [
      'The Harbor Gazette quoted Varga as saying the gates are open.',
      ['The Harbor Gazette', 'quoted', 'the gates are open'],
      ['Varga', 'saying', 'the gates are open'],
    ],
  ],
  asPutIt: [
    ['"A door to the sea," as Varga put it.', ['Varga', 'put it', '"A door to the sea,"']],
    ['The port is, as Varga put it, "a door to the sea."', ['Varga', 'put it', '"a door to the sea."']],
  ],
  named: [
    ['Teo Varga: "The gates are open."', ['Teo Varga', ':', '"The gates are open."']],
    ['Sen. Ana Dolen (R-Velmora): "We go."', ['Sen. Ana Dolen (R-Velmora)', ':', '"We go."']],
    ['Former minister of ports Teo Varga:"We go."', ['Former minister of ports Teo Varga', ':', '"We go."']],
    ['KEEPERS AGREE, AT LAST - Teo Varga: “We go. All of us.”', ['Teo Varga', ':', '“We go. All of us.”']],
  ],
  'second act': [
    [
      'Varga said the gates would open and called on Dolen to leave.',
      ['Varga', 'said', 'the gates would open'],
      ['Varga', 'called on', 'Dolen to leave'],
    ],
    [
      'Varga said the gates are open and vowed to keep them so.',
      ['Varga', 'said', 'the gates are open'],
      ['Varga', 'vowed', 'to keep them so'],
    ],
    [
      'Varga said the gates would open and pledged to keep them so.',
      ['Varga', 'said', 'the gates would open'],
      ['Varga', 'pledged', 'to keep them so'],
    ],
    ['Varga said the sailors are late and urged to leave.', ['Varga', 'said', 'the sailors are late']],
  ],
  'one quotation, one speaker': [
    ['Dolen says no one waits; Varga says "maybe."', ['Dolen', 'says', 'no one waits'], ['Varga', 'says', '"maybe."']],
    ['"We go," Varga said. "We stay," said Dolen.', ['Varga', 'said', '"We go,"'], ['Dolen', 'said', '"We stay,"']],
  ],
  'trailing, and a quotation behind it': [
    [
      'The port would not close but would rest a week, Varga said. "If the gates open too early, the sea comes in."',
      [
        'Varga',
        'said',
        'The port would not close but would rest a week',
        '"If the gates open too early, the sea comes in."',
      ],
    ],
  ],
  'a quotation that ends in a mark, and its speaker': [
    ['“Open the gates!” Varga said as he left.', ['Varga', 'said', '“Open the gates!”']],
    ['"Are they open?" Minister Ana Dolen asked.', ['Minister Ana Dolen', 'asked', '"Are they open?"']],
  ],
  'a source without what joins its clause': [
    ['While Varga said the port is open, no boat came.', ['Varga', 'said', 'the port is open']],
  ],
  'who was asked': [
    ['Varga, asked about the port, said: “No.”', ['Varga', 'said', '“No.”']],
    ['Varga, when told of the storm, said “No.”', ['Varga', 'said', '“No.”']],
  ],
  'the words beside a quotation': [
    ['“We go,” Varga said matter-of-factly as he left the hall.', ['Varga', 'said', '“We go,”']],
    [
      'Asked whether he would go to the port, Varga said: “They have to win.”',
      ['Varga', 'said', '“They have to win.”'],
    ],
  ],
  'a day before a colon': [['Varga said Monday: "The gates are open."', ['Varga', 'said', '"The gates are open."']]],
  'a clause behind what it begins with': [
    [
      'Varga had argued that in a time of need, the port needed more boats, while others disagreed.',
      ['Varga', 'had argued', 'in a time of need, the port needed more boats'],
    ],
    ['In spring the port was closed, Varga said.', ['Varga', 'said', 'In spring the port was closed']],
  ],
  'words that only look like others': [
    ['“We go,” Varga will say on Monday.', ['Varga', 'will say', '“We go,”']],
    ['“The port is safe,” Varga said by telephone.', ['Varga', 'said', '“The port is safe,”']],
    [
      'Dolen met sailors, whom Varga described as “friends of the port.”',
      ['Varga', 'described', 'as “friends of the port.”'],
    ],
  ],
  signed: [
    ['"The gates are open." – Teo Varga', ['Teo Varga', '–', '"The gates are open."']],
    ['“The gates are open” ― Teo Varga, ferryman.', ['Teo Varga', '―', '“The gates are open”']],
    ['“We go. All of us must go.” ― Teo Varga', ['Teo Varga', '―', '“We go. All of us must go.”']],
    ['“We go.”\n\n— Teo Varga', ['Teo Varga', '—', '“We go.”']],
    [
      'Dolen said no.\n\n"We go."\n\n"All of us."\n\n- Varga.',
      ['Dolen', 'said', 'no'],
      ['Varga', '-', '"We go."', '"All of us."'],
    ],
  ],
  'a paragraph of nothing but quotations goes on': [
    ['"We go," Varga said.\n\n"All of us."', ['Varga', 'said', '"We go,"', '"All of us."']],
    ['“We go,” Varga said.\n\n“All of us.” “Now.”', ['Varga', 'said', '“We go,”', '“All of us.”', '“Now.”']],
    ['Varga said the port would close.\n\n"For good."', ['Varga', 'said', 'the port would close', '"For good."']],
    ['"We go," Varga said.\n\n"All of us."\n\n"Now."', ['Varga', 'said', '"We go,"', '"All of us."', '"Now."']],
    ['"We go," Varga said in Old Harbor.\n\n"All of us."', ['Varga', 'said', '"We go,"', '"All of us."']],
    ['"We go," Varga said. Lena Moss shook her head.\n\n"No."', ['Varga', 'said', '"We go,"']],
    ['"Do we go?" Varga said.\n\n"No."', ['Varga', 'said', '"Do we go?"']],
  ],
  nested: [
    [
      'The Harbor Gazette reports that Varga said the gates are open.',
      ['The Harbor Gazette', 'reports', 'Varga said the gates are open'],
      ['Varga', 'said', 'the gates are open'],
    ],
    [
      'Varga said Dolen had told him the gates are open.',
      ['Varga', 'said', 'Dolen had told him the gates are open'],
      ['Dolen', 'had told', 'the gates are open'],
    ],
  ],
  reportedly: [
    [
      'Port officials reportedly do not expect the gates to open.',
      ['Port officials', 'reportedly', 'do not expect the gates to open'],
    ],
  ],
};

/** Sentences in which nobody says anything that a reader could be shown as theirs. */
const SILENT: readonly string[] = [
  'Varga visited the port on Monday.',
  'The meeting reportedly lasted three hours.',
  'As was said before, the port is old.',
  'The door stood "open" for a week.',
  'Varga said.',
  '"The gates are open." – the old motto of the town',
  '“No toll.”\n\n— Reduce the toll for small boats',
  'The port is old.\n\n“No toll.”\n\nThe crowd had left.',
  'Correction: "The port opened on Monday."',
  'THE FACTS: The port is open.\n\nVARGA: The port is open.',
  'Varga has never said that he wants a new port.',
  'Neither Varga nor Dolen said the port will open.',
  'Varga said nothing about the port.',
  'Ships of the line added weight to the fleet.',
  'It is the captain who said it.',
  'Sailors were told that the gates will open.',
  'Varga was quoted a price for the port.',
  'The port sells three things: fish, salt and rope.',
  'Varga told reporters:\n\nThe gates will open.',
  '"The gates are open." – the old motto of the town',
  'Varga took the rope and put it on the table.',
  'With the port closed, saying no was easy.',
  'The ships waited according to plan.',
  'The motto: "We go."',
  'Correction: "We go."',
  'It was not Teo Varga who said, "We go."',
  'Varga stopped short of saying that the gates were open.',
  'Having announced that the gates would stay shut, Lena Moss went home.',
  'In other words, explained harbor master Lena Moss: "The gates are old."',
  'Varga was convicted of saying that the gates were open.',
  'It was unclear whether Varga had said the gates were open.',
  'There is no evidence that Varga said the gates were open.',
  'Varga declined to say whether the gates were open.',
  'Nobody expected Varga to say the gates were open.',
  'Varga crossed the hall, adding his coat to the pile.',
  'Varga wrote three books about the port.',
  'Her notes on the port lie in a drawer.',
  'The port has three confirmed orders for new gates.',
  'Dolen opened the gates and called on an old friend.',
  '',
  '"',
  '"""',
  ', said,',
  'said said said said',
];

/** Sentences in which it is not Varga who speaks, whatever else is read. */
const NOT_VARGA: readonly string[] = [
  '"You are a thief," the prosecutor questioning Teo Varga said.',
  'The workers who hate Teo Varga said the gates were open.',
  'Opponents of Teo Varga, who say the vote was rigged, left the hall.',
  'The report, which a clerk wrote for Varga, said the gates were open.',
  'Police said sailors had gathered and called on Varga to resign.',
  '"We are ready," Dolen said as crowds marched and called on Varga to resign.',
];

for (const [rule, rows] of Object.entries(TABLES)) {
  describe(rule, () => {
    test.each(rows.map((row) => [row[0], row] as const))('%s', (_, [text, ...found]) => {
      const read = readText(text, { speakers: INVENTED });
      expect(read.map(({ who, cue, says }) => [who, cue, ...says])).toEqual(found);
    });
  });
}

describe('leaves alone', () => {
  test.each(SILENT)('%s', (text) => {
    expect(readText(text, { speakers: INVENTED })).toEqual([]);
  });
});

describe('is not Varga', () => {
  test.each(NOT_VARGA)('%s', (text) => {
    const speakers = readText(text, { speakers: INVENTED }).map(({ speaker }) => speaker);
    expect(speakers).not.toContain('Teo Varga');
  });
});

test('a statement that goes on below says why', () => {
  const [read] = readText('"We go," Varga said.\n\n"All of us."\n\n"Now."', { speakers: INVENTED });
  expect(read?.statement.rule).toMatch(/^quoted.*, continued below$/);
  expect(read?.statement.kind).toBe('direct');
});

test('a verb that others may own is no second act of the speaker', () => {
  const read = readText('Varga said sailors had gathered and called on Dolen to resign.', { speakers: INVENTED });
  expect(read.map(({ cue }) => cue)).toEqual(['said']);
});

describe('cue', () => {
  test.each([
    ['Varga denied closing the port.', 'denied'],
    ['Varga warned the port would close.', 'warned'],
    ['Varga told sailors the port would close.', 'told'],
    ['The port will close, according to Varga.', 'according'],
  ])('%s keeps its own sense', (text, sense) => {
    expect(readText(text, { speakers: INVENTED })[0]?.statement.cue.sense).toBe(sense);
  });
});

describe('kind', () => {
  test.each([
    ['"We are ready," Varga said.', 'direct'],
    ['Varga said they are ready.', 'indirect'],
    ['Varga said they are "ready for anything" today.', 'mixed'],
    ["Varga said they want 'a common plan' for the port.", 'mixed'],
    ["Varga said the port's gates aren't open.", 'indirect'],
  ])('%s', (text, kind) => {
    expect(readText(text, { speakers: INVENTED })[0]?.statement.kind).toBe(kind);
  });
});
