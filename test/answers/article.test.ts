// Questions that a careful reader of the shipped article would answer, and whom and what they would name.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer, Finding } from '../../src/answers/answer.ts';
import { findingsOf } from '../../src/answers/answer.ts';
import { answerRequest } from '../../src/answers/answerRequest.ts';
import { parseRequest } from '../../src/answers/request.ts';
import type { StoryIndex } from '../../src/search/storyIndex.ts';
import { shippedApp } from '../storyOf.ts';

let index: StoryIndex;
beforeAll(async () => {
  index = (await shippedApp()).index;
});

const answer = (text: string): Answer => answerRequest(index, parseRequest(text));
const found = (text: string): Finding[] => findingsOf(answer(text)).filter(({ near }) => !near);
const paragraph = ({ passage }: Finding): string => passage.id.replace(/^.*#/u, '');

/** The first finding's paragraph and speaker; null: nobody is named as saying it. */
const FIRST: readonly (readonly [text: string, paragraph: string, speaker: string | null])[] = [
  ['who said "no nuclear weapons"', '4', 'Donald Trump'],
  ['who said no nuclear weapons', '4', 'Donald Trump'],
  ['who said "wall of distrust"', '10', 'Masoud Pezeshkian'],
  ['who said wall of mistrust?', '10', 'Masoud Pezeshkian'],
  ['who said "a good deal"', '4', 'Donald Trump'],
  ['who said a deal can be consummated', '2', 'Donald Trump'],
  ['who said that will be a preference', '2', 'Donald Trump'],
  ['who said inalienable', '8', "Iran's government"],
  ['who said peaceful nuclear energy', '8', "Iran's government"],
  ['who denied pursuing nuclear weapons', '8', "Iran's government"],
  ['who said better than the JCPOA', '9', 'Seyed Abbas Araghchi'],
  ['who said better than the 2015 nuclear deal', '9', 'Seyed Abbas Araghchi'],
  ['who said regional alliances', '9', 'Seyed Abbas Araghchi'],
  ['who said cut ties with Hamas and Hezbollah', '3', "Netanyahu's office"],
  ['who said limits on the ballistic missile programme', '3', "Netanyahu's office"],
  ['who said joint military action', '5', 'Israeli and U.S. officials familiar with the discussions'],
  ['who said both sides are sceptical', '5', 'Israeli and U.S. officials familiar with the discussions'],
  ['who said "joint action plan"', '6', 'Israeli sources'],
  ['who said "freedom of action"', '6', "Israel's government"],
  ['who said coordinated strikes', '7', 'A senior U.S. official'],
  ['who said missile development by Trump', '', ''],
  ['who said a second aircraft carrier', '12', 'Donald Trump'],
  ['who said the Pentagon could deploy', '12', 'Reports'],
  ['who said USS George H.W. Bush', '13', 'The Wall Street Journal'],
  ['who said the plan could still change', '13', 'The Wall Street Journal'],
  ['who said Iran would not yield', '10', 'Masoud Pezeshkian'],
  ['ask when were the talks in Muscat', '11', null],
  ['ask who met at the White House', 'c1', null],
  ['ask where did Pezeshkian speak?', '10', 'Masoud Pezeshkian'],
  ['ask what is the position of Iran on its missile program', '8', "Iran's government"],
  ['ask where were the indirect talks held?', '11', null],
  ['ask how long did the meeting last', '3', null],
  ['ask what did Araghchi say about missiles', '9', 'Seyed Abbas Araghchi'],
  ['ask what did Araqchi tell Russia', '9', 'Seyed Abbas Araghchi'],
  ['ask what did Trump say about the carrier?', '12', 'Donald Trump'],
  ['speaker Pezeshkian', '10', 'Masoud Pezeshkian'],
  ['speaker the Iranian foreign minister', '9', 'Seyed Abbas Araghchi'],
  ['speaker WSJ', '13', 'The Wall Street Journal'],
  ['speaker Netanyahu’s office', '3', "Netanyahu's office"],
  ['timeline missiles', '4', 'Donald Trump'],
  ['check "No nuclear weapons, no missiles"', '4', 'Donald Trump'],
];

describe('the first finding', () => {
  test.each(FIRST)('%s', (text, wanted, speaker) => {
    const [first] = found(text);
    if (wanted === '') expect(first).toBeUndefined();
    else expect([first && paragraph(first), first?.statement?.speaker.name ?? null]).toEqual([wanted, speaker]);
  });
});

const NOBODY: readonly string[] = [
  'who said Khamenei',
  'who said enrichment to 60 percent',
  'who said "we will never negotiate"',
  'who said snapback sanctions',
  'who said Fox Business Network',
  'who said Truth Social',
  'speaker Khamenei',
  'speaker Netanyahu',
  'speaker Hamas',
  'ask what did Khamenei say',
  'ask what did Netanyahu say about Gaza',
  'ask when is the next round in Geneva',
  'ask how many centrifuges does Iran have',
  'ask did China comment on sanctions relief',
  'check "We will flatten the city"',
];

describe('nothing', () => {
  test.each(NOBODY)('%s', (text) => {
    const empty = answer(text);
    expect(findingsOf(empty).filter(({ near }) => !near)).toEqual([]);
    expect(empty.total).toBe(0);
    expect(empty.notes.length).toBeGreaterThan(0);
  });
});

describe('the setting', () => {
  test('no nuclear weapons: to Fox Business Network, on Tuesday 10 February 2026, direct', () => {
    const [first] = found('who said "no nuclear weapons"');
    const statement = first?.statement;
    expect(statement).toMatchObject({ kind: 'direct', saidOn: { from: '2026-02-10', to: '2026-02-10' } });
    expect(first?.passage.text.slice(statement?.addressee?.start, statement?.addressee?.end)).toBe(
      'Fox Business Network',
    );
  });

  test('wall of distrust: on 11 February 2026, in Tehran', () => {
    const [first] = found('who said "wall of distrust"');
    const venue = first?.statement?.venue;
    expect(first?.statement?.saidOn).toMatchObject({ from: '2026-02-11', certain: true });
    expect(first?.passage.text.slice(venue?.start, venue?.end)).toContain('in Tehran');
  });

  test('the talks in Muscat: Friday is 6 February 2026', () => {
    const [first] = found('ask when were the talks in Muscat');
    expect(first?.dates).toMatchObject([{ from: '2026-02-06', to: '2026-02-06' }]);
  });

  test('missiles are not negotiable: all from Iran’s side, never Trump', () => {
    const speakers = found('who said missiles are not negotiable').map(({ statement }) => statement?.speaker.speakerId);
    expect(speakers.length).toBeGreaterThan(1);
    for (const id of speakers) expect(['iranian-government', 'abbas-araghchi', 'masoud-pezeshkian']).toContain(id);
  });

  test('the report of U.S. officials stands inside that of The Wall Street Journal', () => {
    const all = found('who said USS George H.W. Bush');
    expect(all).toHaveLength(1);
    expect(all[0]?.carries.map(({ speaker }) => speaker.name)).toEqual(['U.S. officials']);
  });
});
