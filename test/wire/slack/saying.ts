// People who write: in channels, in threads and to the app, their changes and deletions.
import { act } from './acting.ts';
import type { Place } from './asking.ts';
import type { Core } from './core.ts';
import { eventsOfChange, eventsOfDeletion, eventsOfMessage } from './events.ts';
import type { Exchange } from './exchange.ts';
import type { Message } from './messages.ts';
import type { Shown } from './shown.ts';
import type { Outgoing } from './transport.ts';

export interface Saying {
  /** The first message of the thread that it is said in. */
  readonly threadTs?: string | undefined;
  readonly files?: readonly { readonly name: string }[];
}

export function say(core: Core, text: string, { workspace, user, channel }: Place, saying: Saying = {}): Exchange {
  if (channel.isArchived) throw new Error(`Nobody writes in ${channel.name}: it is archived.`);
  core.state.putPerson(workspace.id, user);
  const message = core.messages.add({
    channel: channel.id,
    user: user.id,
    // The bot itself, or another one.
    botId: user.id === workspace.botUserId ? workspace.botId : user.isBot ? `B${user.id.slice(1)}` : null,
    text,
    threadTs: saying.threadTs ?? null,
    files: saying.files ?? [],
  });
  return hear(core, message, () => eventsOfMessage(core, message));
}

/** Changes what somebody has said. */
export function changeMessage(core: Core, message: Message, text: string): Exchange {
  const previous = core.messages.find(message.channel, message.ts) ?? message;
  const changed = core.messages.change(message, { text });
  return hear(core, changed, () => eventsOfChange(core, changed, previous));
}

export function deleteMessage(core: Core, message: Message): Exchange {
  core.messages.remove(message);
  return hear(core, message, () => eventsOfDeletion(core, message));
}

function hear(core: Core, message: Message, outgoing: () => Outgoing[]): Exchange {
  const setup = {
    name: JSON.stringify(message.text),
    team: core.state.teamOf(core.state.getChannel(message.channel)),
    user: message.user ?? '',
    message,
    isAnswer: (shown: Shown) => isAnswer(shown, message),
  };
  return act(core, setup, outgoing);
}

/** In its thread, in the thread that it begins, or beside it; privately to whoever said it; what stands in its thread. */
function isAnswer({ kind, message, body }: Shown, said: Message): boolean {
  if (message === null) return (body as { channel_id?: unknown } | null)?.channel_id === said.channel;
  if (message.channel !== said.channel || (kind !== 'post' && kind !== 'ephemeral' && kind !== 'update')) return false;
  if (message.ephemeralTo !== null && message.ephemeralTo !== said.user) return false;
  return message.threadTs === null ? said.threadTs === null : message.threadTs === (said.threadTs ?? said.ts);
}
