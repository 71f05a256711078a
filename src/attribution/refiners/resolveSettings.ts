// When, where and to whom. A date counts when it stands beside the cue; a statement that continues the one before ("he
// added", "…, insisting …") takes over its setting, marked as implied.
import type { DateMention, PassageSpan, SaidOn, Setting, Span, Statement } from '../../domain.ts';
import type { Draft } from '../draft.ts';

/** The part of a Statement that this refiner fills. */
export type Settings = Pick<Statement, 'saidOn' | 'addressee' | 'venue'>;

/** `dates` stand beside the cue, `implied` name what the saying followed; `before`: the statement that this one continues. */
export function resolveSettings(
  draft: Draft,
  passageId: string,
  given: {
    readonly dates: readonly DateMention[];
    readonly implied: readonly DateMention[];
    readonly before: Statement | undefined;
  },
): Settings {
  const place = (span: Span): PassageSpan => ({ passageId, start: span.start, end: span.end });
  const setting = (span: Span | null): Setting | null => (span ? { ...place(span), certain: true } : null);
  const [date] = given.dates;
  const [followed] = given.implied;
  const saidOn: SaidOn | null = date
    ? { from: date.from, to: date.to, certain: true, words: place(date) }
    : followed
      ? { from: followed.from, to: followed.to, certain: false, words: place(followed) }
      : null;
  const own: Settings = { saidOn, addressee: setting(draft.addressee), venue: setting(draft.venue) };
  const { before } = given;
  if (!before) return own;
  return {
    saidOn: own.saidOn ?? implied(before.saidOn),
    addressee: own.addressee ?? implied(before.addressee),
    venue: own.venue ?? implied(before.venue),
  };
}

function implied<Value extends { readonly certain: boolean }>(value: Value | null): Value | null {
  return value === null ? null : { ...value, certain: false };
}
