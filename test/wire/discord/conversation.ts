// What the gateway says to each payload of a client: HEARTBEAT, IDENTIFY and RESUME. Nothing else is needed by this app.
// https://docs.discord.com/developers/events/gateway (read November 2026)
import {
  type ApplicationFlags,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  type GatewayIdentifyData,
  GatewayOpcodes,
  type GatewayReadyDispatchData,
  type GatewayResumeData,
} from 'discord-api-types/v10';
import { LIMITS } from './checks/limits.ts';
import type { Connection } from './connection.ts';
import type { GatewayEvent } from './gateway.ts';
import { type Admission, refusalOf } from './identify.ts';
import { shardOf } from './ids.ts';
import { guildObject, userObject } from './objects.ts';
import { INTENT_OF, Session } from './session.ts';
import { BOT, type State } from './state.ts';
import { APP_ID, type Guild } from './world.ts';

/** What the conversations with all clients share. */
export interface Room {
  readonly state: State;
  readonly sessions: Set<Session>;
  readonly admission: Admission;
  /** Where clients resume. */
  readonly resumeAddress: () => string;
  readonly acknowledges: () => boolean;
  readonly begun: () => void;
  readonly note: (kind: GatewayEvent['kind'], connection: Connection, data: unknown) => void;
  readonly report: (fault: string) => void;
}

export interface Payload {
  readonly op: number;
  readonly d: unknown;
}

/** Answers a payload; gives the code to close with, if it is one that Discord closes the connection for. */
export function answerPayload(
  room: Room,
  connection: Connection,
  payload: Payload | undefined,
  length: number,
): GatewayCloseCodes | undefined {
  if (payload === undefined || length > LIMITS.gatewayPayload) {
    room.report(
      `The client sent ${length} bytes to the gateway that are no payload of up to ${LIMITS.gatewayPayload}.`,
    );
    return GatewayCloseCodes.DecodeError;
  }
  switch (payload.op) {
    case GatewayOpcodes.Heartbeat:
      room.note('heartbeat', connection, payload.d);
      if (room.acknowledges()) connection.send({ op: GatewayOpcodes.HeartbeatAck });
      return undefined;
    case GatewayOpcodes.Identify:
      return identify(room, connection, payload.d as GatewayIdentifyData);
    case GatewayOpcodes.Resume:
      return resume(room, connection, payload.d as GatewayResumeData);
    case GatewayOpcodes.PresenceUpdate:
      room.note('presence', connection, payload.d);
      return undefined;
    default:
      room.report(
        `The client sent opcode ${payload.op} (${GatewayOpcodes[payload.op]}) to the gateway: no need is known.`,
      );
      return GatewayCloseCodes.UnknownOpcode;
  }
}

function identify(room: Room, connection: Connection, data: GatewayIdentifyData): GatewayCloseCodes | undefined {
  if (connection.session !== null) return GatewayCloseCodes.AlreadyAuthenticated;
  const { token: _, ...rest } = data;
  room.note('identified', connection, rest);
  const shard = data.shard ?? [0, 1];
  const guilds = guildsOf(room, shard);
  const refusal = refusalOf(data, room.admission, guilds.length);
  if (refusal !== undefined) return refusal;
  room.begun();
  if (data.compress === true && connection.compression === 'none') connection.compression = 'payload';
  const session = new Session(shard, data.intents, connection);
  room.sessions.add(session);
  connection.session = session;
  sendReady(room, session, guilds);
  room.note('ready', connection, { shard });
  return undefined;
}

function guildsOf({ state }: Room, [shard, count]: Session['shard']): Guild[] {
  return state.guilds.filter(({ id, hasApp }) => hasApp && shardOf(id, count) === shard);
}

/** READY names the guilds; each follows by itself. */
function sendReady(room: Room, session: Session, guilds: readonly Guild[]): void {
  session.dispatch(GatewayDispatchEvents.Ready, {
    v: 10,
    user: { ...userObject(BOT), verified: true, mfa_enabled: false, email: null },
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: room.resumeAddress(),
    shard: [...session.shard],
    application: { id: APP_ID, flags: 0 as ApplicationFlags, flags_new: '0' },
  } satisfies GatewayReadyDispatchData);
  if (!session.wants(INTENT_OF.guilds)) return;
  for (const guild of guilds) {
    if (room.state.outages.has(guild.id)) {
      session.dispatch(GatewayDispatchEvents.GuildDelete, { id: guild.id, unavailable: true });
    } else session.dispatch(GatewayDispatchEvents.GuildCreate, guildObject(guild));
  }
}

function resume(room: Room, connection: Connection, data: GatewayResumeData): GatewayCloseCodes | undefined {
  if (connection.session !== null) return GatewayCloseCodes.AlreadyAuthenticated;
  if (data.token !== room.admission.token) return GatewayCloseCodes.AuthenticationFailed;
  const session = [...room.sessions].find(({ id }) => id === data.session_id);
  if (session === undefined || !session.isResumable) {
    room.note('refused', connection, { session: data.session_id });
    connection.send({ op: GatewayOpcodes.InvalidSession, d: false });
    return undefined;
  }
  if (data.seq > session.sequence) return GatewayCloseCodes.InvalidSeq;
  connection.session = session;
  session.connection = connection;
  session.replay(data.seq);
  session.dispatch(GatewayDispatchEvents.Resumed, { _trace: [] });
  room.note('resumed', connection, { seq: data.seq, isAtResumeAddress: connection.isResuming });
  return undefined;
}
