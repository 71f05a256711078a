// Every place where people meet the bot on Slack, as they see it, through the whole program: over a socket and by signed requests.
import { beforeAll, describe, expect, test } from 'vitest';
import { type LocalSlack, startSlack } from '../slack/server.ts';
import { channel, person, workspace } from '../slack/world.ts';
import { type Bot, type Mode, startBot } from './bot.ts';
import { labelsOf, textOf } from './seen.ts';

const ARTICLE = 'cgtn-2026-02-12-trump-netanyahu';
const ada = person('Ada');
const mina = person('Mina', { isAdmin: true });
const general = channel('general');
const far = channel('far', { hasBot: false });

describe.each<Mode>(['socket', 'http'])('%s', (mode) => {
  let slack: LocalSlack;
  let bot: Bot;

  beforeAll(async () => {
    slack = await startSlack({ workspaces: [workspace({ people: [ada, mina], channels: [general, far] })] });
    slack.mayMention(/Shared by <@\w+>/u);
    bot = await startBot(slack, mode);
  });

  describe('a command is answered for the asker alone', () => {
    test.each<[string, string[]]>([
      [
        'who said no nuclear weapons',
        [
          'who said no nuclear weapons',
          'Donald Trump, U.S. President · added · to Fox Business Network · Tue 10 Feb 2026 (implied) · direct',
          '"No nuclear weapons, no missiles," he added.',
          'refers to Donald Trump',
          'CGTN · Trump tells Netanyahu he wants to continue negotiations with Iran · 12 Feb 2026 · ¶ 4',
          `${ARTICLE}#4`,
        ],
      ],
      ['ask where were the talks held', ['CGTN, its own words', '¶ 11']],
      ['speaker Pezeshkian', ['Masoud Pezeshkian, Iranian President', '¶ 10']],
      ['compare Trump and Iran on missiles', ['Donald Trump', 'Seyed Abbas Araghchi']],
      ['timeline missiles', ['Tue 10 Feb 2026', 'Wed 11 Feb 2026']],
      ['check "No nuclear weapons, no bombs"', ['Altered', 'bombs', 'Struck through']],
      ['speakers', ['Donald Trump', 'Not named']],
      ['sources', ['CGTN', ARTICLE]],
      [`source ${ARTICLE}#4`, ['CGTN · ¶ 4', 'Statements in it', 'After']],
      ['help', ['who said', 'timeline', 'In a thread: mention me']],
      ['', ['who said', 'timeline']],
      ['who said enrichment to 60 percent', ['nothing found', 'No statement in the corpus says this']],
      ['frobnicate the sources', ['nothing found']],
    ])('/iran-talks %s', async (text, parts) => {
      const asked = slack.command(text);
      expect((await asked.acknowledged()).ms).toBeLessThan(3_000);
      const answer = await asked.answer();
      expect(answer.ephemeralTo).toBe(ada.id);
      const shown = textOf(answer);
      for (const part of parts) expect(shown).toContain(part);
      expect(answer.text.length).toBeGreaterThan(5);
    });

    test('also where nobody has invited the bot', async () => {
      expect(textOf(await slack.command('speakers', { channel: far }).answer())).toContain('Donald Trump');
    });

    test('and shared with the channel with its citations and who shared it, once', async () => {
      const answer = await slack.command('who said no nuclear weapons').answer();
      const shared = await slack.press('Share to channel', answer).answer();
      expect(shared.ephemeralTo).toBeNull();
      expect(textOf(shared)).toContain(`Shared by <@${ada.id}>`);
      expect(textOf(shared)).toContain('"No nuclear weapons, no missiles," he added.');
      expect(textOf(await slack.press('Share to channel', answer).answer())).toContain('shared this already');
    });
  });

  describe('buttons', () => {
    test('more gives the next page, context the passages around', async () => {
      const answer = await slack.command('timeline').answer();
      const [more = ''] = labelsOf(answer);
      expect(more).toMatch(/^More \(6 to 10 of \d+\)$/u);
      const next = await slack.press(more, answer).answer();
      expect(textOf(next)).toMatch(/6 to 10 of \d+/u);
      const around = await slack.press('Context ¶ 4', answer).answer();
      expect(textOf(around)).toContain('Before');
      expect([next, around].map(({ ephemeralTo }) => ephemeralTo)).toEqual([ada.id, ada.id]);
    });

    test('a thumb up is thanked for, a thumb down also asks what is wrong', async () => {
      const answer = await slack.command('who said missiles').answer();
      expect(textOf(await slack.press('Right', answer).answer())).toContain('Thank you');
      const pressed = slack.press('Wrong', answer);
      expect(textOf(await pressed.answer())).toContain('taken down');
      const view = await pressed.view();
      expect(textOf(view)).toContain('What should it be?');
      const from = slack.requests.length;
      await slack.submit(view, { note: 'It was said a day later.' }).acknowledged();
      expect(JSON.stringify(await slack.request('chat.postEphemeral', { from }))).toContain('Thank you');
    });
  });

  describe('messages', () => {
    test('a mention is answered in its thread, once, and the thread goes on', async () => {
      const asked = slack.mention('who said missiles?', { channel: general });
      const answer = await asked.answer();
      expect(answer.threadTs).toBe(asked.message?.ts);
      expect(answer.ephemeralTo).toBeNull();
      const next = await slack.mention('and Pezeshkian?', { user: mina, threadTs: asked.message?.ts ?? '' }).answer();
      expect(textOf(next)).toMatch(/^who said missiles by Pezeshkian/u);
      expect(asked.answers.filter((each) => textOf(each).startsWith('who said missiles\n'))).toHaveLength(1);
    });

    test('an empty mention gets help', async () => {
      expect(textOf(await slack.mention('').answer())).toContain('who said <words>');
    });

    test('a direct message needs no mention, and goes on', async () => {
      expect(textOf(await slack.dm('who said wall of distrust').answer())).toContain('Masoud Pezeshkian');
      expect(textOf(await slack.dm('when?').answer())).toMatch(/^when: who said wall of distrust/u);
    });

    test('edits, deletions, other bots and what is for nobody get no answer', async () => {
      const asked = slack.mention('speakers');
      const answer = await asked.answer();
      const passed = [
        slack.say('who said missiles'),
        slack.edit(asked.message ?? answer, 'who said missiles'),
        slack.say(`<@${slack.workspace.botUserId}> who said missiles`, { user: person('Robot', { isBot: true }) }),
        slack.deleteMessage(asked.message ?? answer),
      ];
      await slack.dm('sources').answer();
      expect(passed.flatMap(({ answers }) => answers.filter((each) => textOf(each).includes('missiles')))).toEqual([]);
    });
  });

  test('the menu of a message checks its quotations in a window', async () => {
    const { message } = slack.say('Trump said "No nuclear weapons, no missiles" and "We will flatten the city".');
    if (!message) throw new Error('No message.');
    const view = await slack.shortcut('check_quotations', message).view();
    expect(textOf(view)).toContain('Verbatim');
    expect(textOf(view)).toContain('Not found');
    const around = await slack.press('Context', view).view();
    expect(textOf(around)).toContain('Before');
  });

  test('the Home tab has what is in the corpus, how to ask and what was said last', async () => {
    await slack.openHome(ada).view();
    const home = slack.home(ada);
    expect(home && textOf(home)).toMatch(/1 article, 23 statements.*Newest statements.*CGTN.*Digests/su);
  });

  test('the app’s messages suggest questions that are answered', async () => {
    const opened = slack.openHome(ada, 'messages');
    const { body } = await opened.reply('prompts');
    const { prompts } = body as { prompts: { message: string }[] };
    expect(prompts).toHaveLength(4);
    for (const { message } of prompts) expect(textOf(await slack.dm(message).answer())).not.toContain('nothing found');
  });

  test('nothing went wrong, and nothing that people wrote is in the log', () => {
    expect(bot.logs.filter(({ level }) => level >= 40)).toEqual([]);
    expect(bot.output()).not.toMatch(/wall of distrust|xoxb-|xapp-/u);
  });
});
