// When, where and to whom. A date counts when it stands beside the cue; a statement that continues the one before ("he
// added", "…, insisting …") takes over its setting, marked as implied.
import { shiftDay } from '../../dates.ts';
import type { DateMention, Passage, PassageSpan, SaidOn, Setting, Span, Statement } from '../../domain.ts';
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
    /** The day that "the day before" stands for, counted from the statement before. */
    readonly dayBefore: SaidOn | null;
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
  if (!before) return { ...own, saidOn: saidOn ?? given.dayBefore };
  return {
    saidOn: own.saidOn ?? given.dayBefore ?? implied(before.saidOn),
    addressee: own.addressee ?? implied(before.addressee),
    venue: own.venue ?? implied(before.venue),
  };
}

function implied<Value extends { readonly certain: boolean }>(value: Value | null): Value | null {
  return value === null ? null : { ...value, certain: false };
}

const RELATIVE =
  /\b(the (?:previous|preceding) day|the day before|a day (?:before|earlier)|the (?:next|following) day|a day later)\b/i;

/** "The day before, Halvik had said …" behind a statement with one day. Null where `regions` say nothing of the kind, or no day is known. */
export function readDayBefore(
  regions: readonly Span[],
  passage: Pick<Passage, 'id' | 'text'>,
  before: Statement | undefined,
): SaidOn | null {
  const known = before?.saidOn;
  if (!known || known.from !== known.to) return null;
  for (const { start, end } of regions) {
    const match = RELATIVE.exec(passage.text.slice(start, end));
    if (!match) continue;
    const day = shiftDay(known.from, /next|following|later/i.test(match[0]) ? 1 : -1);
    const at = start + match.index;
    return {
      from: day,
      to: day,
      certain: false,
      words: { passageId: passage.id, start: at, end: at + match[0].length },
    };
  }
  return null;
}
