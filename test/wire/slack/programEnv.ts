// The settings of the whole program on a local Slack, and the guard against any other host.
import { guardedEnv } from '../guardedEnv.ts';
import { CREDENTIALS } from './credentials.ts';

export interface ProgramSetup {
  readonly url: string;
  readonly botToken: string;
  /** How it is reached; `oauth`: over HTTP, and it gets its tokens by being installed. */
  readonly mode: 'socket' | 'http' | 'oauth';
  /** Where it listens; of no account over Socket Mode. */
  readonly port: number;
}

export function programEnv({ url, botToken, mode, port }: ProgramSetup): Record<string, string> {
  const shared = { SLACK_API_URL: url, ...guardedEnv() };
  if (mode === 'socket') return { ...shared, SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: CREDENTIALS.appToken };
  const signed = { ...shared, SLACK_SIGNING_SECRET: CREDENTIALS.signingSecret, HOST: '127.0.0.1', PORT: String(port) };
  if (mode === 'http') return { ...signed, SLACK_BOT_TOKEN: botToken };
  return {
    ...signed,
    SLACK_CLIENT_ID: CREDENTIALS.clientId,
    SLACK_CLIENT_SECRET: CREDENTIALS.clientSecret,
    SLACK_STATE_SECRET: CREDENTIALS.stateSecret,
  };
}
