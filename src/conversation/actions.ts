// Actions: what the buttons of an answer do, as short strings that a platform keeps in the button and gives back when it is pressed, also
// after a restart. "more.k3j9x2.2.1" is page 2, screen 1 of the answer k3j9x2.
import type { PassageId } from '../domain.ts';

/** Which answer, and which part of it. Pages and screens count from 1. */
export interface ShownPart {
  readonly shown: string;
  readonly page: number;
  readonly screen: number;
}

export type Action =
  | ({ readonly kind: 'more' } & ShownPart)
  | ({ readonly kind: 'share' } & ShownPart)
  | ({ readonly kind: 'wrong' } & ShownPart)
  /** The passages around the n-th finding, from 1, of a part of an answer. */
  | ({ readonly kind: 'context'; readonly finding: number } & ShownPart)
  | { readonly kind: 'passage'; readonly passageId: PassageId };

/** What a platform may hold in a button: Discord 100 units, Slack more. */
const MAX_LENGTH = 100;

/** At most 100 units. */
export function formatAction(action: Action): string {
  if (action.kind === 'passage') return `passage.${action.passageId}`;
  const { kind, shown, page, screen } = action;
  const finding = kind === 'context' ? `.${action.finding}` : '';
  return `${kind}.${shown}.${page}.${screen}${finding}`;
}

/** The passage by its name where that is short enough: it stays right when the corpus grows. Else by its place in the answer. */
export function contextAction(passageId: PassageId, part: ShownPart, finding: number): string {
  const byName = formatAction({ kind: 'passage', passageId });
  return byName.length <= MAX_LENGTH ? byName : formatAction({ kind: 'context', ...part, finding });
}

/** Null for what formatAction has not made. */
export function parseAction(text: string): Action | null {
  const passage = /^passage\.(\S+#c?\d+)$/u.exec(text)?.[1];
  if (passage !== undefined) return { kind: 'passage', passageId: passage };
  const [, kind, shown = '', page, screen, finding] =
    /^(more|share|wrong|context)\.([a-z0-9]{1,40})\.([1-9]\d{0,5})\.([1-9]\d{0,3})(?:\.([1-9]\d{0,3}))?$/.exec(text) ??
    [];
  const part = { shown, page: Number(page), screen: Number(screen) };
  switch (kind) {
    case 'more':
    case 'share':
    case 'wrong':
      return finding === undefined ? { kind, ...part } : null;
    case 'context':
      return finding === undefined ? null : { kind, ...part, finding: Number(finding) };
    default:
      return null;
  }
}
