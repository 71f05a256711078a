// The app that Slack is told of is the app that listens: the same commands, events, shortcuts; no scope that nothing needs.
import { App, type Receiver } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { listen } from '../../src/slack/listen.ts';
import { BOT_SCOPES, manifestOf } from '../../src/slack/manifest.ts';
import type { ListenParts } from '../../src/slack/parts.ts';

const nobody: Receiver = { init: () => undefined, start: async () => undefined, stop: async () => undefined };
const PROMPTS = [{ title: 'speakers', message: 'speakers' }];

/** What is registered, by the names of Bolt's methods. */
function listened(): Record<'command' | 'event' | 'shortcut' | 'action' | 'view', unknown[]> {
  const app = new App({ receiver: nobody, token: 'xoxb-invented', deferInitialization: true });
  const calls = { command: [], event: [], shortcut: [], action: [], view: [] } as Record<string, unknown[]>;
  for (const name of Object.keys(calls))
    Object.defineProperty(app, name, { value: (first: unknown) => calls[name]?.push(first) });
  listen(app, {} as ListenParts);
  return calls as ReturnType<typeof listened>;
}

interface Manifest {
  readonly features: {
    readonly slash_commands: readonly { readonly command: string; readonly url?: string }[];
    readonly shortcuts: readonly { readonly callback_id: string }[];
    readonly agent_view: { readonly suggested_prompts: readonly unknown[] };
  };
  readonly oauth_config: {
    readonly scopes: { readonly bot: readonly string[] };
    readonly redirect_urls?: readonly string[];
  };
  readonly settings: {
    readonly event_subscriptions: { readonly bot_events: readonly string[]; readonly request_url?: string };
    readonly interactivity: { readonly request_url?: string };
    readonly socket_mode_enabled: boolean;
    readonly token_rotation_enabled: boolean;
  };
}

const manifest = (settings: Partial<Parameters<typeof manifestOf>[0]> = {}): Manifest =>
  manifestOf({
    mode: 'socket',
    publicUrl: null,
    isDistributed: false,
    prompts: PROMPTS,
    ...settings,
  }) as unknown as Manifest;

describe('the manifest', () => {
  test('has the commands, events and shortcuts that are listened to, and no others', () => {
    const { features, settings } = manifest();
    const calls = listened();
    expect(features.slash_commands.map(({ command }) => command)).toEqual(calls.command);
    expect(features.shortcuts.map(({ callback_id }) => callback_id)).toEqual(
      calls.shortcut.map((each) => (each as { callback_id: string }).callback_id),
    );
    // Bolt has one listener for messages of every kind of channel.
    const events = settings.event_subscriptions.bot_events.map((name) => name.replace(/^message\..*/u, 'message'));
    expect([...events].sort()).toEqual([...(calls.event as string[])].sort());
  });

  test('asks for the scopes of what it does', () => {
    expect(manifest().oauth_config.scopes.bot).toEqual(BOT_SCOPES);
    expect(BOT_SCOPES).toEqual([
      ...['app_mentions:read', 'assistant:write', 'channels:history', 'channels:read', 'chat:write', 'commands'],
      ...['groups:history', 'groups:read', 'im:history', 'users:read'],
    ]);
  });

  test('names no address in Socket Mode', () => {
    const { features, settings } = manifest();
    expect([settings.socket_mode_enabled, features.slash_commands[0]?.url, settings.interactivity.request_url]).toEqual(
      [true, undefined, undefined],
    );
  });

  test('names the bot’s own with signed requests, and where installations come back to', () => {
    const { features, settings, oauth_config } = manifest({
      mode: 'http',
      publicUrl: 'https://talks.example',
      isDistributed: true,
    });
    const events = 'https://talks.example/slack/events';
    expect([
      settings.socket_mode_enabled,
      features.slash_commands[0]?.url,
      settings.interactivity.request_url,
      settings.event_subscriptions.request_url,
    ]).toEqual([false, events, events, events]);
    expect(oauth_config.redirect_urls).toEqual(['https://talks.example/slack/oauth_redirect']);
    expect(settings.token_rotation_enabled).toBe(true);
  });
});
