// startSlack(parts): connects by Socket Mode or listens for signed requests; gives what stops it. A token that Slack refuses is an error with what to
// change in the app's settings; anything else that keeps Slack from being reached is waited out. The twin of discord/start.ts.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { App, HTTPReceiver, type InstallationStore, type Receiver, SocketModeReceiver, webApi } from '@slack/bolt';
import type { SlackConfig } from '../config.ts';
import { PlatformError } from '../errors.ts';
import type { Log } from '../platform/log.ts';
import { persist, type Wait } from '../platform/persist.ts';
import { createUnderway, type Running } from '../platform/running.ts';
import type { Sender } from '../schedule/sender.ts';
import { createSlackSender } from './digestSender.ts';
import type { Installations, Removals } from './installations.ts';
import { listen } from './listen.ts';
import { loggerOf } from './log.ts';
import { BOT_SCOPES, PATHS } from './manifest.ts';
import type { ListenParts, RemovedEvent } from './parts.ts';
import { guardRequests } from './requests.ts';
import { slackError } from './send.ts';
import { tokensOf } from './tokens.ts';

export interface SlackParts
  extends Pick<ListenParts, 'conversation' | 'digests' | 'approval' | 'turns' | 'home' | 'prompts'> {
  readonly settings: SlackConfig;
  readonly log: Log;
  readonly installations: InstallationStore & Pick<Installations, 'organisations'>;
  readonly removals: Removals;
  readonly wait: Wait;
  readonly signal: AbortSignal;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Gets what ends the connection for good while it runs: a token that was taken back. */
  readonly onEnd: (error: PlatformError) => void;
}

/** Milliseconds until a call of Slack is given up, and tried again up to three times. Chosen by eye: Slack answers within one second. */
const TIMEOUT = 5_000;
const RETRIES = { retries: 3, factor: 2, minTimeout: 300, maxTimeout: 2_000, randomize: true };
/** Bytes of a request of Slack; they are far smaller. Chosen by eye. */
const BODY_LIMIT = 1_000_000;

/** @throws PlatformError `token`, `address`; the signal's reason, when it is stopped before it is connected */
export async function startSlack(parts: SlackParts): Promise<Running & { readonly sender: Sender }> {
  const { settings, log } = parts;
  const underway = createUnderway({ platform: 'slack', log, wait: parts.wait });
  const connect = async (): Promise<{ readonly app: App; readonly receiver: Receiver }> => {
    const receiver = receiverOf(parts);
    const app = new App({
      receiver,
      logger: loggerOf(log),
      clientOptions: clientOptions(settings),
      ...(settings.botToken === null ? {} : { token: settings.botToken }),
      deferInitialization: true,
      // Answers keep to the store.
      convoStore: false,
    });
    listen(app, {
      ...parts,
      track: underway.track,
      isStopping: underway.isStopping,
      onRemoved: (event) => onRemoved(event, parts),
      onRefused: (error) => {
        const refused = settings.botToken === null ? undefined : refusalOf(error, 'SLACK_BOT_TOKEN');
        if (refused) parts.onEnd(refused);
      },
    });
    try {
      await told(app.init(), 'SLACK_BOT_TOKEN');
      if (receiver instanceof SocketModeReceiver && settings.appToken !== null) {
        // Bolt would go on trying with a token that lacks a scope.
        await told(app.client.apps.connections.open({ token: settings.appToken }), 'SLACK_APP_TOKEN');
        await told(receiver.start(), 'SLACK_APP_TOKEN');
        keepConnected(receiver, { ...parts, isStopping: underway.isStopping });
      } else await (receiver as HTTPReceiver).start({ host: settings.host, port: settings.port });
    } catch (cause) {
      await app.stop().catch(() => undefined);
      throw cause;
    }
    return { app, receiver };
  };
  const { app, receiver } = await persist(connect, { ...parts, platform: 'slack', refusalOf: settled });
  log.info({ mode: settings.appToken === null ? 'http' : 'socket', ...addressOf(settings) }, 'slack: connected');
  const sender = createSlackSender({ clientsOf: (community) => clientsOf(community, receiver, parts), log });
  return { ...underway.running(() => app.stop().catch(() => undefined)), sender };
}

/** Clients that repeat nothing: whether a message has arrived is looked up before it is sent again. @throws PlatformError `not-installed` */
async function clientsOf(
  community: string | null,
  receiver: Receiver,
  { settings, installations, log }: SlackParts,
): Promise<readonly webApi.WebClient[]> {
  const clientWith = (token: string): webApi.WebClient =>
    new webApi.WebClient(token, { ...clientOptions(settings), retryConfig: { retries: 0 }, logger: loggerOf(log) });
  if (settings.botToken !== null) return [clientWith(settings.botToken)];
  const { installer } = receiver as HTTPReceiver;
  const tokens = installer === undefined ? [] : await tokensOf(community, installer, installations);
  return tokens.map(clientWith);
}

/** Slack renews sockets every few hours, and networks break. */
function keepConnected(
  receiver: SocketModeReceiver,
  { isStopping, ...parts }: SlackParts & { readonly isStopping: () => boolean },
): void {
  const { log, signal, onEnd } = parts;
  let isConnecting = false;
  const connectAgain = async (): Promise<void> => {
    if (isConnecting || isStopping()) return;
    isConnecting = true;
    try {
      const connect = (): Promise<unknown> => told(receiver.start(), 'SLACK_APP_TOKEN');
      await persist(connect, { ...parts, platform: 'slack', refusalOf: settled });
      log.debug({}, 'slack: connected again');
    } catch (cause) {
      if (cause instanceof PlatformError) onEnd(cause);
      else if (!signal.aborted) log.error({ cause }, 'slack: the connection could not be made again');
    } finally {
      isConnecting = false;
    }
  };
  receiver.client.on('disconnected', () => void connectAgain());
}

/** Of one workspace the bot has no token any more; of many, it is one less. */
async function onRemoved(event: RemovedEvent, { settings, removals, log, onEnd }: SlackParts): Promise<void> {
  if (event.type === 'tokens_revoked' && event.botTokens.length === 0) return;
  log.info({ type: event.type, team: event.teamId }, 'slack: the app was removed from a workspace');
  if (settings.botToken === null) {
    await (event.type === 'app_uninstalled' ? removals.uninstalled(event) : removals.revoked(event));
    return;
  }
  const refused = refusalOf('token_revoked', 'SLACK_BOT_TOKEN');
  if (refused) onEnd(refused);
}

function addressOf({ appToken, host, port }: SlackConfig): object {
  return appToken === null ? { host, port } : {};
}

function clientOptions({ apiUrl }: SlackConfig): webApi.WebClientOptions {
  return {
    timeout: TIMEOUT,
    retryConfig: RETRIES,
    rejectRateLimitedCalls: true,
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
  };
}

function receiverOf({ settings, log, installations, now }: SlackParts): Receiver {
  const { appToken, signingSecret, oauth, publicUrl, apiUrl } = settings;
  const logger = loggerOf(log);
  const options = clientOptions(settings);
  if (appToken !== null)
    return new SocketModeReceiver({
      appToken,
      logger,
      // Connected again here: Bolt gives up in silence where Slack refuses the token, or is down for longer.
      autoReconnectEnabled: false,
      installerOptions: { clientOptions: options },
    });
  const receiver = new HTTPReceiver({
    signingSecret: signingSecret ?? '',
    endpoints: [PATHS.events],
    bodyLimit: BODY_LIMIT,
    logger,
    customRoutes: [{ path: PATHS.health, method: 'GET', handler: healthy }],
    ...(oauth === null
      ? {}
      : {
          ...oauth,
          scopes: [...BOT_SCOPES],
          installationStore: installations,
          ...(publicUrl === null ? {} : { redirectUri: `${publicUrl}${PATHS.redirect}` }),
          installerOptions: {
            clientOptions: options,
            installPath: PATHS.install,
            redirectUriPath: PATHS.redirect,
            ...(apiUrl === null ? {} : { authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href }),
          },
        }),
  });
  receiver.requestListener = guardRequests(receiver.requestListener, { now, log, maxBytes: BODY_LIMIT });
  return receiver;
}

function healthy(_: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ok"}');
}

type Setting = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';

async function told<Result>(work: Promise<Result>, setting: Setting): Promise<Result> {
  try {
    return await work;
  } catch (cause) {
    throw refusalOf(slackError(cause) ?? (cause as { code?: string }).code ?? '', setting) ?? cause;
  }
}

/** What no further try would change; undefined: whatever may pass. */
function settled(cause: unknown): PlatformError | undefined {
  if (cause instanceof PlatformError) return cause;
  const { code, statusCode } = cause as { code?: unknown; statusCode?: unknown };
  if (code === 'EADDRINUSE')
    return new PlatformError(
      'address',
      'The port of PORT is taken by another program: choose another, or end that one.',
    );
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EACCES')
    return new PlatformError(
      'address',
      `HOST and PORT can’t be listened on (${code}): give an address of this machine, such as 127.0.0.1, and a port above 1023.`,
    );
  if (statusCode === 404)
    return new PlatformError(
      'address',
      'Nothing of Slack is at SLACK_API_URL: it is the address of the Web API, such as https://slack.com/api/; leave it out for Slack itself.',
    );
  return undefined;
}

const REFUSED = new Set([
  ...['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired', 'not_allowed_token_type'],
  ...['user_removed_from_team', 'team_disabled', 'missing_scope', 'app_uninstalled', 'org_login_required'],
]);

/** What Slack refuses for good; undefined for what may pass. */
export function refusalOf(error: string, setting: Setting): PlatformError | undefined {
  if (!REFUSED.has(error)) return undefined;
  const where =
    setting === 'SLACK_BOT_TOKEN'
      ? 'under OAuth & Permissions install the app again and copy the Bot User OAuth Token (xoxb-…)'
      : 'under Basic Information, App-Level Tokens, make one with connections:write (xapp-…)';
  return new PlatformError(
    'token',
    `Slack refuses ${setting} (${error}): in the app’s settings at api.slack.com/apps, ${where}.`,
  );
}
