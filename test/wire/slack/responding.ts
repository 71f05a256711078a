// Answers that come by a response_url or with an acknowledgement: private or for all, new or in the place of another.
import type { Breach } from '../breach.ts';
import type { Answer } from '../httpAnswer.ts';
import { breachesOfResponse } from './checks/messages.ts';
import { type Core, show } from './core.ts';
import { announce } from './events.ts';
import type { Message } from './messages.ts';
import { changeOf } from './methods/chat.ts';
import type { ResponseUrl } from './responseUrls.ts';

type Body = Readonly<Record<string, unknown>>;

/** @returns what is wrong with it, reported already */
export function checkResponse(core: Core, by: string, body: unknown): readonly Breach[] {
  const breaches = breachesOfResponse(body, core.mayMention);
  for (const { path, reason } of breaches) core.report(`${by}: ${path || 'the body'}: ${reason}`);
  return breaches;
}

/** What a response_url answers; it is used once more with this. */
export function answerResponse(core: Core, path: string, body: Body, breaches: readonly Breach[]): Answer {
  const url = core.responseUrls.use(path);
  if (typeof url === 'string') return { status: 404, body: { ok: false, error: url } };
  if (breaches.some(({ isRefused }) => isRefused)) return { status: 400, text: 'invalid_payload' };
  respond(core, url, body, 'response_url');
  return { status: 200, text: 'ok' };
}

/** Shows what was sent to whom it is for. */
export function respond(core: Core, url: ResponseUrl, body: Body, by: string): void {
  const how = { body, by, exchangeId: url.exchangeId };
  const original = url.original === null ? undefined : core.messages.find(url.original.channel, url.original.ts);
  const isChange = body['delete_original'] === true || body['replace_original'] === true;
  if (isChange && original === undefined) core.report(`${by}: there is no original that could be replaced or deleted`);
  if (isChange && original !== undefined) change(core, original, how);
  else add(core, url, how);
}

interface How {
  readonly body: Body;
  readonly by: string;
  readonly exchangeId: string;
}

function add(core: Core, { channel, team, user }: ResponseUrl, how: How): void {
  const { thread_ts: threadTs, response_type: type } = how.body;
  const message = core.messages.add({
    ...changeOf(how.body),
    channel,
    threadTs: typeof threadTs === 'string' ? threadTs : null,
    botId: core.state.getWorkspace(team).botId,
    ephemeralTo: type === 'in_channel' ? null : user,
  });
  show(core, { kind: type === 'in_channel' ? 'post' : 'ephemeral', ...how, message });
  announce(core, message);
}

function change(core: Core, old: Message, how: How): void {
  if (how.body['delete_original'] === true) {
    core.messages.remove(old);
    show(core, { kind: 'deletion', ...how, message: old });
    return;
  }
  const message = core.messages.change(old, changeOf(how.body));
  show(core, { kind: 'update', ...how, message });
  announce(core, message, old);
}
