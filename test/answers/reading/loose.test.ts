// Whose words are asked for without a verb of saying, and which words only look as if they asked for somebody's.
import { describe, expect, test } from 'vitest';
import { readLoosely } from '../../../src/answers/reading/loose.ts';
import { storyOf } from '../../storyOf.ts';

const index = storyOf([
  'Varga said the harbor will open. Port officials said ships wait.\n\nDolen told reporters in Kestral that talks on fees go on. Talks with the Orlan president failed.',
]);
const read = (text: string): unknown[] => {
  const { who, name, topic } = readLoosely(index, text) ?? {};
  return [
    who?.kind === 'speaker' ? who.speaker.name : who?.kind === 'source' ? who.name : (who?.kind ?? null),
    name,
    topic,
  ];
};

describe('asks for the words of', () => {
  test.each([
    ['Varga on fees', 'Teo Varga', 'fees'],
    ['what about Varga on the fees?', 'Teo Varga', 'the fees'],
    ['the Orlan president on fees', 'Teo Varga', 'fees'],
    ['Orlan about fees', 'Orlan', 'fees'],
    ['port officials about ships', 'port officials', 'ships'],
    ["Varga's view on fees", 'Teo Varga', 'fees'],
    ['what is Varga’s take on fees', 'Teo Varga', 'fees'],
    ['Vargas view on fees', 'Teo Varga', 'fees'],
    ["what was Dolen's reaction to the fees", 'Mara Dolen', 'the fees'],
    ['any comment from Varga?', 'Teo Varga', ''],
    ['all statements made by the Orlan president about fees', 'Teo Varga', 'fees'],
    ['quotes by port officials on ships', 'port officials', 'ships'],
    ['the position of Orlan on fees', 'Orlan', 'fees'],
    ['anything from Dolen on fees?', 'Mara Dolen', 'fees'],
    ['by Varga about fees', 'Teo Varga', 'fees'],
    ['did Varga mention fees', 'Teo Varga', 'fees'],
    ['has Dolen ever talked about the fees?', 'Mara Dolen', 'the fees'],
    ['what did Varga talk about', 'Teo Varga', ''],
    ['where does Orlan stand on fees', 'Orlan', 'fees'],
    ['how did Varga respond to the fees', 'Teo Varga', 'the fees'],
    ['will the fees rise according to Varga?', 'Teo Varga', 'will the fees rise'],
    ['according to Varga, will the fees rise?', 'Teo Varga', 'will the fees rise'],
  ])('%s', (text, who, topic) => {
    const [found, , about] = read(text);
    expect([found, about]).toEqual([who, topic]);
  });

  test('a mistyped name, with the note of how it was read', () => {
    expect(readLoosely(index, 'Mara Dollen on fees')).toMatchObject({
      who: { kind: 'speaker', notes: [{ kind: 'corrected', typed: 'Mara Dollen', read: ['Mara Dolen'] }] },
    });
  });
});

describe('names somebody who says nothing, or whom nobody knows', () => {
  test.each([
    ["Quillon's view on fees", 'nobody'],
    ['Ada Quillon on fees', 'nobody'],
    ['quotes by quillon', 'nobody'],
    ['Kestral on fees', 'nobody'],
    // It may be a name, or the first word of a line.
    ['Quillon on fees', 'unknown'],
  ])('%s', (text, kind) => {
    expect(readLoosely(index, text)?.who.kind).toBe(kind);
  });
});

test.each([
  ...[
    'talks on fees',
    'Talks on fees',
    'quillon on fees',
    'ships about to sail',
    'when were the talks on fees',
    'the harbor',
  ],
  ...['who met on Friday', 'did the talks fail', 'did Varga open the harbor', 'Varga', 'what happened in Kestral', ''],
  ...['a view of the harbor', 'the line of ships', 'did the ships mention'],
])('asks for nobody’s words: %j', (text) => {
  expect(readLoosely(index, text)).toBeUndefined();
});
