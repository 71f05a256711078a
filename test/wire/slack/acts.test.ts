// What people do beside asking: forms, shortcuts, menus, the Home tab, edits, other bots, shared channels, taking the app away.
import type { App } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import type { Message } from './messages.ts';
import { socketApp } from './realApp.ts';
import { type LocalSlack, type SlackOptions, startSlack } from './server.ts';
import { channel, person, workspace } from './world.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });

async function started(listen: (app: App) => void, options: SlackOptions = {}): Promise<LocalSlack> {
  const slack = await startSlack(options);
  await socketApp(slack, { listen });
  return slack;
}

type Event = Readonly<Record<string, string | undefined>>;

/** Gives every event to a test, also those of the bot itself. */
async function hearingAll(hear: (event: Event) => void, options: SlackOptions = {}): Promise<LocalSlack> {
  const slack = await startSlack(options);
  const listen = (app: App) =>
    app.use(async ({ body, next }) => {
      if ('event' in body) hear(body.event as unknown as Event);
      await next();
    });
  await socketApp(slack, { listen, options: { ignoreSelf: false } });
  return slack;
}

/** What an event is, by type, subtype and whether a bot's. */
async function hearing(options: SlackOptions = {}) {
  const heard: string[] = [];
  const hear = ({ type, subtype, bot_id: bot }: Event) => {
    heard.push([type, subtype, bot === undefined ? undefined : 'bot'].filter((part) => part !== undefined).join(' '));
  };
  return { heard, slack: await hearingAll(hear, options) };
}

describe('a form', () => {
  const form = {
    type: 'modal' as const,
    callback_id: 'question',
    title: plain('Ask'),
    submit: plain('Ask'),
    blocks: [
      {
        type: 'input' as const,
        block_id: 'words',
        label: plain('Words'),
        element: { type: 'plain_text_input' as const, action_id: 'text', max_length: 20 },
      },
    ],
  };

  function openForms(app: App): void {
    app.command('/iran-talks', async ({ ack, client, body }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: form });
    });
    app.view('question', async ({ ack, view }) => {
      const text = view.state.values['words']?.['text']?.value ?? '';
      if (text === 'x') await ack({ response_action: 'errors', errors: { words: 'Too short' } });
      else if (text === 'more') await ack({ response_action: 'push', view: { ...form, title: plain('More') } });
      else await ack();
    });
  }

  test('opens, is sent, and closes', async () => {
    const slack = await started(openForms);
    const view = await slack.command('form').view();
    expect(slack.views.map(({ id }) => id)).toEqual([view.id]);
    await slack.submit(view, { text: 'missiles' }).acknowledged();
    expect(slack.views).toEqual([]);
  });

  test('may say what is wrong, or show another above it', async () => {
    const slack = await started(openForms);
    const view = await slack.command('form').view();
    expect(await slack.submit(view, { text: 'x' }).errors()).toEqual({ words: 'Too short' });
    const above = await slack.submit(view, { words: 'more' }).view();
    expect(above).toMatchObject({ previousId: view.id, body: { title: { text: 'More' } } });
    await slack.closeView(above);
    expect(slack.views).toHaveLength(1);
  });

  test('that Slack’s client would not send is not sent', async () => {
    const slack = await started(openForms);
    const view = await slack.command('form').view();
    expect(() => slack.submit(view, {})).toThrow('an input is empty');
    expect(() => slack.submit(view, { text: 'x'.repeat(21) })).toThrow('more than 20 characters');
    expect(() => slack.submit(view, { who: 'x' })).toThrow('no input "who"');
  });

  test('does not open by a trigger that is used or too old', async () => {
    const errors: unknown[] = [];
    const slack = await started((app) =>
      app.command('/iran-talks', async ({ ack, client, body }) => {
        await ack();
        await client.views.open({ trigger_id: body.trigger_id, view: form });
        for (const trigger_id of [body.trigger_id, 'x']) {
          await client.views.open({ trigger_id, view: form }).catch((error) => errors.push(error.data.error));
        }
      }),
    );
    await slack.command('form').view();
    await expect.poll(() => errors).toEqual(['exchanged_trigger_id', 'invalid_trigger_id']);
  });
});

describe('on a message', () => {
  const feedback = {
    type: 'context_actions' as const,
    elements: [
      {
        type: 'feedback_buttons' as const,
        action_id: 'feedback',
        positive_button: { text: plain('Right'), value: 'right' },
        negative_button: { text: plain('Wrong'), value: 'wrong' },
      },
    ],
  };
  const menu = {
    type: 'actions' as const,
    elements: [
      {
        type: 'static_select' as const,
        action_id: 'page',
        placeholder: plain('Page'),
        options: [
          { text: plain('One'), value: '1' },
          { text: plain('Two'), value: '2' },
        ],
      },
    ],
  };

  async function posted(listen: (app: App) => void): Promise<{ slack: LocalSlack; message: Message }> {
    const slack = await started((app) => {
      app.command('/iran-talks', ({ ack }) =>
        ack({ response_type: 'in_channel', text: 'Here', blocks: [feedback, menu] }),
      );
      listen(app);
    });
    return { slack, message: await slack.command('help').answer() };
  }

  test('feedback and menus tell what was chosen', async () => {
    const chosen: unknown[] = [];
    const { slack, message } = await posted((app) =>
      app.action(/./u, async ({ ack, action }) => {
        const { value, selected_option: option } = action as { value?: string; selected_option?: { value: string } };
        chosen.push(value ?? option?.value);
        await ack();
      }),
    );
    await slack.press('Wrong', message).acknowledged();
    await slack.press('right', message).acknowledged();
    await slack.select('page', 'Two', message).acknowledged();
    expect(chosen).toEqual(['wrong', 'right', '2']);
    expect(() => slack.press('Nothing', message)).toThrow('there are "Right" (feedback), "Wrong" (feedback)');
  });

  test('a response_url works five times, and not when it is old', async () => {
    const statuses: unknown[] = [];
    const { slack, message } = await posted((app) =>
      app.action('feedback', async ({ ack, respond }) => {
        await ack();
        for (const number of [1, 2, 3, 4, 5, 6]) {
          await respond(`${number}`).catch((error) => statuses.push(error.statusCode));
        }
      }),
    );
    const pressed = slack.press('Right', message);
    await expect.poll(() => statuses).toEqual([404]);
    expect(pressed.answers.map(({ text }) => text)).toEqual(['1', '2', '3', '4', '5']);
    const late = slack.press('Right', message);
    slack.expireResponseUrl(late);
    await expect.poll(() => statuses.length).toBe(7);
    expect(late.answers).toEqual([]);
  });

  test('a shortcut brings the message along', async () => {
    const slack = await started((app) =>
      app.shortcut('check_quotations', async ({ ack, shortcut, respond }) => {
        await ack();
        await respond(`Checked: ${shortcut.type === 'message_action' ? shortcut.message.text : ''}`);
      }),
    );
    const said = slack.say('She said “no”').message ?? expect.unreachable();
    expect(await slack.shortcut('check_quotations', said).answer()).toMatchObject({ text: 'Checked: She said “no”' });
  });
});

describe('an answer that breaks a rule is told', () => {
  const long = plain('x'.repeat(25));
  const body = { type: 'modal' as const, callback_id: 'f', title: plain('x'), blocks: [] };

  test.each<[string, (app: App) => void, string[]]>([
    [
      'of a response_url',
      (app) =>
        app.command('/iran-talks', async ({ ack, respond }) => {
          await ack();
          await respond('<!here>');
        }),
      ['response_url: text: has <!here>, which rings for people'],
    ],
    [
      'of a response_url that has nothing to replace',
      (app) =>
        app.command('/iran-talks', async ({ ack, respond }) => {
          await ack();
          await respond({ text: 'x', replace_original: true });
        }),
      ['response_url: there is no original that could be replaced or deleted'],
    ],
    [
      'of an acknowledgement',
      (app) => app.command('/iran-talks', ({ ack }) => ack('a & b')),
      ['the acknowledgement of /iran-talks help: text: has an unescaped "&": …a & b…'],
    ],
    [
      'that opens a form',
      (app) =>
        app.command('/iran-talks', async ({ ack, client, body: { trigger_id }, respond }) => {
          await ack();
          const error = await client.views
            .open({ trigger_id, view: { ...body, title: long } })
            .catch(({ data }) => data.error);
          await respond(String(error));
        }),
      ['views.open: view.title.text: Too big: expected string to have <=24 characters'],
    ],
  ])('%s', async (_, listen, faults) => {
    const slack = await started(listen);
    await slack.command('help').answer();
    expect(slack.takeFaults()).toEqual(faults);
  });

  test('of a form', async () => {
    const slack = await started((app) => {
      app.command('/iran-talks', async ({ ack, client, body: { trigger_id } }) => {
        await ack();
        await client.views.open({ trigger_id, view: body });
      });
      app.view('f', ({ ack }) => ack({ response_action: 'update', view: { ...body, title: long } }));
    });
    await slack.submit(await slack.command('help').view()).acknowledged();
    expect(slack.takeFaults()).toEqual([
      'the acknowledgement of the form "f": view.title.text: Too big: expected string to have <=24 characters',
    ]);
  });
});

test('a private answer is pressed by nobody else', async () => {
  const slack = await started((app) => app.command('/iran-talks', ({ ack }) => ack('Here')));
  const answer = await slack.command('help').answer();
  expect(() => slack.press('More', answer, { user: slack.admin })).toThrow('Mina does not see the message');
});

describe('the Home tab', () => {
  test('is published for whoever opens it', async () => {
    const blocks = [{ type: 'section' as const, text: plain('Welcome') }];
    const slack = await started((app) =>
      app.event('app_home_opened', async ({ event, client }) => {
        await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
      }),
    );
    await slack.openHome(slack.admin).view();
    expect(slack.home(slack.admin)?.body['blocks']).toMatchObject(blocks);
    expect(slack.home()).toBeNull();
  });

  test('has messages, for which prompts are suggested', async () => {
    const slack = await started((app) =>
      app.event('app_home_opened', async ({ event, client }) => {
        const prompts = [{ title: 'Help', message: 'help' }];
        await client.assistant.threads.setSuggestedPrompts({ channel_id: event.channel, prompts });
      }),
    );
    const shown = await slack.openHome(slack.user, 'messages').reply('prompts');
    expect(shown.body).toMatchObject({ prompts: [{ title: 'Help', message: 'help' }] });
  });
});

describe('what is written', () => {
  test('comes as what it is', async () => {
    const { heard, slack } = await hearing();
    const robot = person('Robot', { isBot: true });
    const said = slack.say('hello');
    await said.acknowledged();
    const message = said.message ?? expect.unreachable();
    await slack.edit(message, 'hello again').acknowledged();
    await slack.deleteMessage(message).acknowledged();
    await slack.say('look', { files: [{ name: 'a.txt' }] }).acknowledged();
    await slack.say('beep', { user: robot }).acknowledged();
    await slack.dm('hello').acknowledged();
    expect(heard).toEqual([
      'message',
      'message message_changed',
      'message message_deleted',
      'message file_share',
      'message bot',
      'message',
    ]);
  });

  test('is not heard where the bot is not', async () => {
    const outside = channel('outside', { hasBot: false });
    const { slack } = await hearing({ workspaces: [workspace({ channels: [channel('general'), outside] })] });
    expect(slack.mention('help', { channel: outside }).outgoing).toEqual([]);
  });

  test('in a shared channel by somebody from elsewhere names both workspaces', async () => {
    const partners = channel('partners', { isShared: true });
    const home = workspace({ channels: [partners] });
    const { slack } = await hearing({ workspaces: [home] });
    const guest = person('Guest', { teamId: 'T9999999999' });
    const { payload } = slack.mention('help', { user: guest }).outgoing[0] ?? expect.unreachable();
    expect(payload).toMatchObject({ team_id: guest.teamId, context_team_id: home.id, is_ext_shared_channel: true });
  });

  test('comes back to the bot where it has written itself', async () => {
    const heard: unknown[] = [];
    const slack = await hearingAll(({ text, user }) => heard.push([text, user]));
    const client = new WebClient(slack.botToken, { slackApiUrl: slack.url });
    await client.chat.postMessage({ channel: slack.channel.id, text: 'Hi', unfurl_links: false, unfurl_media: false });
    await expect.poll(() => heard).toEqual([['Hi', slack.workspace.botUserId]]);
  });
});

describe('taking the app away', () => {
  test('comes as two events, in either order, and ends its tokens', async () => {
    const { heard, slack } = await hearing();
    await slack.uninstall().acknowledged();
    await slack.tokensRevoked().acknowledged();
    expect(heard).toEqual(['app_uninstalled', 'tokens_revoked']);
    expect(() => slack.command('help')).toThrow('no commands');
  });
});
