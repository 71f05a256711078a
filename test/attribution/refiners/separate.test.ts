// Where one statement's content could reach over another's, and where a quotation has no speaker in its own sentence. Invented people.
import { describe, expect, test } from 'vitest';
import { INVENTED, readText } from '../readText.ts';

type Row = readonly [text: string, ...found: readonly (readonly [who: string, cue: string, ...says: string[]])[]];

const TABLES: Readonly<Record<string, readonly Row[]>> = {
  'each keeps its own words': [
    [
      '“Why bother?” she said, but despite the tone, “I think he will go,” said Lena Moss, who knows Varga. “No doubt.”',
      ['she', 'said', '“Why bother?”'],
      ['Lena Moss, who knows Varga', 'said', '“I think he will go,”', '“No doubt.”'],
    ],
    [
      'Lena Moss said she hoped the film would make people “think about that word,” she said. “We need to be ready.”',
      ['Lena Moss', 'said', 'she hoped the film would make people “think about that word,”'],
      ['she', 'said', '“We need to be ready.”'],
    ],
    [
      'After Dolen said that the gates might do better at “other ports,” Varga said: “I do not like what he said.”',
      ['Dolen', 'said', 'the gates might do better at “other ports,”'],
      ['Varga', 'said', '“I do not like what he said.”'],
    ],
  ],
  'a quotation is that of who stands behind it': [
    [
      '“We go,” Varga said of the port. “We stay,” Dolen said about the plan to close it.',
      ['Varga', 'said', '“We go,”'],
      ['Dolen', 'said', '“We stay,”'],
    ],
    [
      '"We go," said Varga. "We stay," Dolen replied, "and we rest," said Lena Moss.',
      ['Varga', 'said', '"We go,"'],
      ['Dolen', 'replied', '"We stay,"'],
      ['Lena Moss', 'said', '"and we rest,"'],
    ],
  ],
  'no going on behind a question, a denial, a relative clause': [
    ['Dolen asked Varga whether he would go. "No."', ['Dolen', 'asked', 'whether he would go']],
    ['Varga criticised Dolen, who has said the port is dead. "She is wrong."', ['who', 'has said', 'the port is dead']],
    ['Dolen denied that she had left. "I quit."', ['Dolen', 'denied', 'she had left']],
    [
      'Varga said people should be able to use the port they prefer. “A New Dawn.” That was the headline.',
      ['Varga', 'said', 'people should be able to use the port they prefer'],
    ],
    [
      'Dolen said Varga had told her the port was closed. "It is over."',
      ['Dolen', 'said', 'Varga had told her the port was closed'],
      ['Varga', 'had told', 'the port was closed'],
      ['Dolen', 'said', '"It is over."'],
    ],
  ],
  'what somebody tells of another is theirs, too': [
    [
      '“They do not care about the port,” Varga said of the owners, according to the Harbor Gazette.',
      ['Varga', 'said', '“They do not care about the port,”'],
      ['the Harbor Gazette', 'according to', '“They do not care about the port,” Varga said of the owners'],
    ],
  ],
  'a quotation in the next sentence': [
    [
      '“The port is open,” Varga said, according to the Gazette. “Do come.”',
      ['Varga', 'said', '“The port is open,”', '“Do come.”'],
      ['the Gazette', 'according to', '“The port is open,” Varga said', '“Do come.”'],
    ],
    [
      'Varga said people should be able to use the port they prefer. “It is their life.”',
      ['Varga', 'said', 'people should be able to use the port they prefer'],
      ['Varga', 'said', '“It is their life.”'],
    ],
  ],
  'marks that differ': [
    ['"The port is old.\n\n“It is,” Dolen said. “It was.”', ['Dolen', 'said', '“It is,”', '“It was.”']],
    [
      'The port was full.\n\n"Three sailors left the hall, and Varga shouted “No!”\n\nThe hall was quiet.',
      ['Varga', 'shouted', '“No!”'],
    ],
    ['"We go.\n\n"We stay," Varga said.', ['Varga', 'said', '"We go.', '"We stay,"']],
    [
      'Varga said: "The “Old Port” is open, and it stays open."',
      ['Varga', 'said', '"The “Old Port” is open, and it stays open."'],
    ],
  ],
  'marks within marks': [
    ['Varga said, "We go.\n\n"We heard “Vote!” and left.', ['Varga', 'said', '"We go.', '"We heard “Vote!” and left.']],
  ],
  'who is described between quotation and verb': [
    [
      '“You get the port ready,” Varga, who used to work on the hill, said about the feast.',
      ['Varga, who used to work on the hill', 'said', '“You get the port ready,”'],
    ],
  ],
  'what was going on is nobody’s words': [
    ['As boos came from the crowd, Varga says, “Please quiet down.”', ['Varga', 'says', '“Please quiet down.”']],
    ['“Never,” he said of the plan to move the port.', ['he', 'said', '“Never,”']],
    ['When the port opens, Varga said, “we will go.”', ['Varga', 'said', 'When the port opens', '“we will go.”']],
  ],
  'from a text': [
    ['More from the report: “The gates are old.”', ['the report', ':', '“The gates are old.”']],
    ['Here’s Varga in December 1992: “The gates are safe.”', ['Varga', ':', '“The gates are safe.”']],
    ['From Teo Varga: “We go.”', ['Teo Varga', ':', '“We go.”']],
    ['From the start: “The gates are old.”'],
    ['Here’s a joke about Teo Varga: “He fell.”'],
    ['More from Northport: “Port in flames”'],
    ['Varga shared a post by Dolen:\n\n“I quit.”'],
    ['Varga made the front page:\n\n“Port chief quits”'],
    ['Here is the problem: “The gates are old.”'],
  ],
};

for (const [name, rows] of Object.entries(TABLES)) {
  describe(name, () => {
    test.each(rows.map((row) => [row[0], row] as const))('%s', (_, [text, ...found]) => {
      const read = readText(text, { speakers: INVENTED });
      expect(read.map(({ who, cue, says }) => [who, cue, ...says])).toEqual(found);
    });
  });
}

test('a quotation of its own behind a statement says how it was read', () => {
  const [, second] = readText('Varga said people should be able to use the port they prefer. “It is their life.”', {
    speakers: INVENTED,
  });
  expect(second?.statement.rule).toMatch(/, goes on$/);
  expect(second?.statement.kind).toBe('direct');
});

test.each([
  ['spaces behind a quotation', `"We go,"${' '.repeat(8000)}x said.`],
  ['letters and spaces behind a colon', `From ${' '.repeat(200)}x: “${'a'.repeat(8000)}”${' '.repeat(8000)}x`],
])('%s take no long time', (_, text) => {
  const start = process.cpuUsage();
  readText(text, { speakers: INVENTED });
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000);
});
