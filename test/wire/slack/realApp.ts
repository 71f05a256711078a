// The real App of Bolt on a local Slack, for the tests of the latter. It ends with the test.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, type AppOptions, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { onTestFinished } from 'vitest';
import type { LocalSlack } from './server.ts';

/** Says nothing: what goes wrong here is meant to. */
const LOGGER: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

export interface Setup {
  /**
   * Milliseconds before Bolt opens a socket again, and in which it expects an answer to its pings: 5,000 by default. The less, the
   * likelier a busy machine is taken for a connection that is lost.
   */
  readonly reconnectMs?: number;
  /** Registers what the app does, before it starts. */
  readonly listen?: (app: App) => void;
  readonly options?: Partial<AppOptions>;
}

function appOf(slack: LocalSlack, options: AppOptions, listen: (app: App) => void): App {
  const app = new App({
    token: slack.botToken,
    logger: LOGGER,
    ...options,
    clientOptions: { slackApiUrl: slack.url, retryConfig: { retries: 2, minTimeout: 1, maxTimeout: 10 } },
  });
  listen(app);
  return app;
}

/** An app with an open socket. */
export async function socketApp(
  slack: LocalSlack,
  { listen = () => {}, options = {}, reconnectMs = 5_000 }: Setup = {},
): Promise<App> {
  slack.useSocket();
  const receiver = new SocketModeReceiver({
    appToken: slack.credentials.appToken,
    logger: LOGGER,
    clientPingTimeout: reconnectMs,
    installerOptions: { clientOptions: { slackApiUrl: slack.url } },
  });
  const app = appOf(slack, { receiver, ...options }, listen);
  onTestFinished(async () => {
    const from = slack.socket.journal.items.length;
    const isOpen = slack.socket.connections > 0;
    await app.stop();
    if (isOpen) await slack.socket.until('closed', { from });
  });
  await app.start();
  return app;
}

export interface HttpApp {
  readonly app: App;
  readonly port: number;
}

/** An app that takes requests; with `oauth` it installs itself, too. */
export async function httpApp(
  slack: LocalSlack,
  { listen = () => {}, options = {}, oauth = {} }: Setup & { readonly oauth?: object } = {},
): Promise<HttpApp> {
  const receiver = new HTTPReceiver({ signingSecret: slack.credentials.signingSecret, logger: LOGGER, ...oauth });
  const app = appOf(slack, { receiver, ...options }, listen);
  const server = createServer(receiver.requestListener);
  await opened(server);
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  slack.useHttp(port);
  return { app, port };
}

function opened(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
}
