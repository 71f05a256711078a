// digestInTerminal(words, parts): digests for whoever runs the bot, without a platform: any channel's settings, what it would hold now, and a list of
// all. What is to be posted now is put into the ledger; the running bot sends it.
import type { App } from './app.ts';
import type { Config } from './config.ts';
import { contentOver, digestWords, recordCorpus, refusalWords } from './digests.ts';
import { RequestError } from './errors.ts';
import type { Message } from './messages/message.ts';
import { parseDigest } from './requests/digest.ts';
import { createManage } from './schedule/manage.ts';
import { type ChannelKey, type Subscription, subscriptionId } from './store/digestStore.ts';
import { openStore } from './store/openStore.ts';

export interface DigestTerminalParts {
  readonly app: App;
  readonly config: Pick<Config, 'databaseUrl' | 'defaultZone' | 'digest'>;
  readonly now: () => Date;
  /** Gets what went wrong. */
  readonly onFault: (cause: unknown) => void;
}

const CHANNEL = /^(slack|discord)\/([^/\s]+)\/([^/\s]+)$/u;
const EXAMPLE = '--channel slack/T024BE7LD/C024BE91L or --channel discord/SERVER/CHANNEL';

/**
 * `words`: what stands behind "digest", with "--channel" and a channel among them.
 * @throws RequestError for what can't be read, StoreError
 */
export async function digestInTerminal(words: readonly string[], parts: DigestTerminalParts): Promise<Message> {
  const { app, config, now, onFault } = parts;
  const { channel: named, text } = readChannel(words);
  const request = parseDigest(text, { zone: config.defaultZone });
  const store = await openStore(config.databaseUrl);
  try {
    const all = await store.subscriptions();
    const channel = named ?? config.digest?.channel ?? (all.length === 1 ? (all[0] ?? null) : null);
    if (channel === null && request.kind === 'status') return listOf(all);
    if (channel === null && request.kind !== 'preview')
      throw new RequestError('incomplete', `Which channel? ${EXAMPLE}.`, `digest ${text} --channel`);
    // What is there already is not new to a channel that is set up before the bot first runs.
    if (request.kind === 'on' || request.kind === 'preview') await recordCorpus(app.index, store, now());
    const manage = createManage({
      store,
      content: contentOver(() => app.index),
      senderOf: () => undefined,
      now,
      log: { info() {}, warn() {}, error: ({ cause }: { cause?: unknown }) => onFault(cause) },
      parse: parseDigest,
      words: digestWords,
      refused: refusalWords,
      defaultZone: config.defaultZone,
      sendNow: async () => {},
    });
    const key = channel ?? { platform: 'slack', community: null, channel: 'preview' };
    return await manage(text, { channel: keyOf(key), channelName: subscriptionId(key), user: null });
  } finally {
    await store.close();
  }
}

function keyOf({ platform, community, channel }: ChannelKey): ChannelKey {
  return { platform, community, channel };
}

/** @throws RequestError for a channel that can't be read */
function readChannel(words: readonly string[]): { readonly channel: ChannelKey | null; readonly text: string } {
  const at = words.findIndex((word) => /^--channel(?:=|$)/u.test(word));
  if (at === -1) return { channel: null, text: words.join(' ') };
  const [option = '', next = ''] = words.slice(at);
  const isJoined = option.includes('=');
  const value = isJoined ? option.slice(option.indexOf('=') + 1) : next;
  const text = words.filter((_, position) => position !== at && (isJoined || position !== at + 1)).join(' ');
  const [, platform, community, channel] = CHANNEL.exec(value) ?? [];
  if ((platform !== 'slack' && platform !== 'discord') || community === undefined || channel === undefined)
    throw new RequestError('incomplete', `"${value}" names no channel: ${EXAMPLE}.`, `digest ${text}`);
  return { channel: { platform, community: community === 'org' ? null : community, channel }, text };
}

function listOf(all: readonly Subscription[]): Message {
  const rows = all.map(({ id, state, next, zone }) => {
    const detail = state === 'on' || state === 'blocked' ? `${state}, next ${next.date} (${zone})` : state;
    return { label: id, detail };
  });
  const none =
    'No channel has a digest. Set one up in a channel with /iran-talks digest on, or here: digest on 09:00 Europe/London';
  return {
    title: 'Digests',
    summary: '',
    parts:
      rows.length > 0
        ? [{ kind: 'rows', rows }]
        : [{ kind: 'text', runs: [{ text: `${none} ${EXAMPLE.split(' or ')[0]}.`, style: 'plain' }] }],
    footer: rows.length > 0 ? ['One of them: digest status --channel, and what stands on the left.'] : [],
    isPrivate: true,
    range: null,
  };
}
