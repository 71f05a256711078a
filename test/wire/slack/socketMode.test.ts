// The real Bolt over Socket Mode: what people do reaches it, and its answers reach them.
import type { App } from '@slack/bolt';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { socketApp } from './realApp.ts';
import { type LocalSlack, startSlack } from './server.ts';

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

describe('a connection', () => {
  test.each<[string, (slack: LocalSlack) => void]>([
    ['that Slack refreshes', (slack) => slack.socket.disconnect('refresh_requested')],
    ['that Slack warns of', (slack) => slack.socket.disconnect('warning')],
    ['that breaks', (slack) => slack.socket.drop()],
  ])('%s is opened again', async (_, end) => {
    const slack = await startSlack();
    await socketApp(slack, { listen: answerCommands, reconnectMs: 300 });
    const from = slack.socket.journal.items.length;
    end(slack);
    await slack.socket.until('connected', { from });
    expect((await slack.command('help').answer()).text).toBe('You asked: help');
  });

  test('is one of several, and each event goes to one of them', async () => {
    const slack = await startSlack();
    const heard: string[] = [];
    const hear = (name: string) => (app: App) =>
      app.command('/iran-talks', async ({ ack, command }) => {
        heard.push(`${name} ${command.text}`);
        await ack();
      });
    await socketApp(slack, { listen: hear('first') });
    await socketApp(slack, { listen: hear('second') });
    await Promise.all(['1', '2', '3', '4'].map((text) => slack.command(text).acknowledged()));
    expect(heard.sort()).toEqual(['first 1', 'first 3', 'second 2', 'second 4']);
  });

  test('that breaks before an acknowledgement is told', async () => {
    const slack = await startSlack();
    const listen = (app: App) => app.command('/iran-talks', async () => slack.socket.drop());
    await socketApp(slack, { listen });
    await slack.command('help').settled('dropped');
    expect(slack.takeFaults()).toEqual([]);
  });

  test('that is not there takes nothing', async () => {
    const slack = await startSlack();
    expect(() => slack.command('help')).toThrow('Nobody would receive it');
  });

  test('answers a ping', async () => {
    const slack = await startSlack();
    await socketApp(slack, { reconnectMs: 300 });
    expect((await slack.socket.until('ping')).connection).toBe(0);
  });
});

/** A socket that acknowledges nothing, and the retries that it is told of. Bolt acknowledges events before anybody sees them. */
async function silentSocket(slack: LocalSlack): Promise<unknown[]> {
  const opened = await fetch(`${slack.url}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${slack.credentials.appToken}` },
  });
  const { url } = (await opened.json()) as { url: string };
  const heard: unknown[] = [];
  const socket = new WebSocket(url);
  socket.on('message', (data) => {
    const { type, retry_attempt: number, retry_reason: reason, payload } = JSON.parse(String(data));
    if (type === 'events_api' && payload.event.type === 'app_mention') heard.push([payload.event_id, number, reason]);
  });
  onTestFinished(() => socket.terminate());
  await slack.socket.until('connected');
  return heard;
}

test('an event that nobody acknowledges comes three times more, numbered', async () => {
  const slack = await startSlack({ acknowledgeMs: 20, retries: true });
  const heard = await silentSocket(slack);
  const asked = slack.mention('help');
  const id = asked.outgoing[0]?.payload['event_id'];
  await asked.receipts.until(({ retry }) => retry?.number === 3, 'the last try');
  expect(heard).toEqual([
    [id, 0, ''],
    [id, 1, 'timeout'],
    [id, 2, 'timeout'],
    [id, 3, 'timeout'],
  ]);
});
