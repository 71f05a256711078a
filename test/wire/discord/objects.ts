// People, guilds and channels as Discord writes them in JSON.
import {
  type APIChannel,
  type APIGuildMember,
  type APIOverwrite,
  type APIRole,
  type APIThreadChannel,
  type APIUser,
  type ChannelFlags,
  ChannelType,
  type GatewayGuildCreateDispatchData,
  GuildDefaultMessageNotifications,
  GuildExplicitContentFilter,
  type GuildMemberFlags,
  GuildMFALevel,
  GuildNSFWLevel,
  GuildPremiumTier,
  type GuildSystemChannelFlags,
  GuildVerificationLevel,
  OverwriteType,
  type RoleFlags,
  ThreadAutoArchiveDuration,
  type UserFlags,
} from 'discord-api-types/v10';
import { bitsOf, isThread } from './permissions.ts';
import { BOT } from './state.ts';
import { APP_ID, type Channel, type Guild, type Member, type Person } from './world.ts';

/** When everything that a test begins with was made, and everybody joined. */
const LONG_AGO = '2026-01-01T00:00:00.000000+00:00';

export function userObject({ id, name, isBot }: Person): APIUser {
  return {
    id,
    // Only bots may have other characters.
    username: isBot ? name : name.toLowerCase().replaceAll(/[^a-z0-9_.]/gu, '_'),
    discriminator: '0',
    global_name: isBot ? null : name,
    avatar: null,
    // Discord leaves it out for people.
    ...(isBot ? { bot: true } : {}),
    public_flags: 0 as UserFlags,
  } satisfies APIUser;
}

/** Somebody's membership; who is none of the guild's members has no roles there. */
export function memberObject(guild: Guild, user: Person): APIGuildMember {
  return { ...memberWithoutUser(guild, user), user: userObject(user) };
}

export function memberWithoutUser(guild: Guild, user: Person): Omit<APIGuildMember, 'user'> {
  const own = guild.members.find((each) => each.user.id === user.id);
  return {
    nick: own?.nick ?? null,
    roles: user.id === APP_ID ? [guild.appRoleId] : rolesOf(own),
    joined_at: LONG_AGO,
    premium_since: null,
    pending: false,
    deaf: false,
    mute: false,
    avatar: null,
    banner: null,
    communication_disabled_until: null,
    flags: 0 as GuildMemberFlags,
  } satisfies Omit<APIGuildMember, 'user'>;
}

function rolesOf(own: Member | undefined): string[] {
  return (own?.roles ?? []).map(({ id }) => id);
}

/** Everybody's role, the test's, and the one that Discord makes for the app. */
export function roleObjects(guild: Guild): APIRole[] {
  const everyone = { id: guild.id, name: '@everyone', permissions: guild.everyone };
  const roles = [everyone, ...guild.roles].map((each, position) => roleObject(each, position));
  if (!guild.hasApp) return roles;
  const ofApp = roleObject({ id: guild.appRoleId, name: BOT.name, permissions: guild.app }, roles.length);
  return [...roles, { ...ofApp, managed: true, tags: { bot_id: APP_ID } }];
}

function roleObject({ id, name, permissions }: Guild['roles'][number], position: number): APIRole {
  return {
    id,
    name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position,
    permissions: String(bitsOf(permissions)),
    managed: false,
    mentionable: true,
    flags: 0 as RoleFlags,
  } satisfies APIRole;
}

const NONE = 0 as ChannelFlags;

export function channelObject(channel: Channel): APIChannel {
  if (isThread(channel)) return threadObject(channel);
  const { id, name, type, guildId, people } = channel;
  if (guildId === null) {
    const names = people.length === 1 ? {} : { name: type === ChannelType.GroupDM ? name : null };
    return { id, type, flags: NONE, last_message_id: null, recipients: people.map(userObject), ...names } as APIChannel;
  }
  return {
    id,
    type,
    guild_id: guildId,
    name,
    topic: null,
    position: 0,
    parent_id: null,
    nsfw: false,
    flags: NONE,
    last_message_id: null,
    rate_limit_per_user: 0,
    permission_overwrites: channel.overwrites.map(overwriteObject),
  } as APIChannel;
}

function overwriteObject({ id, isRole, allow, deny }: Channel['overwrites'][number]): APIOverwrite {
  const type = isRole ? OverwriteType.Role : OverwriteType.Member;
  return { id, type, allow: String(bitsOf(allow)), deny: String(bitsOf(deny)) };
}

export function threadObject(thread: Channel): APIThreadChannel {
  return {
    id: thread.id,
    type: thread.type as APIThreadChannel['type'],
    name: thread.name,
    ...(thread.guildId === null ? {} : { guild_id: thread.guildId }),
    ...(thread.parentId === null ? {} : { parent_id: thread.parentId }),
    owner_id: APP_ID,
    last_message_id: null,
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
    rate_limit_per_user: 0,
    flags: NONE,
    thread_metadata: {
      archived: thread.isArchived,
      locked: thread.isLocked,
      auto_archive_duration: ThreadAutoArchiveDuration.OneDay,
      archive_timestamp: LONG_AGO,
    },
  } satisfies APIThreadChannel;
}

/** What `GUILD_CREATE` brings: of the members only the app's own, as for every app without privileged intents. */
export function guildObject(guild: Guild): GatewayGuildCreateDispatchData {
  const [threads, channels] = [true, false].map((wanted) => guild.channels.filter((each) => isThread(each) === wanted));
  return {
    ...settingsOf(guild),
    roles: roleObjects(guild),
    joined_at: LONG_AGO,
    large: false,
    unavailable: false,
    member_count: guild.members.length + 1,
    members: [memberObject(guild, BOT)],
    channels: (channels ?? []).map(channelObject) as GatewayGuildCreateDispatchData['channels'],
    threads: (threads ?? []).map(threadObject),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  } satisfies GatewayGuildCreateDispatchData;
}

/** What hardly any test is about. */
function settingsOf({ id, name, ownerId, locale }: Guild) {
  return {
    id,
    name,
    owner_id: ownerId,
    preferred_locale: locale,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    vanity_url_code: null,
    emojis: [],
    stickers: [],
    features: [],
    application_id: null,
    afk_channel_id: null,
    afk_timeout: 300 as const,
    system_channel_id: null,
    system_channel_flags: 0 as GuildSystemChannelFlags,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    verification_level: GuildVerificationLevel.None,
    default_message_notifications: GuildDefaultMessageNotifications.OnlyMentions,
    explicit_content_filter: GuildExplicitContentFilter.Disabled,
    mfa_level: GuildMFALevel.None,
    premium_tier: GuildPremiumTier.None,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    nsfw_level: GuildNSFWLevel.Default,
    hub_type: null,
    incidents_data: null,
  };
}
