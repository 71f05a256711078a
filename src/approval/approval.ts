// createApproval(parts): what curators ask of articles that wait, in a chat: to see them, to approve one, to refuse one, by command and by button. Who
// may is decided here: managers of the communities that a setting names, because all of them share one corpus.
import type { CommunityName } from '../config.ts';
import type { Button, Said } from '../conversation/conversation.ts';
import { createRecent } from '../conversation/recent.ts';
import type { Curation, HeldArticle } from '../corpus/curation.ts';
import { splitSentences } from '../corpus/sentences.ts';
import type { ArticleId } from '../domain.ts';
import { IranTalksError } from '../errors.ts';
import {
  composeHeld,
  composeHeldError,
  composeHeldOutcome,
  composeHeldUsage,
  composeNothingHeld,
  composeUnknownHeld,
  type HeldOutcome,
  heldChoice,
  heldErrorWords,
  outcomeWords,
  type ToldHeld,
} from '../messages/composeHeld.ts';
import { composeNotice, type Notice } from '../messages/composeNotice.ts';
import type { Message } from '../messages/message.ts';
import type { Fits } from '../messages/screens.ts';
import type { Log } from '../platform/log.ts';
import { formatHeldAction, keyOf, PER_PAGE, parseHeldAction, type ShownList } from './actions.ts';

/** Who asks, where. */
export interface Curator {
  readonly platform: 'slack' | 'discord';
  /** Workspace or server; null: a direct message that is of none. */
  readonly community: string | null;
  /** As the platform names people. */
  readonly user: string;
  /** Why they do not manage that community; null: they do. Asked only where the community is one that may. Never rejects. */
  readonly refusal: () => Promise<Notice | null>;
  /** The limits of the platform's messages. */
  readonly fits: Fits;
}

export interface Choice {
  readonly label: string;
  readonly value: string;
}

export interface Approval {
  /** What stands behind "held": nothing, "approve" and an id, "refuse" and an id. Never rejects. */
  command(text: string, by: Curator): Promise<Said>;
  /** What a button gives, which takes the place of its message where `replaces` says so. Never rejects. */
  press(action: string, by: Curator): Promise<Said>;
  /** Articles that wait and have what was typed in their title, outlet or id; none for who may not. Never rejects. */
  complete(
    typed: string,
    by: Curator,
    room: { readonly choices: number; readonly units: number },
  ): Promise<readonly Choice[]>;
}

export interface ApprovalParts {
  readonly curation: Curation;
  /** Whose managers may. */
  readonly curatedFrom: readonly CommunityName[];
  readonly log: Log;
}

/** Articles whose outcome is remembered, for messages that still show them. Chosen by eye. */
const RECENT = 500;

type Decision = 'approve' | 'refuse';
/** What came of it; where it failed the reason in words. */
type Decided = { readonly outcome: HeldOutcome } | { readonly failed: string };

export function createApproval({ curation, curatedFrom, log }: ApprovalParts): Approval {
  /** By key. */
  const outcomes = createRecent<HeldOutcome>(RECENT);

  const refusalOf = async ({ platform, community, refusal }: Curator): Promise<Notice | null> => {
    const isNamed = curatedFrom.some((one) => one.platform === platform && one.community === community);
    return isNamed ? refusal() : { kind: 'curated-elsewhere', platform, community };
  };

  /** A fault is told, never thrown. */
  const safely = async (by: Curator, act: () => Promise<Said>): Promise<Said> => {
    try {
      const refused = await refusalOf(by);
      return refused === null ? await act() : alone(composeNotice(refused));
    } catch (cause) {
      if (cause instanceof IranTalksError) {
        log.warn({ cause }, 'approval: what is held could not be read');
        return alone(composeHeldError(heldErrorWords('list', cause.message)));
      }
      log.error({ cause }, 'approval: a curator could not be answered');
      return alone(composeNotice({ kind: 'fault' }));
    }
  };

  const decide = async (kind: Decision, id: ArticleId, by: Curator): Promise<Decided> => {
    const { platform, community, user } = by;
    try {
      const article = kind === 'approve' ? await curation.approve(id) : await curation.refuse(id);
      if (article === null) return { outcome: earlier(keyOf(id)) };
      const done = kind === 'approve' ? 'approved' : 'refused';
      log.info({ article: id, platform, community, user }, `approval: an article was ${done}`);
      const outcome: HeldOutcome = { kind: done, title: article.title, isEarlier: false };
      outcomes.set(keyOf(id), outcome);
      return { outcome };
    } catch (cause) {
      if (!(cause instanceof IranTalksError)) throw cause;
      log.warn({ article: id, platform, community, user, cause }, `approval: it could not ${kind} an article`);
      return { failed: heldErrorWords(kind, cause.message) };
    }
  };

  const earlier = (key: string): HeldOutcome => {
    const known = outcomes.get(key);
    return known ? { ...known, isEarlier: true } : { kind: 'gone', title: null, isEarlier: true };
  };

  /** A page, with what was just done. `keys`: of the articles that a message shows already; null: the next ones from there. */
  const page = (
    held: readonly HeldArticle[],
    told: string | null,
    { keys, from }: { readonly keys: readonly string[] | null; readonly from: number },
    by: Curator,
  ): Said => {
    if (held.length === 0) return alone(composeNothingHeld(told), { replaces: true });
    const first = from < held.length ? from : Math.floor((held.length - 1) / PER_PAGE) * PER_PAGE;
    const shownKeys = keys ?? held.slice(first, first + PER_PAGE).map(({ id }) => keyOf(id));
    const places = shownKeys.map((key) => {
      const article = findByKey(held, key);
      return article === null ? (outcomes.get(key) ?? earlier(key)) : toldOf(article);
    });
    const at = { told, places, from: keys === null ? first : from, total: held.length };
    const { message, shown } = composeHeld(at, by.fits);
    const list = { keys: shownKeys.slice(0, shown), from: at.from };
    return alone(message, { buttons: buttonsOf(list, held), replaces: true });
  };

  const press = async (text: string, by: Curator): Promise<Said> => {
    const action = parseHeldAction(text);
    if (action === null) return alone(composeNotice({ kind: 'unknown-button' }));
    const held = await curation.held();
    switch (action.kind) {
      case 'page':
        return page(held, null, { keys: null, from: action.from }, by);
      case 'after': {
        const before = held.findIndex(({ id }) => keyOf(id) === action.key);
        return page(held, null, { keys: null, from: before < 0 ? action.from : before + 1 }, by);
      }
      default: {
        const key = action.keys[action.place] ?? '';
        const article = findByKey(held, key);
        const decided: Decided =
          article === null ? { outcome: earlier(key) } : await decide(action.kind, article.id, by);
        const told = 'failed' in decided ? decided.failed : outcomeWords(decided.outcome);
        // What was done is told, also where the rest can't be.
        const rest = await curation.held().catch((cause: unknown) => {
          log.warn({ cause }, 'approval: what is held could not be read');
          return null;
        });
        return rest === null ? alone(composeHeldError(told), { replaces: true }) : page(rest, told, action, by);
      }
    }
  };

  const command = async (text: string, by: Curator): Promise<Said> => {
    const typed = text.trim();
    if (typed === '') return page(await curation.held(), null, { keys: null, from: 0 }, by);
    const [, verb = '', id = ''] = /^(approve|refuse)\s+(\S.*)$/isu.exec(typed) ?? [];
    if (id === '') return alone(composeHeldUsage(typed));
    const article = findTyped(await curation.held(), id);
    if (article === null) {
      const known = outcomes.get(keyOf(id));
      return alone(known ? composeHeldOutcome({ ...known, isEarlier: true }) : composeUnknownHeld(id));
    }
    const decided = await decide(verb.toLowerCase() as Decision, article.id, by);
    return alone('failed' in decided ? composeHeldError(decided.failed) : composeHeldOutcome(decided.outcome));
  };

  return {
    // There is no message yet whose place it could take.
    command: async (text, by) => ({ ...(await safely(by, () => command(text, by))), replaces: false }),
    press: (action, by) => safely(by, () => press(action, by)),
    complete: async (typed, by, { choices, units }) => {
      try {
        if ((await refusalOf(by)) !== null) return [];
        const wanted = typed.trim().toLowerCase();
        return (await curation.held())
          .filter(({ id, title, outlet }) => [id, title, outlet].some((text) => text.toLowerCase().includes(wanted)))
          .slice(0, choices)
          .map((article) => ({
            label: heldChoice(article, units),
            value: article.id.length <= units ? article.id : keyOf(article.id),
          }));
      } catch (cause) {
        log.warn({ cause }, 'approval: what is held could not be completed');
        return [];
      }
    },
  };
}

/** Null also where two have the same key: none of them is to be taken for the other. */
function findByKey(held: readonly HeldArticle[], key: string): HeldArticle | null {
  const [found = null, another] = held.filter(({ id }) => keyOf(id) === key);
  return another === undefined ? found : null;
}

/** By its id, also as passages are cited ("…#1"), or by its key. */
function findTyped(held: readonly HeldArticle[], typed: string): HeldArticle | null {
  const id = typed.replace(/#c?\d+$/u, '');
  return held.find((one) => one.id === typed || one.id === id) ?? findByKey(held, typed.toLowerCase());
}

function toldOf(article: HeldArticle): ToldHeld {
  return { ...article, sentences: splitSentences(article.opening) };
}

/** Two for each article that still waits, the n-th of them below the n-th finding; then those to other pages. */
function buttonsOf(list: ShownList, held: readonly HeldArticle[]): Button[] {
  const number = (place: number): string => (list.keys.length === 1 ? '' : ` ${place + 1}`);
  const waiting = list.keys.flatMap((key, place) => (findByKey(held, key) === null ? [] : [{ key, place }]));
  const decide = (kind: Decision, label: string): Button[] =>
    waiting.map(({ place }, at) => ({
      kind,
      label: `${label}${number(place)}`,
      action: formatHeldAction({ kind, place, ...list }),
      below: at + 1,
    }));
  const last = waiting.at(-1);
  const behind = last ? held.findIndex(({ id }) => keyOf(id) === last.key) + 1 : list.from;
  const next =
    behind >= held.length
      ? []
      : [last ? ({ kind: 'after', key: last.key, from: behind } as const) : ({ kind: 'page', from: behind } as const)];
  const previous = list.from === 0 ? [] : [{ kind: 'page', from: Math.max(0, list.from - PER_PAGE) } as const];
  const turn = (label: string) => (action: Parameters<typeof formatHeldAction>[0]) =>
    ({ kind: 'page', label, action: formatHeldAction(action) }) as const;
  return [
    ...decide('approve', 'Approve'),
    ...decide('refuse', 'Refuse'),
    ...previous.map(turn('Previous')),
    ...next.map(turn('Next')),
  ];
}

/** For whoever asked. */
function alone(
  message: Message,
  { buttons = [], replaces = false }: Partial<Pick<Said, 'buttons' | 'replaces'>> = {},
): Said {
  return { message, isPrivate: true, buttons, context: null, sharedBy: null, replaces };
}
