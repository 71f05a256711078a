// What people do with buttons, thumbs, forms and the menu of a message. The twin of discord/interactions.ts.
import type { BlockAction, SlackViewAction, webApi } from '@slack/bolt';
import type { Conversation, Said } from '../conversation/conversation.ts';
import { readThumb } from './buttons.ts';
import type { ListenParts } from './parts.ts';
import { placeOf } from './places.ts';
import { answerView, readMetadata, WRONG, wrongView } from './views.ts';
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
  const opened = body.view === undefined ? null : (readMetadata(body.view.private_metadata) ?? {});
  const channel = body.channel?.id ?? opened?.channel ?? body.user.id;
  const thread = body.message?.['thread_ts'] ?? opened?.thread ?? null;
  const place = placeOf({ teamId, channel, thread, isNew: true });
  const user = body.user.id;
  const target = { client, channel, user, thread, responseUrl: body.response_url ?? null };
  const id = `action/${body.trigger_id}`;
  const thumb = readThumb(value);
  if (thumb) {
    const { action, finding, verdict } = thumb;
    await work(parts, target, id, async () => {
      const said = await conversation.takeDown({ user, place, action }, { finding, note: '', verdict });
      if (verdict === 'wrong')
        await askWhy(parts, body.trigger_id, { user, place, action }, { client, finding, channel, thread });
      return said;
    });
    return;
  }
  const press = async (): Promise<Said> => {
    const given = await conversation.press({ user, place, action: value });
    return 'findings' in given ? conversation.tell({ kind: 'unknown-button' }) : given;
  };
  // In a modal there is no message to answer: what is private is put on top of it.
  if (body.view !== undefined && !/^act\.share\./u.test(pressed.action_id)) {
    await inView(parts, id, press, (said) =>
      client.views.push({
        trigger_id: body.trigger_id,
        view: answerView(said, 'Passages around', { channel, thread }),
      }),
    );
  } else await work(parts, target, id, press);
}

/** A thumb down is taken down already; what is wrong may be said, too. */
async function askWhy(
  { conversation, log }: ListenParts,
  trigger_id: string,
  pressed: Parameters<Conversation['press']>[0],
  {
    client,
    finding,
    channel,
    thread,
  }: { client: webApi.WebClient; finding: number; channel: string; thread: string | null },
): Promise<void> {
  const form = await conversation.press(pressed);
  if (!('findings' in form)) return;
  const thumb = { verdict: 'wrong', finding, action: pressed.action } as const;
  try {
    const view = wrongView(thumb, form.findings[finding - 1] ?? '', { channel, thread });
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
  await work(parts, { client, channel, user, thread, responseUrl: null }, `view/${body.view.id}`, () =>
    parts.conversation.takeDown({ user, place, action }, { finding, note, verdict: 'wrong' }),
  );
}

interface Shortcut {
  readonly trigger_id: string;
  readonly user: { readonly id: string };
  readonly channel: { readonly id: string };
  readonly message: { readonly text?: string; readonly ts: string; readonly thread_ts?: string };
}

export async function onCheck(parts: ListenParts, shortcut: Shortcut, { client, teamId }: Asker): Promise<void> {
  const { message, channel, user, trigger_id } = shortcut;
  const thread = message.thread_ts ?? message.ts;
  const place = placeOf({ teamId, channel: channel.id, thread, isNew: true });
  await inView(
    parts,
    `shortcut/${trigger_id}`,
    () => parts.conversation.check({ text: message.text ?? '', user: user.id, place }),
    (said) =>
      client.views.open({ trigger_id, view: answerView(said, 'Check quotations', { channel: channel.id, thread }) }),
  );
}
