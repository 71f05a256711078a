// createConversation(parts): what Slack and Discord share of talking with people: a text goes on from the one before, an answer has pages and
// buttons, some answers are for the asker alone, and what was delivered twice is answered once. A platform translates its events into these
// calls and renders what it is given.
import type { PassageId } from '../domain.ts';
import { composeNotice, type Notice } from '../messages/composeNotice.ts';
import type { Message } from '../messages/message.ts';
import { type Fits, screensOf } from '../messages/screens.ts';
import { findQuotations } from '../quotations.ts';
import { type Action, formatAction, parseAction, type ShownPart } from './actions.ts';
import { buttonsOf, findingsIn } from './buttons.ts';
import type { Context, Memory, Shown } from './memory.ts';
import { createRecent } from './recent.ts';

/** Where somebody speaks to the bot, in the platform's own ids. */
export interface Place {
  readonly platform: 'slack' | 'discord';
  /** Server or workspace; null: a direct message. */
  readonly community: string | null;
  readonly channel: string;
  /** Keys under which what was said before may be kept, the nearest first: the message that is replied to, the thread, the direct message. */
  readonly goesOnFrom: readonly string[];
  /** The key under which this answer is kept for the next text; null: it has none until its own message is known. */
  readonly keptAs: string | null;
  /** Whether others go on from what is kept there: a thread. */
  readonly isShared: boolean;
}

/** Who sees an answer. public: everybody there. if-empty: the asker alone, where it found nothing or could not be read. private: the asker alone. */
export type Audience = 'public' | 'if-empty' | 'private';

export interface Asked {
  readonly text: string;
  readonly place: Place;
  /** The asker's id. */
  readonly user: string;
  readonly audience: Audience;
}

export interface Button {
  readonly label: string;
  /** At most 100 units; given back to `press`, that of a held article to the approval. */
  readonly action: string;
  readonly kind: Action['kind'] | 'approve' | 'refuse' | 'page';
  /** The finding that it stands below where a platform can have it there, from 1. Without it: below all of them. */
  readonly below?: number;
}

/** What is to be sent. */
export interface Said {
  readonly message: Message;
  /** For the asker alone. */
  readonly isPrivate: boolean;
  readonly buttons: readonly Button[];
  /** What the next text goes on from; null: nothing. */
  readonly context: Context | null;
  /** Who shares a private answer with the channel: the asker's id; null: nobody does. */
  readonly sharedBy: string | null;
  /** What `lost` needs to know it by; null for what is not shared. */
  readonly share?: string | null;
  /** True: it takes the place of the message whose button was pressed. */
  readonly replaces?: boolean;
}

/** What was wrong is asked for before it is taken down. */
export interface Form {
  readonly kind: 'wrong';
  /** Given back to `takeDown`. */
  readonly action: string;
  /** "1. Donald Trump, ¶ 4". */
  readonly findings: readonly string[];
}

export interface Pressed {
  readonly user: string;
  readonly place: Place;
  readonly action: string;
}

export interface Filled {
  /** From 1. */
  readonly finding: number;
  readonly note: string;
  /** Of the finding. A form says what is wrong; a thumb may also say that it is right. */
  readonly verdict: 'right' | 'wrong';
}

export interface Conversation {
  /** Never rejects. */
  answer(asked: Asked): Promise<Said>;
  /** The quotations of somebody's message, for the asker alone. Never rejects. */
  check(asked: Omit<Asked, 'audience'>): Promise<Said>;
  /** Where an answer has become a message of its own: replies to it go on from it. */
  remember(key: string, said: Said): Promise<void>;
  /** What a button gives: something to say to whoever pressed it (or, shared, to the channel), or a form to fill in. Never rejects. */
  press(pressed: Pressed): Promise<Said | Form>;
  /** A form that was filled in. Never rejects. */
  takeDown(pressed: Pressed, filled: Filled): Promise<Said>;
  /** What could not be shared can be shared again. */
  lost(said: Said): void;
  /** Words of the program itself: a missing permission, an empty mention. Always private. */
  tell(notice: Notice): Said;
  /** A message that answers no request, in as many screens as it needs. Always private. */
  tellMessage(message: Message): readonly [Said, ...Said[]];
  /** False for what was delivered before. A fault of the memory counts as the first time: better twice than never. */
  isFirst(key: string): Promise<boolean>;
  /** True for the first time on a day, in UTC. */
  isFirstToday(key: string): Promise<boolean>;
}

/** What the app gives for a text. */
export type Respond = (
  text: string,
  options: {
    readonly freeText: 'ask';
    readonly page: number;
    readonly perPage: number;
    readonly nextBy: 'button';
    readonly context: Context | null;
  },
) => {
  readonly outcome: 'answered' | 'unreadable' | 'fault';
  readonly message: Message;
  readonly context: Context | null;
};

export interface ConversationParts {
  readonly respond: Respond;
  /** Another value once answers may be others than before: what is kept at hand is then made again. Without it they never are. */
  readonly version?: () => number;
  readonly memory: Memory;
  /** The limits of the platform's messages. */
  readonly fits: Fits;
  readonly now: () => Date;
  /** A new short id of small letters and digits, at most 40; never the same twice. */
  readonly newId: () => string;
  /** Gets what went wrong beside an answer. */
  readonly onFault: (cause: unknown, doing: string) => void;
}

/** Answers that are kept at hand. Chosen by eye: buttons are mostly pressed soon. */
const RECENT = 200;
/** Findings on one page. Chosen by eye: more are no longer read on a phone. */
const PER_PAGE = 5;

export function createConversation(parts: ConversationParts): Conversation {
  const { respond, version = () => 0, memory, fits, now, newId, onFault } = parts;
  const attempt = async <Result>(doing: string, act: () => Promise<Result>, otherwise: Result): Promise<Result> => {
    try {
      return await act();
    } catch (cause) {
      onFault(cause, doing);
      return otherwise;
    }
  };

  const ask = (text: string, page: number, context: Context | null): ReturnType<Respond> =>
    respond(text, { freeText: 'ask', page, perPage: PER_PAGE, nextBy: 'button', context });

  /** One screen of an answer with its buttons; `id` null: nothing is known of it later, so that no button could act. */
  const screenOf = (message: Message, part: ShownPart | null, said: Omit<Said, 'message' | 'buttons'>): Said => {
    const screens = screensOf(message, fits);
    const at = Math.min(part?.screen ?? 1, screens.length);
    const screen = screens[at - 1] ?? message;
    const shown = screens.length === 1 ? screen : { ...screen, summary: withCount(screen.summary, at, screens.length) };
    const buttons =
      part === null
        ? []
        : buttonsOf(shown, { shown: part.shown, page: part.page, screen: at }, { ...said, screens: screens.length });
    return { ...said, message: shown, buttons };
  };

  const findContext = async (place: Place): Promise<Context | null> => {
    for (const key of place.goesOnFrom) {
      const context = await attempt('reading what was asked before', () => memory.findContext(key), null);
      if (context) return context;
    }
    return null;
  };

  /** Answers that buttons will act on: a form must be there at once, also where the answer took seconds. */
  const recent = createRecent<Message>(RECENT);
  const recentKey = ({ page, request }: Context): string => `${version()} ${page} ${request}`;
  /** Parts of answers that somebody has shared. */
  const shares = createRecent<boolean>(RECENT);

  /** The part of an answer that a button stands under, or why there is none. */
  const again = async (part: ShownPart): Promise<{ readonly shown: Shown; readonly message: Message } | null> => {
    const shown = await attempt('finding an answer again', () => memory.findShown(part.shown), null);
    if (!shown) return null;
    const key = recentKey({ page: part.page, request: shown.request });
    const known = recent.get(key);
    if (known) return { shown, message: known };
    const { outcome, message } = ask(shown.request, part.page, null);
    if (outcome !== 'answered') return null;
    recent.set(key, message);
    return { shown, message };
  };

  const alone = (message: Message): Said => ({ message, isPrivate: true, buttons: [], context: null, sharedBy: null });

  const tell = (notice: Notice): Said => alone(composeNotice(notice));

  const tellMessage = (message: Message): [Said, ...Said[]] => {
    const [first = message, ...others] = screensOf(message, fits);
    return [alone(first), ...others.map(alone)];
  };

  const remember = async (key: string, { context }: Said): Promise<void> => {
    if (context === null) return;
    await attempt('keeping what was asked', () => memory.saveContext(key, context, now()), undefined);
  };

  const isFirst = (key: string): Promise<boolean> =>
    attempt('telling whether an event is new', () => memory.claimOnce(key, now()), true);

  /** An answer that its buttons can act on later, with its own. */
  const show = async (
    { message, context }: { readonly message: Message; readonly context: Context },
    { user, place, isPrivate }: { readonly user: string; readonly place: Place; readonly isPrivate: boolean },
  ): Promise<Said> => {
    const id = newId();
    const shown = { id, ...context, isPrivate, askedBy: user, place: place.channel };
    recent.set(recentKey(context), message);
    const isKept = await attempt('keeping an answer', () => memory.saveShown(shown, now()).then(() => true), false);
    const part = isKept ? { shown: id, page: context.page, screen: 1 } : null;
    return screenOf(message, part, { isPrivate, context, sharedBy: null });
  };

  const answer = async ({ text, place, user, audience }: Asked): Promise<Said> => {
    if (text.trim() === '') {
      const { message } = ask('help', 1, null);
      return screenOf(message, null, { isPrivate: audience !== 'public', context: null, sharedBy: null });
    }
    const { outcome, message, context } = ask(text, 1, await findContext(place));
    const isPrivate = audience === 'private' || (audience === 'if-empty' && message.isPrivate);
    if (outcome !== 'answered' || context === null)
      return screenOf(message, null, { isPrivate, context: null, sharedBy: null });
    const said = await show({ message, context }, { user, place, isPrivate });
    // What one person alone has seen, nobody else goes on from; and what was asked in private is not shown by what comes next.
    const isOpen = !isPrivate || (audience === 'if-empty' && !place.isShared);
    if (place.keptAs !== null && isOpen) await remember(place.keptAs, said);
    return said;
  };

  /** A fault of the program is told to the asker, and to whoever runs it. */
  const safely =
    <Given extends unknown[], Result>(doing: string, act: (...given: Given) => Promise<Result>) =>
    (...given: Given): Promise<Result | Said> =>
      attempt<Result | Said>(doing, () => act(...given), tell({ kind: 'fault' }));

  return {
    tell,
    tellMessage,
    remember,
    lost: ({ share }) => {
      if (share) shares.set(share, false);
    },
    isFirst,
    isFirstToday: (key) => isFirst(`${key}/${now().toISOString().slice(0, 10)}`),
    answer: safely('answering', answer),
    check: safely('checking', async (asked: Omit<Asked, 'audience'>): Promise<Said> => {
      if (findQuotations(asked.text).length === 0) return tell({ kind: 'no-quotation' });
      // What was asked before is about something else.
      const place = { ...asked.place, goesOnFrom: [] };
      return answer({ ...asked, place, text: `check ${asked.text}`, audience: 'private' });
    }),
    press: safely('acting on a button', async ({ user, place, action }: Pressed): Promise<Said | Form> => {
      const read = parseAction(action);
      if (!read) return tell({ kind: 'unknown-button' });
      const around = (passageId: PassageId): Promise<Said> => contextOf(passageId, { user, place, isPrivate: true });
      if (read.kind === 'passage') return around(read.passageId);
      const found = await again(read);
      if (!found) return tell({ kind: 'forgotten' });
      const { shown, message } = found;
      const whole = { isPrivate: true, context: { request: shown.request, page: read.page }, sharedBy: null };
      switch (read.kind) {
        case 'more': {
          const said = screenOf(message, read, whole);
          const mayShare = !shown.isPrivate || shown.askedBy === user;
          return mayShare ? said : { ...said, buttons: said.buttons.filter(({ kind }) => kind !== 'share') };
        }
        case 'share':
          if (shown.isPrivate && shown.askedBy !== user) return tell({ kind: 'not-yours' });
          if (shares.get(`${action} ${user}`)) return tell({ kind: 'shared-already' });
          shares.set(`${action} ${user}`, true);
          return {
            ...screenOf(message, read, { ...whole, isPrivate: false, sharedBy: user }),
            share: `${action} ${user}`,
          };
        case 'context': {
          const finding = findingsIn(screenOf(message, read, whole).message)[read.finding - 1];
          return finding ? around(finding.citation.passageId) : tell({ kind: 'forgotten' });
        }
        case 'wrong': {
          const findings = findingsIn(screenOf(message, read, whole).message).map(
            ({ who, citation }, at) => `${at + 1}. ${who[0]?.text ?? ''}, ${citation.place}`,
          );
          return { kind: 'wrong', action: formatAction(read), findings };
        }
      }
    }),
    takeDown: safely(
      'taking down what is wrong',
      async ({ user, place, action }: Pressed, { finding, note, verdict }: Filled): Promise<Said> => {
        const read = parseAction(action);
        const found = read?.kind === 'wrong' ? await again(read) : null;
        if (read?.kind !== 'wrong' || !found) return tell({ kind: 'forgotten' });
        const findings = findingsIn(
          screenOf(found.message, read, { isPrivate: true, context: null, sharedBy: null }).message,
        );
        const chosen = findings[finding - 1];
        if (!chosen) return tell({ kind: 'no-such-finding', most: findings.length });
        const isKept = await attempt(
          'taking down what is wrong',
          () =>
            memory
              .addFeedback(
                {
                  platform: place.platform,
                  community: place.community,
                  place: place.channel,
                  user,
                  passageId: chosen.citation.passageId,
                  statementId: chosen.statementId,
                  request: found.shown.request,
                  verdict,
                  note: note.trim() === '' ? null : note.trim(),
                },
                now(),
              )
              .then(() => true),
          false,
        );
        return tell(isKept ? { kind: 'taken-down' } : { kind: 'not-taken-down' });
      },
    ),
  };

  function contextOf(passageId: PassageId, to: Parameters<typeof show>[1]): Promise<Said> {
    const { message, context } = ask(`source ${passageId}`, 1, null);
    if (context === null) return Promise.resolve(screenOf(message, null, { isPrivate: true, context, sharedBy: null }));
    return show({ message, context }, to);
  }
}

/** "3 statements · 2 articles · 1 of 2". */
function withCount(summary: string, at: number, of: number): string {
  return [summary, `${at} of ${of}`].filter((part) => part !== '').join(' · ');
}
