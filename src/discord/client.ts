// createClient(apiUrl): discord.js with only what this bot uses: no privileged intent, mentions off for every message, small caches.
import { Client, GatewayIntentBits, Options, Partials } from 'discord.js';
import { Agent } from 'undici';

/**
 * Milliseconds until a request to Discord is given up; discord.js repeats it up to three times. A first answer must be there within 3,000: one
 * that hangs is known in time to be tried again. Messages have a nonce, so that one which did arrive is not shown twice.
 */
const REST_TIMEOUT = 2_500;

/**
 * Nothing is looked up later but servers, channels and roles, which discord.js needs, and the bot's own membership, which tells what it may do
 * where. Everything else comes with the event that it belongs to.
 */
const CACHES = {
  ApplicationCommandManager: 0,
  ApplicationEmojiManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  DMMessageManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildForumThreadManager: Number.POSITIVE_INFINITY,
  GuildInviteManager: 0,
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildSoundboardSoundManager: 0,
  GuildStickerManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadMemberManager: 0,
  VoiceStateManager: 0,
} as const;

/** Of people, only the bot itself. */
const ITSELF = {
  maxSize: 0,
  keepOverLimit: ({ id, client }: { id: string; client: Client }) => id === client.user?.id,
};

/** @param apiUrl address of Discord's REST interface without its version; null: Discord's own */
export function createClient(apiUrl: string | null): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Direct messages come in channels that were not seen before.
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    failIfNotExists: false,
    makeCache: Options.cacheWithLimits({ ...CACHES, GuildMemberManager: ITSELF, UserManager: ITSELF }),
    rest: {
      timeout: REST_TIMEOUT,
      // Of discord.js's own version of undici. Bolt's newer one puts its dispatcher in the place of everybody's, which fails with files of an older one
      // ("action is not a function"): charts would not be sent from a process that is on Slack, too.
      agent: new Agent(),
      ...(apiUrl === null ? {} : { api: apiUrl }),
    },
  });
}
