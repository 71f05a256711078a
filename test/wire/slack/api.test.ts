// The Web API and response_urls, with Slack's own client: what is answered, refused, scripted and recorded.
import { WebClient } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { rateLimited, refused } from './answers.ts';
import { type LocalSlack, startSlack } from './server.ts';
import { channel, person, SCOPES, workspace } from './world.ts';

const QUIET = { unfurl_links: false, unfurl_media: false };

function clientOf(slack: LocalSlack, token = slack.botToken): WebClient {
  const logger = { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, getLevel: () => 'error', setName() {} };
  return new WebClient(token, {
    slackApiUrl: slack.url,
    logger: logger as never,
    retryConfig: { retries: 1, minTimeout: 1, maxTimeout: 1 },
  });
}

/** The `error` with which Slack refuses a call. */
async function errorOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'none';
  } catch (cause) {
    return (cause as { data?: { error?: string } }).data?.error ?? String(cause);
  }
}

describe('a post', () => {
  test('is a message of the channel', async () => {
    const slack = await startSlack();
    const { ts } = await clientOf(slack).chat.postMessage({ channel: slack.channel.id, text: 'Hello', ...QUIET });
    expect(slack.messages()).toMatchObject([{ ts, text: 'Hello', botId: slack.workspace.botId }]);
  });

  test('to a person goes to their direct messages', async () => {
    const slack = await startSlack();
    await clientOf(slack).chat.postMessage({ channel: slack.user.id, text: 'Hello', ...QUIET });
    expect(slack.messages(slack.directMessages())).toHaveLength(1);
  });

  const outside = channel('outside', { hasBot: false });
  const secret = channel('secret', { kind: 'private', hasBot: false });
  const old = channel('old', { isArchived: true });
  test.each([
    ['an unknown channel', 'C0', 'channel_not_found'],
    ['a channel that the bot is not in', outside.id, 'not_in_channel'],
    ['a private channel that it is not in', secret.id, 'channel_not_found'],
    ['an archived channel', old.id, 'is_archived'],
  ])('in %s is refused', async (_, id, error) => {
    const slack = await startSlack({ workspaces: [workspace({ channels: [outside, secret, old] })] });
    const call = clientOf(slack).chat.postMessage({ channel: id, text: 'Hello', ...QUIET });
    expect(await errorOf(call)).toBe(error);
  });

  test('that breaks Slack’s rules is refused and reported, one that breaks ours is reported alone', async () => {
    const slack = await startSlack();
    const { chat } = clientOf(slack);
    const blocks = [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }];
    expect(await errorOf(chat.postMessage({ channel: slack.channel.id, text: 'x', blocks, ...QUIET }))).toBe(
      'invalid_blocks',
    );
    await chat.postMessage({ channel: slack.channel.id, text: '<!channel> & all' });
    expect(slack.takeFaults()).toEqual([
      'chat.postMessage: blocks[0].text.text: Too big: expected string to have <=150 characters',
      'chat.postMessage: text: has <!channel>, which rings for people',
      'chat.postMessage: text: has an unescaped "&": … & all…',
      'chat.postMessage: unfurl_links: must be false: no link unfolds',
      'chat.postMessage: unfurl_media: must be false: no link unfolds',
    ]);
  });

  test('may mention whom a test allows it to', async () => {
    const slack = await startSlack();
    slack.mayMention(/Shared by <@\w+>/u);
    const text = `Shared by <@${slack.user.id}>`;
    await clientOf(slack).chat.postMessage({ channel: slack.channel.id, text, ...QUIET });
    expect(slack.takeFaults()).toEqual([]);
  });

  test('with a token in it is reported', async () => {
    const slack = await startSlack();
    await clientOf(slack).chat.postMessage({ channel: slack.channel.id, text: slack.botToken, ...QUIET });
    expect(slack.takeFaults()).toEqual(['chat.postMessage: a token or secret is in what was sent']);
  });

  test('can be changed and deleted by the bot alone', async () => {
    const slack = await startSlack();
    const { chat } = clientOf(slack);
    const { ts = '' } = await chat.postMessage({ channel: slack.channel.id, text: 'Hello', ...QUIET });
    await chat.update({ channel: slack.channel.id, ts, text: 'Good morning' });
    expect(slack.messages()).toMatchObject([{ text: 'Good morning', isEdited: true }]);
    await chat.delete({ channel: slack.channel.id, ts });
    expect(slack.messages()).toEqual([]);
    expect(await errorOf(chat.update({ channel: slack.channel.id, ts, text: 'x' }))).toBe('message_not_found');
  });
});

describe('a token', () => {
  test.each<[string, string, (slack: LocalSlack) => unknown, string?]>([
    ['that nobody gave out', 'invalid_auth', () => {}, 'xoxb-strange'],
    ['of the app', 'not_allowed_token_type', () => {}, 'xapp-1-local-app-token'],
    ['that expired', 'token_expired', (slack) => slack.expireTokens()],
    ['that was revoked', 'token_revoked', (slack) => clientOf(slack).auth.revoke()],
  ])('%s is refused', async (_, error, spoil, token) => {
    const slack = await startSlack();
    await spoil(slack);
    expect(await errorOf(clientOf(slack, token).auth.test())).toBe(error);
  });

  test('is in nothing that is recorded', async () => {
    const slack = await startSlack();
    await clientOf(slack).auth.test();
    await fetch(`${slack.url}auth.test`, { method: 'POST', body: new URLSearchParams({ token: slack.botToken }) });
    expect(slack.requests).toHaveLength(2);
    expect(JSON.stringify(slack.requests)).not.toContain(slack.botToken);
  });

  test('without the scope of a method is refused and reported', async () => {
    const scopes = SCOPES.filter((scope) => scope !== 'users:read');
    const slack = await startSlack({ workspaces: [workspace({ scopes })] });
    expect(await errorOf(clientOf(slack).users.info({ user: slack.user.id }))).toBe('missing_scope');
    expect(slack.takeFaults()).toEqual(['users.info: needs the scope users:read, which was not granted']);
  });
});

describe('people and channels', () => {
  test('tell their language and who may manage', async () => {
    const ada = person('Ada', { locale: 'fr-FR', isAdmin: true });
    const slack = await startSlack({ workspaces: [workspace({ people: [ada] })] });
    const { user } = await clientOf(slack).users.info({ user: ada.id, include_locale: true });
    expect(user).toMatchObject({ id: ada.id, locale: 'fr-FR', is_admin: true });
  });

  test('are told with what the bot is a member of', async () => {
    const outside = channel('outside', { hasBot: false });
    const slack = await startSlack({ workspaces: [workspace({ channels: [outside] })] });
    const { conversations } = clientOf(slack);
    expect((await conversations.info({ channel: outside.id })).channel?.is_member).toBe(false);
    await conversations.join({ channel: outside.id });
    expect((await conversations.info({ channel: outside.id })).channel?.is_member).toBe(true);
  });
});

describe('scripted', () => {
  const post = (slack: LocalSlack) =>
    clientOf(slack).chat.postMessage({ channel: slack.channel.id, text: 'x', ...QUIET });

  test('a limit is told with the seconds to wait, which the client does', async () => {
    const slack = await startSlack();
    slack.on('chat.postMessage', [rateLimited(0)]);
    await post(slack);
    expect(slack.requests.map(({ method }) => method)).toEqual(['chat.postMessage', 'chat.postMessage']);
    expect(slack.messages()).toHaveLength(1);
  });

  test('an error of the server, a refusal, and a connection that breaks', async () => {
    const slack = await startSlack();
    slack.on('chat.postMessage', [{ status: 503 }, { drop: 'reset' }, refused('fatal_error')]);
    await expect(post(slack)).rejects.toThrow();
    expect(await errorOf(post(slack))).toBe('fatal_error');
    expect(slack.messages()).toEqual([]);
  });

  test('an answer that is lost, though the call was done', async () => {
    const slack = await startSlack();
    slack.on('chat.postMessage', [{ drop: 'close', isDone: true }]);
    await post(slack);
    expect(slack.messages()).toHaveLength(2);
  });
});

test('a method that is neither scripted nor known is answered 500 and reported', async () => {
  const slack = await startSlack();
  await expect(clientOf(slack).bots.info({})).rejects.toThrow('500');
  expect(slack.takeFaults()).toEqual(
    Array.from(
      { length: slack.requests.length },
      () => 'bots.info: neither scripted nor a method that the local Slack knows.',
    ),
  );
});
