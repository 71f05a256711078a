// manifestOf(settings): the app as Slack is told of it, to be pasted once. It asks for what the bot listens to and no more: LISTENS is what
// listen.ts registers.
export const COMMAND = '/iran-talks';
export const SHORTCUT = 'check_quotations';
/** Events, and the scope that each asks for; null: none. https://docs.slack.dev/reference/events */
export const EVENTS = {
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
  app_home_opened: null,
  app_uninstalled: null,
  tokens_revoked: null,
} as const;

/**
 * Beyond those of events: the command, answers, suggested prompts; for digests: whether one has arrived, what became of a channel, who may set them.
 */
const SCOPES = [
  ...['commands', 'chat:write', 'assistant:write'],
  ...['channels:history', 'groups:history', 'channels:read', 'groups:read', 'users:read'],
];

export const BOT_SCOPES = [...SCOPES, ...Object.values(EVENTS).filter((scope) => scope !== null)].sort();

/** Paths of the bot's own web server. */
export const PATHS = {
  events: '/slack/events',
  install: '/slack/install',
  redirect: '/slack/oauth_redirect',
  health: '/healthz',
} as const;

export interface ManifestSettings {
  /** How Slack talks to the bot. */
  readonly mode: 'socket' | 'http';
  /** Where Slack reaches it; null in Socket Mode. */
  readonly publicUrl: string | null;
  /** Whether many workspaces can install it. */
  readonly isDistributed: boolean;
  /** Questions that the corpus answers. */
  readonly prompts: readonly { readonly title: string; readonly message: string }[];
}

export function manifestOf({
  mode,
  publicUrl,
  isDistributed,
  prompts,
}: ManifestSettings): Readonly<Record<string, unknown>> {
  const events = mode === 'http' ? { request_url: `${publicUrl}${PATHS.events}` } : {};
  return {
    display_information: {
      name: 'iran-talks',
      description: 'Who said that about the U.S.–Iran talks? The printed words, the speaker and the source.',
    },
    features: {
      agent_view: {
        agent_description: 'Answers who said what about the U.S.–Iran talks with printed words, speaker and source.',
        suggested_prompts: [...prompts],
      },
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'iran-talks', always_online: true },
      shortcuts: [
        {
          type: 'message',
          name: 'Check quotations',
          callback_id: SHORTCUT,
          description: 'Looks up every quotation of a message in the corpus',
        },
      ],
      slash_commands: [
        {
          command: COMMAND,
          description: 'Who said that about the U.S.–Iran talks?',
          usage_hint: 'who said no nuclear weapons',
          should_escape: false,
          ...(mode === 'http' ? { url: `${publicUrl}${PATHS.events}` } : {}),
        },
      ],
    },
    oauth_config: {
      scopes: { bot: [...BOT_SCOPES] },
      ...(isDistributed && publicUrl !== null ? { redirect_urls: [`${publicUrl}${PATHS.redirect}`] } : {}),
    },
    settings: {
      event_subscriptions: { ...events, bot_events: Object.keys(EVENTS) },
      interactivity: { is_enabled: true, ...(mode === 'http' ? { request_url: `${publicUrl}${PATHS.events}` } : {}) },
      org_deploy_enabled: isDistributed,
      socket_mode_enabled: mode === 'socket',
      token_rotation_enabled: isDistributed,
    },
  };
}
