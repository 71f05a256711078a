// What people do with buttons, thumbs, forms and the menu of a message. The twin of discord/interactions.ts.
import type { BlockAction, SlackViewAction, webApi } from '@slack/bolt';
import { isHeldAction } from '../approval/actions.ts';
import type { Conversation, Said } from '../conversation/conversation.ts';
import { readThumb } from './buttons.ts';
import { onHeldPress } from './heldCommand.ts';
import type { ListenParts } from './parts.ts';
import { placeOf } from './places.ts';
import { answerView, type Opened, readMetadata, WRONG, wrongView } from './views.ts';
import { inView, work } from './work.ts';

export interface Pressed {
  readonly action_id: string;
  readonly value?: string;
}

interface Asker {
  readonly client: webApi.WebClient;
  readonly teamId: string | null;
}

export async function onAction(parts: ListenParts, body: BlockAction, pressed: Pressed & Asker): Promise<void> {
  const { conversation } = parts;
  const { client, teamId, value = '' } = pressed;
  const { view, trigger_id } = body;
  const opened = view === undefined ? null : (readMetadata(view.private_metadata) ?? {});
  const channel = body.channel?.id ?? opened?.channel ?? body.user.id;
  // A private message has its thread in the container alone.
  const thread: string | null = body.message?.['thread_ts'] ?? body.container?.['thread_ts'] ?? opened?.thread ?? null;
  const place = placeOf({ teamId, channel, thread, isNew: true });
  const user = body.user.id;
  const responseUrl = body.response_url ?? opened?.responseUrl ?? null;
  const target = { client, channel, user, thread, teamId, responseUrl };
  const id = `action/${trigger_id}`;
  if (isHeldAction(value)) return onHeldPress(parts, target, value, id);
  const thumb = readThumb(value);
  if (thumb) {
    const { action, finding, verdict } = thumb;
    const asked = { user, place, action };
    await Promise.all([
      work(parts, target, id, () => conversation.takeDown(asked, { finding, note: '', verdict })),
      ...(verdict === 'wrong'
        ? [askWhy(parts, trigger_id, asked, { client, finding, opened: { channel, thread, responseUrl } })]
        : []),
    ]);
    return;
  }
  const press = async (): Promise<Said> => {
    const given = await conversation.press({ user, place, action: value });
    return 'findings' in given ? conversation.tell({ kind: 'unknown-button' }) : given;
  };
  if (view === undefined || /^act\.share\./u.test(pressed.action_id)) return work(parts, target, id, press);
  // In a window there is no message to answer: "More" takes its place, the passages around are put on top of it.
  const isMore = /^act\.more\./u.test(pressed.action_id);
  await inView(parts, target, id, press, (said) => {
    const shown = answerView(said, isMore ? view.title.text : 'Passages around', { channel, thread, responseUrl });
    return isMore
      ? client.views.update({ view_id: view.id, view: shown })
      : client.views.push({ trigger_id, view: shown });
  });
}

/** A thumb down is taken down already; what is wrong may be said, too. */
async function askWhy(
  { conversation, log }: ListenParts,
  trigger_id: string,
  pressed: Parameters<Conversation['press']>[0],
  { client, finding, opened }: { readonly client: webApi.WebClient; readonly finding: number; readonly opened: Opened },
): Promise<void> {
  const form = await conversation.press(pressed);
  if (!('findings' in form)) return;
  const thumb = { verdict: 'wrong', finding, action: pressed.action } as const;
  try {
    const view = wrongView(thumb, form.findings[finding - 1] ?? '', opened);
    await client.views.open({ trigger_id, view });
  } catch (cause) {
    log.warn({ cause }, 'slack: it could not be asked what is wrong');
  }
}

export async function onForm(parts: ListenParts, body: SlackViewAction, { client, teamId }: Asker): Promise<void> {
  const {
    action = '',
    finding = 1,
    channel = body.user.id,
    thread = null,
  } = readMetadata(body.view.private_metadata) ?? {};
  const note = body.view.state.values[WRONG.block]?.[WRONG.input]?.value ?? '';
  const user = body.user.id;
  const place = placeOf({ teamId, channel, thread, isNew: true });
  // What was pressed is taken down and thanked for; without words there is nothing more.
  if (note.trim() === '') return;
  await work(parts, { client, channel, user, thread, teamId, responseUrl: null }, `view/${body.view.id}`, () =>
    parts.conversation.takeDown({ user, place, action }, { finding, note, verdict: 'wrong' }),
  );
}

interface Shortcut {
  readonly trigger_id: string;
  readonly response_url?: string;
  readonly user: { readonly id: string };
  readonly channel: { readonly id: string };
  readonly message: Written;
}

/** A message; bots write in blocks and attachments. */
interface Written {
  readonly text?: string | undefined;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly blocks?: unknown;
  readonly attachments?: unknown;
}

export async function onCheck(parts: ListenParts, shortcut: Shortcut, { client, teamId }: Asker): Promise<void> {
  const { message, channel, user, trigger_id, response_url: responseUrl = null } = shortcut;
  const thread = message.thread_ts ?? message.ts;
  const place = placeOf({ teamId, channel: channel.id, thread, isNew: true });
  const target = { client, channel: channel.id, user: user.id, thread, responseUrl };
  await inView(
    parts,
    target,
    `shortcut/${trigger_id}`,
    () => parts.conversation.check({ text: wordsOf(message), user: user.id, place }),
    (said) => {
      const view = answerView(said, 'Check quotations', { channel: channel.id, thread, responseUrl });
      return client.views.open({ trigger_id, view });
    },
  );
}

function wordsOf({ text = '', blocks, attachments }: Written): string {
  return text.trim() === '' ? textsIn([blocks, attachments]).join('\n') : text;
}

/** Every text in blocks and attachments, in their order. */
function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    typeof each === 'string' ? (key === 'text' || key === 'pretext' ? [each] : []) : textsIn(each),
  );
}
