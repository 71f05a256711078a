// A program of its own with the environment that a local Slack gives it.
import { expect, onTestFinished, test } from 'vitest';
import { start } from '../../runMain.ts';
import { startSlack } from './server.ts';

/** Bolt as a program would start it, with nothing but its environment. */
const PROGRAM = `
  import { App } from '@slack/bolt';
  const { SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: appToken, SLACK_API_URL: slackApiUrl } = process.env;
  const app = new App({ token, appToken, socketMode: true, clientOptions: { slackApiUrl } });
  app.command('/iran-talks', ({ ack, command }) => ack(command.text));
  await app.start();
`;

test('over Socket Mode is reached by what people do', async () => {
  const slack = await startSlack();
  const program = start([process.execPath, '--input-type=module', '--eval', PROGRAM], slack.env('socket'));
  onTestFinished(() => void program.kill('SIGKILL'));
  await slack.socket.until('connected', { timeoutMs: 15_000 });
  expect((await slack.command('help').answer()).text).toBe('help');
});

test.each([
  ['over HTTP', {}, ['SLACK_SIGNING_SECRET', 'HOST', 'PORT', 'SLACK_BOT_TOKEN']],
  [
    'that installs itself',
    { oauth: true },
    ['SLACK_SIGNING_SECRET', 'HOST', 'PORT', 'SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'],
  ],
])('%s has what it needs', async (_, setup, names) => {
  const slack = await startSlack();
  const shared = ['SLACK_API_URL', 'NODE_OPTIONS', 'LOOPBACK_BREACHES'];
  expect(Object.keys(slack.env('http', 3_000, setup))).toEqual([...shared, ...names]);
});
