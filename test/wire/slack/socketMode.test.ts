// The real Bolt over Socket Mode: what people do reaches it, and its answers reach them.
import type { App } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { socketApp } from './realApp.ts';
import { startSlack } from './server.ts';

const section = (text: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text } });
const quiet = { unfurl_links: false, unfurl_media: false };
const more = {
  type: 'actions' as const,
  elements: [
    {
      type: 'button' as const,
      action_id: 'more',
      value: 'page 2',
      text: { type: 'plain_text' as const, text: 'More' },
    },
  ],
};

/** Answers commands privately, with a button that shows more in the same place. */
function answerCommands(app: App): void {
  app.command('/iran-talks', async ({ ack, command, respond }) => {
    await ack();
    await respond({ text: `You asked: ${command.text}`, blocks: [section(`You asked: ${command.text}`), more] });
  });
  app.action('more', async ({ ack, respond, action }) => {
    await ack();
    const { value } = action as { value: string };
    await respond({ text: value, replace_original: true });
  });
}

/** Answers mentions in their thread. */
function answerMentions(app: App): void {
  app.event('app_mention', async ({ event, client }) => {
    await client.chat.postMessage({
      channel: event.channel,
      thread_ts: event.thread_ts ?? event.ts,
      text: 'Here',
      ...quiet,
    });
  });
}

describe('a command', () => {
  test('is acknowledged, and answered to the one who asked', async () => {
    const slack = await startSlack();
    await socketApp(slack, { listen: answerCommands });
    const asked = slack.command('who said missiles');
    expect((await asked.acknowledged()).ms).toBeLessThan(3_000);
    const answer = await asked.answer();
    expect(answer).toMatchObject({ text: 'You asked: who said missiles', ephemeralTo: slack.user.id });
    expect(slack.messages()).toEqual([answer]);
  });

  test('may be answered with its acknowledgement', async () => {
    const slack = await startSlack();
    const listen = (app: App) =>
      app.command('/iran-talks', ({ ack }) => ack({ text: 'Here', response_type: 'in_channel' }));
    await socketApp(slack, { listen });
    expect(await slack.command('help').answer()).toMatchObject({ text: 'Here', ephemeralTo: null });
  });

  test('that nobody acknowledges in time is told', async () => {
    const slack = await startSlack({ acknowledgeMs: 50 });
    await socketApp(slack, { listen: (app) => app.command('/iran-talks', async () => {}) });
    const asked = slack.command('help');
    await asked.settled('silent');
    await expect(asked.acknowledged()).rejects.toThrow('/iran-talks help was not acknowledged: silent');
    expect(slack.takeFaults()).toEqual(['/iran-talks help was not acknowledged: silent, status null']);
  });
});

describe('a mention', () => {
  test('comes as app_mention and as message, and is answered in its thread', async () => {
    const slack = await startSlack();
    const heard: string[] = [];
    await socketApp(slack, {
      listen: (app) => {
        answerMentions(app);
        app.message(async ({ event }) => {
          if (!('bot_id' in event)) heard.push(event.channel_type);
        });
      },
    });
    const asked = slack.mention('who said missiles');
    const answer = await asked.answer();
    expect(answer).toMatchObject({ text: 'Here', threadTs: asked.message?.ts });
    expect(asked.outgoing.map(({ payload }) => (payload['event'] as { type: string }).type)).toEqual([
      'app_mention',
      'message',
    ]);
    expect(heard).toEqual(['channel']);
  });
});

describe('a button', () => {
  test('changes the private answer that it is on', async () => {
    const slack = await startSlack();
    await socketApp(slack, { listen: answerCommands });
    const answer = await slack.command('help').answer();
    const changed = await slack.press('More', answer).answer();
    expect(changed).toMatchObject({ ts: answer.ts, text: 'page 2' });
  });
});
