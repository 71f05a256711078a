// Modals that are open, and Home tabs.
import { slackId } from './ids.ts';

export interface View {
  readonly id: string;
  readonly hash: string;
  readonly team: string;
  readonly user: string;
  readonly rootId: string;
  readonly previousId: string | null;
  readonly externalId: string | null;
  /** As it was sent: type, title, blocks, callback_id, private_metadata … */
  readonly body: Readonly<Record<string, unknown>>;
}

export class Views {
  readonly #open: View[] = [];
  readonly #homes = new Map<string, View>();

  /** All modals that are open, the first below. */
  get open(): readonly View[] {
    return this.#open;
  }

  home(team: string, user: string): View | null {
    return this.#homes.get(`${team}/${user}`) ?? null;
  }

  find(which: { readonly id?: string | undefined; readonly externalId?: string | undefined }): View | undefined {
    return [...this.#open, ...this.#homes.values()].find(({ id, externalId }) =>
      which.id === undefined ? externalId === which.externalId : id === which.id,
    );
  }

  publish(team: string, user: string, body: View['body']): View {
    const old = this.home(team, user);
    const view = viewOf(team, user, body, { id: old?.id ?? slackId('V'), previousId: null });
    this.#homes.set(`${team}/${user}`, view);
    return view;
  }

  push(team: string, user: string, body: View['body'], above: View | null): View {
    const id = slackId('V');
    const view = viewOf(team, user, body, { id, rootId: above?.rootId ?? id, previousId: above?.id ?? null });
    this.#open.push(view);
    return view;
  }

  update(old: View, body: View['body']): View {
    const view = viewOf(old.team, old.user, body, { id: old.id, rootId: old.rootId, previousId: old.previousId });
    const position = this.#open.findIndex(({ id }) => id === old.id);
    if (position >= 0) this.#open[position] = view;
    else this.#homes.set(`${old.team}/${old.user}`, view);
    return view;
  }

  /** Closes one, or all with the same root. */
  close(view: View, { all = false }: { all?: boolean } = {}): void {
    for (const each of [...this.#open]) {
      const isMeant = all ? each.rootId === view.rootId : each.id === view.id;
      if (isMeant) this.#open.splice(this.#open.indexOf(each), 1);
    }
  }
}

function viewOf(
  team: string,
  user: string,
  body: View['body'],
  place: { id: string; rootId?: string; previousId: string | null },
): View {
  const externalId = typeof body['external_id'] === 'string' ? body['external_id'] : null;
  return { rootId: place.id, ...place, hash: slackId('h'), team, user, externalId, body: withBlockIds(body) };
}

/** Slack names blocks that have no name. */
export function withBlockIds<Body extends Readonly<Record<string, unknown>>>(body: Body): Body {
  const blocks = body['blocks'];
  if (!Array.isArray(blocks)) return body;
  return { ...body, blocks: namedBlocks(blocks as Record<string, unknown>[]) };
}

export function namedBlocks(blocks: readonly Record<string, unknown>[]): Record<string, unknown>[] {
  return blocks.map((block) => ({ block_id: slackId('b'), ...block }));
}
