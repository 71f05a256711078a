// Snowflakes as Discord makes them: milliseconds since 2015 above 22 bits of a counter. Messages and interactions carry the
// present time, because a client may read it from them; what a test's world is made of carries fixed times.

/** The first millisecond of 2015: https://docs.discord.com/developers/reference#snowflakes (read November 2026). */
const EPOCH = 1_420_070_400_000n;
/** 1 January 2026: ids of 19 digits, as new servers have them; discord.js reads routes by ids of 17 to 19 digits. */
const WORLD_BEGAN_AT = 1_767_225_600_000;

let count = 0n;
let [things, guilds] = [0, 0];

function snowflake(at: number): string {
  count = (count + 1n) & 0x3f_ffffn;
  return String(((BigInt(at) - EPOCH) << 22n) | count);
}

/** An id for what happens now; later ones are greater. */
export function newId(): string {
  return snowflake(Date.now());
}

/** An id for a channel, role or person of a test. */
export function worldId(): string {
  things += 1;
  return snowflake(WORLD_BEGAN_AT + things);
}

/** An id for a guild. Each is a millisecond later than the one before, so that guilds go to shards in turn. */
export function guildId(): string {
  guilds += 1;
  return snowflake(WORLD_BEGAN_AT + 86_400_000 + guilds);
}

/** The shard that a guild's events go to: https://docs.discord.com/developers/events/gateway#sharding (read November 2026). */
export function shardOf(guildId: string, shards: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(shards));
}
