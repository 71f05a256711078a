// Talking with the bot, whatever the platform: pages, buttons, what is private, what goes on from what.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { App } from '../../src/app.ts';
import { type Asked, type Conversation, createConversation, type Said } from '../../src/conversation/conversation.ts';
import type { Message } from '../../src/messages/message.ts';
import { renderMessage } from '../../src/terminal/render.ts';
import { shippedApp } from '../storyOf.ts';
import { createMapMemory, type MapMemory } from './mapMemory.ts';

const AT = new Date('2026-02-13T09:00:00Z');
let app: App;
let memory: MapMemory;
let faults: string[];
let talk: Conversation;

beforeAll(async () => {
  app = await shippedApp();
});
beforeEach(() => {
  memory = createMapMemory();
  faults = [];
  talk = conversation(memory);
});

function conversation(own: MapMemory, fits: (message: Message) => boolean = () => true): Conversation {
  let ids = 0;
  return createConversation({
    respond: app.respond,
    memory: own,
    fits,
    now: () => AT,
    newId: () => {
      ids += 1;
      return `id${ids}`;
    },
    onFault: (_, doing) => faults.push(doing),
  });
}

function asked(text: string, fields: Partial<Asked> = {}): Asked {
  const place = {
    platform: 'discord',
    community: 'g1',
    channel: 'c1',
    goesOnFrom: ['c1'],
    keptAs: 'c1',
    isShared: false,
  } as const;
  return { text, user: 'varga', audience: 'if-empty', place, ...fields };
}

const press = (action: string, user = 'varga') => talk.press({ user, action, place: asked('').place });
const textOf = ({ message }: Said): string => renderMessage(message, { width: 200, hasColours: false });
const labels = ({ buttons }: Said): string[] => buttons.map(({ label }) => label);
const actionOf = ({ buttons }: Said, kind: string): string =>
  buttons.find((button) => button.kind === kind)?.action ?? expect.fail(`no button ${kind}`);
async function saidBy(pressed: ReturnType<Conversation['press']>): Promise<Said> {
  const said = await pressed;
  return 'message' in said ? said : expect.fail('a form');
}

describe('an answer', () => {
  test('is for all, with a button for the passages around it and one for what is wrong', async () => {
    const said = await talk.answer(asked('who said no nuclear weapons'));
    expect(said.isPrivate).toBe(false);
    expect(labels(said)).toEqual(['Wrong?', 'Context']);
    expect(textOf(said)).toContain('Donald Trump, U.S. President');
  });

  test('is for the asker alone where nothing is found, where it can’t be read, and where it is wanted so', async () => {
    for (const text of ['who said enrichment', 'who said'])
      expect(await talk.answer(asked(text))).toMatchObject({ isPrivate: true });
    const said = await talk.answer(asked('who said no nuclear weapons', { audience: 'private' }));
    expect(said.isPrivate).toBe(true);
    expect(labels(said)).toEqual(['Share to channel', 'Wrong?', 'Context']);
  });

  test('to nothing is help', async () => {
    expect(textOf(await talk.answer(asked('  ')))).toContain('who said <words>');
  });

  test('has five findings on a page, and says which of how many', async () => {
    const said = await talk.answer(asked('timeline'));
    expect(said.message.parts.filter(({ kind }) => kind === 'finding')).toHaveLength(5);
    expect(labels(said)[0]).toMatch(/^More \(6 to 10 of \d+\)$/);
    expect(textOf(said)).toMatch(/1 to 5 of \d+\.\n$/);
  });
});

describe('buttons', () => {
  test('"more" gives the next page to whoever presses it, until there is none', async () => {
    let said = await talk.answer(asked('timeline'));
    const texts = [textOf(said)];
    while (said.buttons.some(({ kind }) => kind === 'more')) {
      said = await saidBy(press(actionOf(said, 'more'), 'dolen'));
      expect(said.isPrivate).toBe(true);
      texts.push(textOf(said));
      for (const { kind, action } of said.buttons)
        expect(action).toMatch(kind === 'context' ? /^passage\./ : new RegExp(`^${kind}\\.`));
      expect(new Set(said.buttons.map(({ action }) => action)).size).toBe(said.buttons.length);
    }
    const whole = app.respond('timeline', { freeText: 'ask', page: 1, perPage: 1000 });
    const ids = (text: string): string[] => text.match(/cgtn-\S+#\S+/g) ?? [];
    expect(ids(texts.join(' '))).toEqual(ids(renderMessage(whole.message, { width: 200, hasColours: false })));
  });

  test('what does not fit into one message goes on with "more", screen by screen', async () => {
    const short = conversation(
      memory,
      (message) => renderMessage(message, { width: 60, hasColours: false }).length < 1500,
    );
    const first = await short.answer(asked('who said talks'));
    expect(textOf(first)).toMatch(/· 1 of \d/);
    const second = await short.press({ user: 'varga', action: actionOf(first, 'more'), place: asked('').place });
    expect('message' in second && textOf(second)).toMatch(/· 2 of \d/);
  });

  test('there is one "context" for each passage, which says where it stands', async () => {
    const said = await talk.answer(asked('timeline'));
    const places = said.message.parts.flatMap((part) => (part.kind === 'finding' ? [part.citation.place] : []));
    expect(new Set(places).size).toBeLessThan(places.length);
    expect(labels(said).filter((label) => label.startsWith('Context'))).toEqual(
      [...new Set(places)].map((place) => `Context ${place}`),
    );
  });

  test('"context" shows the passages around', async () => {
    const said = await talk.answer(asked('who said no nuclear weapons'));
    const around = await saidBy(press(actionOf(said, 'context')));
    expect(around.isPrivate).toBe(true);
    expect(textOf(around)).toMatch(/Before[\s\S]*Hezbollah[\s\S]*After[\s\S]*skeptical/);
  });

  test('"share" shows a private answer to all, with who shares it; only to whoever asked', async () => {
    const said = await talk.answer(asked('who said no nuclear weapons', { audience: 'private' }));
    const shared = await saidBy(press(actionOf(said, 'share')));
    expect(shared).toMatchObject({ isPrivate: false, sharedBy: 'varga' });
    expect(shared.message).toEqual(said.message);
    expect(labels(shared)).not.toContain('Share to channel');
    const refused = await saidBy(press(actionOf(said, 'share'), 'dolen'));
    expect(refused).toMatchObject({ isPrivate: true, sharedBy: null });
    expect(textOf(refused)).toContain('Only whoever asked can share');
  });

  test('act after a restart, from the memory alone', async () => {
    const said = await talk.answer(asked('timeline'));
    talk = conversation(memory);
    expect(textOf(await saidBy(press(actionOf(said, 'more'))))).toMatch(/6 to 10 of/);
  });

  test.each(['more.gone.1.1', 'share.gone.1.1', 'wrong.gone.1.1', 'context.gone.1.1.1'])(
    '%s of an answer that is forgotten says so',
    async (action) => {
      expect(textOf(await saidBy(press(action)))).toContain('no longer kept');
    },
  );

  test.each([
    '',
    'more',
    'more..1.1',
    'more.a.0.1',
    'explode.a.1.1',
    'passage.nothing',
    'more.a.1.1.1',
    'x'.repeat(100),
  ])('"%s" is no button of ours, and is refused', async (action) => {
    expect(textOf(await saidBy(press(action)))).toContain('another version');
  });
});

describe('what is wrong', () => {
  test('is taken down with the statement it is about', async () => {
    const said = await talk.answer(asked('who said missiles'));
    const form = await press(actionOf(said, 'wrong'));
    if (!('findings' in form)) return expect.fail('no form');
    expect(form.findings[0]).toMatch(/^1\. .*, ¶ \d+$/);
    const thanks = await talk.takeDown(
      { user: 'dolen', action: form.action, place: asked('').place },
      { finding: 2, note: ' It was not him. ', verdict: 'wrong' },
    );
    expect(textOf(thanks)).toContain('taken down');
    expect(memory.feedback).toEqual([
      expect.objectContaining({
        user: 'dolen',
        verdict: 'wrong',
        note: 'It was not him.',
        statementId: expect.stringMatching(/#\d+\.\d+$/),
      }),
    ]);
  });

  test('of a finding that is not there is refused', async () => {
    const said = await talk.answer(asked('who said no nuclear weapons'));
    const refused = await talk.takeDown(
      { user: 'd', action: actionOf(said, 'wrong'), place: asked('').place },
      { finding: 7, note: '', verdict: 'wrong' },
    );
    expect(textOf(refused)).toContain('give a number from 1 to 1');
    expect(memory.feedback).toEqual([]);
  });
});

describe('a conversation', () => {
  test('goes on from what was said last in its place', async () => {
    await talk.answer(asked('who said missiles'));
    expect((await talk.answer(asked('and Trump?'))).context?.request).toBe('who said missiles by Trump');
  });

  test('goes on from the message that is replied to, before all else', async () => {
    const place = asked('').place;
    const said = await talk.answer(
      asked('who said wall of distrust', { place: { ...place, goesOnFrom: [], keptAs: null } }),
    );
    await talk.remember('message/1', said);
    await talk.answer(asked('who said missiles'));
    const next = await talk.answer(asked('when?', { place: { ...place, goesOnFrom: ['message/1', 'c1'] } }));
    expect(next.context?.request).toBe('when: who said wall of distrust');
  });

  test('in another place knows nothing of it', async () => {
    await talk.answer(asked('who said missiles'));
    const place = { ...asked('').place, goesOnFrom: ['c2'], keptAs: 'c2' };
    expect((await talk.answer(asked('and Trump?', { place }))).context?.request).not.toContain('missiles');
  });

  test('is not changed by what could not be read', async () => {
    await talk.answer(asked('who said missiles'));
    await talk.answer(asked('who said'));
    expect(memory.contexts.get('c1')?.request).toBe('who said missiles');
  });
});

describe('a memory that fails', () => {
  const broken = (): MapMemory => {
    const fail = async (): Promise<never> => {
      throw new Error('disk full');
    };
    const own = createMapMemory();
    return {
      ...own,
      findContext: fail,
      saveContext: fail,
      findShown: fail,
      saveShown: fail,
      addFeedback: fail,
      claimOnce: fail,
    };
  };

  test('costs the buttons, not the answer; and whoever runs the bot is told', async () => {
    talk = conversation(broken());
    const said = await talk.answer(asked('who said no nuclear weapons'));
    expect(textOf(said)).toContain('Donald Trump');
    expect(said.buttons).toEqual([]);
    expect(faults).toEqual(['reading what was asked before', 'keeping an answer', 'keeping what was asked']);
  });

  test('is told to whoever reports what is wrong, and an event counts as new', async () => {
    const said = await talk.answer(asked('who said no nuclear weapons'));
    talk = conversation({ ...memory, addFeedback: broken().addFeedback, claimOnce: broken().claimOnce });
    const told = await talk.takeDown(
      { user: 'd', action: actionOf(said, 'wrong'), place: asked('').place },
      { finding: 1, note: '', verdict: 'wrong' },
    );
    expect(textOf(told)).toContain('Press again in a minute');
    expect(await talk.isFirst('event/1')).toBe(true);
  });
});

test('an event is new once', async () => {
  expect(await talk.isFirst('event/1')).toBe(true);
  expect(await talk.isFirst('event/1')).toBe(false);
});

describe('what one person alone has seen', () => {
  const thread = { ...asked('').place, goesOnFrom: ['t1'], keptAs: 't1', isShared: true };

  test.each<[string, Partial<Asked>]>([
    ['asked in private', { audience: 'private' }],
    ['asked in private in a thread', { audience: 'private', place: thread }],
    ['found nothing in a thread', { place: thread, text: 'who said enrichment' }],
  ])('%s: nobody goes on from it', async (_, fields) => {
    const said = await talk.answer(asked('who said wall of distrust', fields));
    expect(said.isPrivate).toBe(true);
    const next = await talk.answer(asked('when?', { place: fields.place ?? asked('').place, user: 'dolen' }));
    expect(textOf(next)).not.toMatch(/distrust|enrichment/u);
  });

  test('found nothing in a channel: its asker goes on from it', async () => {
    await talk.answer(asked('who said enrichment by Trump'));
    expect(textOf(await talk.answer(asked('and Pezeshkian?')))).toContain('who said enrichment by Pezeshkian');
  });

  test('is public where the platform has nothing private', async () => {
    const said = await talk.answer(asked('who said enrichment', { audience: 'public' }));
    expect(said.isPrivate).toBe(false);
    expect(labels(said)).not.toContain('Share to channel');
  });

  test('can be shared, whatever it is, once', async () => {
    for (const text of ['speakers', 'check "the moon is made of cheese"', 'who said enrichment']) {
      const said = await talk.answer(asked(text, { audience: 'private' }));
      const shared = await saidBy(press(actionOf(said, 'share')));
      expect(shared).toMatchObject({ isPrivate: false, sharedBy: 'varga' });
      const again = await saidBy(press(actionOf(said, 'share')));
      expect(again.isPrivate).toBe(true);
      expect(textOf(again)).toContain('shared this already');
    }
  });

  test('of a public answer is shared by whoever turned the page', async () => {
    const said = await talk.answer(asked('timeline'));
    const more = await saidBy(press(actionOf(said, 'more'), 'dolen'));
    expect(await saidBy(press(actionOf(more, 'share'), 'dolen'))).toMatchObject({
      isPrivate: false,
      sharedBy: 'dolen',
    });
  });
});

describe('quotations of a message', () => {
  test('are checked for the asker alone, and nobody goes on from them', async () => {
    const said = await talk.check(asked('Trump said "no nuclear weapons", didn’t he?'));
    expect(said.isPrivate).toBe(true);
    expect(textOf(said)).toContain('Verbatim');
    expect(textOf(await talk.answer(asked('when?')))).not.toContain('nuclear weapons');
  });

  test.each(['lunch at noon?', 'https://example.org/a', '🚀', ''])('are not there in “%s”', async (text) => {
    const said = await talk.check(asked(text));
    expect(textOf(said)).toContain('Nothing stands within quotation marks');
    expect(said.isPrivate).toBe(true);
  });
});

test('a passage around a finding has all its screens', async () => {
  const narrow = conversation(
    memory,
    (message) => renderMessage(message, { width: 60, hasColours: false }).length < 900,
  );
  const said = await narrow.answer(asked('who said no nuclear weapons'));
  const around = await saidBy(
    narrow.press({ user: 'varga', action: actionOf(said, 'context'), place: asked('').place }),
  );
  expect(labels(around)[0]).toBe('More');
  const next = await saidBy(narrow.press({ user: 'varga', action: actionOf(around, 'more'), place: asked('').place }));
  expect(textOf(next)).toMatch(/· 2 of \d/u);
  expect(labels(around).some((label) => label.startsWith('Context'))).toBe(false);
});

test('what is told once a day is told again on the next', async () => {
  expect([await talk.isFirstToday('a'), await talk.isFirstToday('a'), await talk.isFirstToday('b')]).toEqual([
    true,
    false,
    true,
  ]);
});
