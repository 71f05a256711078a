// What becomes of guilds and channels while the bot runs, and the events that tell it.
import { GatewayDispatchEvents } from 'discord-api-types/v10';
import type { Core } from './core.ts';
import { channelObject, guildObject } from './objects.ts';
import { INTENT_OF } from './session.ts';
import { type Channel, type ChannelSetup, channel, type Guild, placed } from './world.ts';

export class Changes {
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  /** Changes a channel and tells the app. @example discord.changeChannel(general, { denyApp: ['EmbedLinks'] }) */
  changeChannel(old: Channel, setup: ChannelSetup): void {
    const present = this.#core.state.getChannel(old.id);
    const { id, guildId, name, type, parentId, isArchived, isLocked } = present;
    const made = channel(name, { type, parentId, isArchived, isLocked, ...setup });
    const changed = { ...(guildId === null ? made : placed(made, guildId)), id };
    this.#core.state.putChannel(changed);
    this.#tell(GatewayDispatchEvents.ChannelUpdate, channelObject(changed), guildId);
  }

  deleteChannel(old: Channel): void {
    const present = this.#core.state.getChannel(old.id);
    this.#core.state.removeChannel(old.id);
    this.#tell(GatewayDispatchEvents.ChannelDelete, channelObject(present), present.guildId);
  }

  /** Discord can't reach the guild for a while. */
  beginOutage({ id }: Guild): void {
    this.#core.state.outages.add(id);
    this.#tell(GatewayDispatchEvents.GuildDelete, { id, unavailable: true }, id);
  }

  endOutage({ id }: Guild): void {
    this.#core.state.outages.delete(id);
    this.#tell(GatewayDispatchEvents.GuildCreate, guildObject(this.#core.state.getGuild(id)), id);
  }

  /** Somebody removes the app from the guild. */
  removeApp({ id }: Guild): void {
    this.#core.state.removeGuild(id);
    this.#tell(GatewayDispatchEvents.GuildDelete, { id }, id);
  }

  /** Somebody adds the app to a guild, new or again. */
  addApp(added: Guild): void {
    this.#core.state.putGuild({ ...(this.#core.state.findGuild(added.id) ?? added), hasApp: true });
    this.#tell(GatewayDispatchEvents.GuildCreate, guildObject(this.#core.state.getGuild(added.id)), added.id);
  }

  #tell(event: string, data: object, guildId: string | null): void {
    this.#core.gateway.dispatch(event, data, { guildId, intent: INTENT_OF.guilds });
  }
}
