// Articles that wait, in a chat: who may decide on them, what a press and a typed command do, and what is told when somebody was faster.
import { beforeEach, describe, expect, test } from 'vitest';
import { keyOf } from '../../src/approval/actions.ts';
import { type Curator, createApproval } from '../../src/approval/approval.ts';
import type { Said } from '../../src/conversation/conversation.ts';
import { fitsDiscord } from '../../src/discord/embeds.ts';
import { CorpusError, IntakeError } from '../../src/errors.ts';
import { textOf } from '../../src/slack/blocks.ts';
import { type HeldInMemory, heldArticle, holding } from './heldInMemory.ts';

const curatedFrom = [{ platform: 'slack', community: 'T1' } as const];
const mina: Curator = { platform: 'slack', community: 'T1', user: 'U1', refusal: async () => null, fits: fitsDiscord };
let logged: unknown[];
const note = (fields: unknown, message: string): void => void logged.push([fields, message]);
const log = { debug: note, info: note, warn: note, error: note };
const approvalOn = (curation: HeldInMemory) => createApproval({ curation, curatedFrom, log });
const wordsOf = ({ message }: Said): string => textOf(message);
const labelsOf = ({ buttons }: Said): string[] => buttons.map(({ label }) => label);
const buttonOf = (said: Said, label: string): string =>
  said.buttons.find((button) => button.label === label)?.action ?? `no button ${label}`;
const seven = (): HeldInMemory => holding(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => heldArticle(id)));

beforeEach(() => {
  logged = [];
});

describe('who may', () => {
  test.each<[string, Partial<Curator>, string]>([
    ['another workspace', { community: 'T2' }, 'once CURATED_FROM names slack/T2 (this workspace)'],
    ['a server of that name', { platform: 'discord' }, 'once CURATED_FROM names discord/T1 (this server)'],
    ['a direct message of no community', { community: null }, 'in a workspace or server that CURATED_FROM names'],
    [
      'somebody who does not manage it',
      { refusal: async () => ({ kind: 'needs-manager', who: 'the admins', of: 'articles' }) },
      'Articles are approved here by the admins',
    ],
  ])('%s may neither see, decide, press nor complete, and is told so', async (_, given, words) => {
    const curation = holding([heldArticle('a')]);
    const approval = approvalOn(curation);
    const action = buttonOf(await approval.command('', mina), 'Approve');
    const by = { ...mina, ...given };
    for (const said of [
      await approval.command('', by),
      await approval.command('approve a', by),
      await approval.command('refuse a', by),
      await approval.press(action, by),
    ]) {
      expect(wordsOf(said)).toContain(words);
      expect(said).toMatchObject({ isPrivate: true, buttons: [], replaces: false });
    }
    expect(await approval.complete('', by, { choices: 25, units: 100 })).toEqual([]);
    expect(curation.waiting).toHaveLength(1);
  });

  test('whether somebody manages a community is asked only where it is one that may', async () => {
    const refusal = (): never => {
      throw new Error('asked');
    };
    const said = await approvalOn(holding([])).command('', { ...mina, community: 'T2', refusal });
    expect(wordsOf(said)).toContain('CURATED_FROM');
  });
});

describe('the list', () => {
  test('tells what a curator needs to decide, five to a page, in the order that is given', async () => {
    const article = heldArticle('a', { sameTextAs: 'gazette-1', doubts: ['no byline', 'two dates'], language: 'fr' });
    const said = await approvalOn(holding([article, heldArticle('b')])).command('', mina);
    expect(said.message.summary).toBe('2 articles');
    expect(said.replaces).toBe(false);
    expect(said.message.parts[0]).toMatchObject({
      who: [{ text: '1. Title of a' }, { text: ' · language: fr' }],
      quote: { runs: [{ text: article.opening, style: 'printed' }], isCutAfter: false },
      remarks: ['Same text as gazette-1.', 'To look at: no byline; two dates'],
      citation: {
        outlet: article.outlet,
        published: '12 Feb 2026',
        place: '12 paragraphs',
        passageId: 'a',
        url: article.url,
      },
    });
    expect(labelsOf(said)).toEqual(['Approve 1', 'Approve 2', 'Refuse 1', 'Refuse 2']);
  });

  test('goes on behind the last one shown, also when others were decided on meanwhile, and back', async () => {
    const curation = seven();
    const approval = approvalOn(curation);
    const first = await approval.command('', mina);
    expect(first.message.summary).toBe('1 to 5 of 7 articles');
    await curation.refuse('b');
    const second = await approval.press(buttonOf(first, 'Next'), mina);
    expect(second.message.parts).toMatchObject([{ citation: { passageId: 'f' } }, { citation: { passageId: 'g' } }]);
    expect(labelsOf(second)).toEqual(['Approve 1', 'Approve 2', 'Refuse 1', 'Refuse 2', 'Previous']);
    const back = await approval.press(buttonOf(second, 'Previous'), mina);
    expect(back.message.parts[0]).toMatchObject({ citation: { passageId: 'a' } });
  });

  test('says where articles would come from when none waits', async () => {
    expect(wordsOf(await approvalOn(holding([])).command('', mina))).toMatch(/^No article waits.*feeds\.yaml/su);
  });
});

describe('a press', () => {
  test.each([
    ['Approve 2', 'approved', 'Approved: Title of b; it is answered from in a few seconds.'],
    ['Refuse 2', 'refused', 'Refused: Title of b.'],
  ] as const)('%s decides on that one alone, and every other one keeps its place', async (label, list, words) => {
    const curation = seven();
    const approval = approvalOn(curation);
    const after = await approval.press(buttonOf(await approval.command('', mina), label), mina);
    expect(curation[list]).toEqual(['b']);
    expect(after.replaces).toBe(true);
    expect(wordsOf(after)).toContain(words);
    expect(labelsOf(after).filter((one) => one.startsWith('Approve'))).toEqual([
      'Approve 1',
      'Approve 3',
      'Approve 4',
      'Approve 5',
    ]);
    await approval.press(buttonOf(after, 'Approve 3'), mina);
    expect(curation.approved.at(-1)).toBe('c');
  });

  test('works after a restart', async () => {
    const curation = seven();
    const action = buttonOf(await approvalOn(curation).command('', mina), 'Approve 5');
    await approvalOn(curation).press(action, mina);
    expect(curation.approved).toEqual(['e']);
  });

  test('of a second manager, at the same time or later, decides nothing and says that it is no longer held', async () => {
    const curation = seven();
    const approval = approvalOn(curation);
    const list = await approval.command('', mina);
    const other = { ...mina, user: 'U2' };
    const both = await Promise.all([
      approval.press(buttonOf(list, 'Approve 1'), mina),
      approval.press(buttonOf(list, 'Refuse 1'), other),
    ]);
    expect([curation.approved, curation.refused]).toEqual([['a'], []]);
    expect(
      both.filter((said) => wordsOf(said).includes('No longer held: “Title of a” was approved before')),
    ).toHaveLength(1);
    const late = await approvalOn(curation).press(buttonOf(list, 'Approve 1'), other);
    expect(wordsOf(late)).toContain('No longer held: it was approved or refused before.');
  });

  test('on the last one leaves nothing to press', async () => {
    const approval = approvalOn(holding([heldArticle('a')]));
    const after = await approval.press(buttonOf(await approval.command('', mina), 'Approve'), mina);
    expect(wordsOf(after)).toMatch(/^Approved: Title of a; .*No article waits/su);
    expect(after.buttons).toEqual([]);
  });

  test('that the corpus refuses is told with what to do, and the article stays', async () => {
    const curation = holding([heldArticle('a')]);
    curation.faults.approve = new IntakeError('duplicate', 'It is in the corpus as gazette-1: refuse this one.');
    const approval = approvalOn(curation);
    const after = await approval.press(buttonOf(await approval.command('', mina), 'Approve'), mina);
    expect(wordsOf(after)).toContain('It was not approved: It is in the corpus as gazette-1: refuse this one.');
    expect(labelsOf(after)).toEqual(['Approve', 'Refuse']);
  });

  test('that was done is told even where the rest can’t be read', async () => {
    const curation = holding([heldArticle('a'), heldArticle('b')]);
    const approval = approvalOn(curation);
    const action = buttonOf(await approval.command('', mina), 'Approve 1');
    const approve = curation.approve;
    curation.approve = (id) => {
      curation.faults.held = new IntakeError('file', 'The folder can’t be read.');
      return approve(id);
    };
    expect(wordsOf(await approval.press(action, mina))).toBe(
      'Approved: Title of a; it is answered from in a few seconds.',
    );
  });

  test('of a button that is none of ours changes nothing', async () => {
    const said = await approvalOn(seven()).press('held.publish.1', mina);
    expect(wordsOf(said)).toContain('another version');
    expect(said.replaces).toBe(false);
  });
});

describe('typed', () => {
  test.each([
    ['approve a', 'approved'],
    [' APPROVE  a#1 ', 'approved'],
    [`refuse ${keyOf('a')}`, 'refused'],
  ] as const)('“%s”', async (text, list) => {
    const curation = seven();
    await approvalOn(curation).command(text, mina);
    expect(curation[list]).toEqual(['a']);
  });

  test('an id that nothing waits under, and one that was decided on before, decide nothing', async () => {
    const approval = approvalOn(seven());
    expect(wordsOf(await approval.command('approve nothing', mina))).toContain('no article waits under “nothing”');
    await approval.command('refuse a', mina);
    expect(wordsOf(await approval.command('approve a', mina))).toContain('“Title of a” was refused before');
  });

  test.each(['approve', 'refuse ', 'publish a', 'with approve a and refuse b'])(
    '“%s” is told how it is typed',
    async (text) => {
      const curation = seven();
      expect(wordsOf(await approvalOn(curation).command(text, mina))).toContain('held approve and an id');
      expect(curation.waiting).toHaveLength(7);
    },
  );

  test('titles, outlets and ids are completed, each with a value that is taken, however long the id', async () => {
    const long = 'x'.repeat(200);
    const curation = holding([heldArticle(long, { title: 'Ferries '.repeat(40) }), heldArticle('b')]);
    const approval = approvalOn(curation);
    const [choice, ...others] = await approval.complete('FERRIES', mina, { choices: 25, units: 100 });
    expect(others).toEqual([]);
    expect(choice?.label.length).toBeLessThanOrEqual(100);
    expect(choice?.label).toMatch(/… · The Orlan Courier · 12 Feb 2026$/u);
    await approval.command(`approve ${choice?.value}`, mina);
    expect(curation.approved).toEqual([long]);
    expect(await approval.complete('', mina, { choices: 1, units: 100 })).toHaveLength(1);
  });
});

describe('faults', () => {
  test('a corpus that can’t be read is told with its faults; anything else as a fault that was logged', async () => {
    const curation = seven();
    curation.faults.held = new CorpusError('faults', [{ file: 'held/a.md', field: 'url', reason: 'is missing' }]);
    expect(wordsOf(await approvalOn(curation).command('', mina))).toContain('held/a.md: url: is missing');
    curation.faults.approve = new Error('a bug');
    expect(wordsOf(await approvalOn(curation).command('approve a', mina))).toContain('it was logged');
    expect(logged).toContainEqual([{ cause: new Error('a bug') }, 'approval: a curator could not be answered']);
  });

  test('what was decided is logged with who and where, and none of its words', async () => {
    await approvalOn(seven()).command('approve a', mina);
    await approvalOn(seven()).command('refuse b', mina);
    const by = { platform: 'slack', community: 'T1', user: 'U1' };
    expect(logged).toEqual([
      [{ article: 'a', ...by }, 'approval: an article was approved'],
      [{ article: 'b', ...by }, 'approval: an article was refused'],
    ]);
  });
});
