// work(parts, to, id, act): what was asked is done once, when it is its turn, and said; nobody is left without a reason.
import type { Said } from '../conversation/conversation.ts';
import type { ListenParts } from './parts.ts';
import { closedBy, say, sayDirectly, slackError, type Target } from './send.ts';

/** Does it when it is its turn, and says what it gives; what was delivered before is passed over. */
export async function work(
  parts: ListenParts,
  to: Omit<Target, 'log'>,
  id: string,
  act: () => Promise<Said>,
): Promise<void> {
  const { conversation, log, turns } = parts;
  const target = { ...to, log };
  const about = { channel: to.channel, id };
  try {
    if (!(await conversation.isFirst(`slack/${id}`))) return log.debug(about, 'slack: it was delivered again');
    const from = performance.now();
    await say(target, parts.isStopping() ? conversation.tell({ kind: 'stopping' }) : await turns.take(act));
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
  if (error !== null) parts.onRefused(error, null);
  try {
    if (why !== null && !(await conversation.isFirstToday(`slack/told/${target.channel}/${target.user}`))) return;
    const said = conversation.tell(why === null ? { kind: 'fault' } : { kind: why, channel: 'that channel' });
    await sayDirectly(target, said);
  } catch (second) {
    log.warn({ ...about, cause: second }, 'slack: nor could it be said that something went wrong');
  }
}

/** Shows it in a modal. */
export async function inView(
  parts: ListenParts,
  id: string,
  act: () => Promise<Said>,
  show: (said: Said) => Promise<unknown>,
): Promise<void> {
  const { conversation, log, turns } = parts;
  try {
    if (!(await conversation.isFirst(`slack/${id}`))) return log.debug({ id }, 'slack: it was delivered again');
    await show(parts.isStopping() ? conversation.tell({ kind: 'stopping' }) : await turns.take(act));
  } catch (cause) {
    log.error({ id, cause }, 'slack: a modal could not be shown');
  }
}
