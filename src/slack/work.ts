// work(parts, to, id, act): what was asked is done once, when it is its turn, and said; nobody is left without a reason.
import type { Said } from '../conversation/conversation.ts';
import type { ListenParts } from './parts.ts';
import { keyOf } from './places.ts';
import { closedBy, say, sayDirectly, slackError, type Target } from './send.ts';

/** Does it when it is its turn, and says what it gives, one after the other; what was delivered before is passed over. */
export async function work(
  parts: ListenParts,
  to: Omit<Target, 'log'> & { readonly teamId: string | null },
  id: string,
  act: () => Promise<Said | readonly Said[]>,
): Promise<void> {
  const { conversation, log, turns } = parts;
  const target = { ...to, log };
  const about = { channel: to.channel, id };
  try {
    if (!(await conversation.isFirst(`slack/${id}`))) return log.debug(about, 'slack: it was delivered again');
    const from = performance.now();
    const given = parts.isStopping() ? conversation.tell({ kind: 'stopping' }) : await turns.take(act);
    for (const said of [given].flat()) {
      const ts = await say(target, said).catch((cause: unknown) => {
        conversation.lost(said);
        throw cause;
      });
      // What is said in the thread of this message goes on from it.
      if (ts !== null) await conversation.remember(keyOf(to.teamId, to.channel, ts), said);
    }
    log.debug({ ...about, ms: Math.round(performance.now() - from) }, 'slack: it was answered');
  } catch (cause) {
    await failed(parts, target, about, cause);
  }
}

/** Nobody is left without a reason: it is told where the bot may still write. */
async function failed(parts: ListenParts, target: Target, about: object, cause: unknown): Promise<void> {
  const { conversation, log } = parts;
  const why = closedBy(cause);
  if (why === null) log.error({ ...about, cause }, 'slack: it was not answered');
  else log.warn({ ...about, why }, 'slack: the bot can’t write there');
  const error = slackError(cause);
  if (error !== null) parts.onRefused(error);
  try {
    if (why !== null && !(await conversation.isFirstToday(`slack/told/${target.channel}/${target.user}`))) return;
    const said = conversation.tell(why === null ? { kind: 'fault' } : { kind: why, channel: 'that channel' });
    await sayDirectly(target, said);
  } catch (second) {
    log.warn({ ...about, cause: second }, 'slack: nor could it be said that something went wrong');
  }
}

/** Shows it in a modal; where that is too late, it is told privately. */
export async function inView(
  parts: ListenParts,
  to: Omit<Target, 'log'>,
  id: string,
  act: () => Promise<Said>,
  show: (said: Said) => Promise<unknown>,
): Promise<void> {
  const { conversation, log, turns } = parts;
  try {
    if (!(await conversation.isFirst(`slack/${id}`))) return log.debug({ id }, 'slack: it was delivered again');
    const said = parts.isStopping() ? conversation.tell({ kind: 'stopping' }) : await turns.take(act);
    try {
      await show(said);
    } catch (cause) {
      log.warn({ id, cause }, 'slack: a window could not be shown; it is said in a direct message');
      await sayDirectly(to, said);
    }
  } catch (cause) {
    await failed(parts, { ...to, log }, { id }, cause);
  }
}
