// What the gateway refuses at IDENTIFY, with the code that it closes the connection with:
// https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway (read November 2026).
import { GatewayCloseCodes, type GatewayIdentifyData, GatewayIntentBits } from 'discord-api-types/v10';

const PRIVILEGED = GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;

const KNOWN = Object.values(GatewayIntentBits).reduce<number>(
  (sum, bit) => (typeof bit === 'number' ? sum | bit : sum),
  0,
);

export interface Admission {
  readonly token: string;
  /** Privileged intents that the developer portal has switched on. */
  readonly privilegedIntents: number;
  /** How many guilds a shard may have before Discord demands more shards. */
  readonly guildsPerShard: number;
}

/** undefined: nothing speaks against it. `guilds` is the number of guilds on the shard that is asked for. */
export function refusalOf(
  data: GatewayIdentifyData,
  admission: Admission,
  guilds: number,
): GatewayCloseCodes | undefined {
  const [shard, count] = data.shard ?? [0, 1];
  if (data.token !== admission.token) return GatewayCloseCodes.AuthenticationFailed;
  if (shard < 0 || shard >= count) return GatewayCloseCodes.InvalidShard;
  if (guilds > admission.guildsPerShard) return GatewayCloseCodes.ShardingRequired;
  if (!Number.isInteger(data.intents) || (data.intents & ~KNOWN) !== 0) return GatewayCloseCodes.InvalidIntents;
  const isDisallowed = (data.intents & PRIVILEGED & ~admission.privilegedIntents) !== 0;
  return isDisallowed ? GatewayCloseCodes.DisallowedIntents : undefined;
}
