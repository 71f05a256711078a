// confirmDraft(draft, parts): asks a curator for what is missing, then whether it is right, until it is added or left.
import { RequestError } from '../errors.ts';
import type { Draft } from '../intake/draft.ts';
import type { Ask } from './ask.ts';
import { type Given, missingIn } from './complete.ts';
import { givenOf } from './given.ts';

type Field = 'title' | 'outlet' | 'url' | 'publishedOn' | 'language' | 'byline';

const QUESTIONS: Readonly<Record<Field, { readonly label: string; readonly option: string }>> = {
  title: { label: 'Title, as it is printed', option: 'title' },
  outlet: { label: 'Outlet: who published it', option: 'outlet' },
  url: { label: 'Address', option: 'url' },
  publishedOn: { label: 'Published on (YYYY-MM-DD)', option: 'published' },
  language: { label: 'Language (en, fa, zh-CN)', option: 'language' },
  byline: { label: 'Byline, as it is printed', option: 'byline' },
};

const CALLED: Readonly<Partial<Record<Field, string>>> = { url: 'address', publishedOn: 'day of publication' };

export interface ConfirmParts {
  readonly ask: Ask;
  /** Shows it again, with what was changed. */
  readonly show: (draft: Draft) => void;
}

/** Null: it is left, nothing is to be written. */
export async function confirmDraft(found: Draft, { ask, show }: ConfirmParts): Promise<Draft | null> {
  let draft = found;
  const missing = missingIn(draft).filter((field): field is Field => field in QUESTIONS);
  for (const field of missing) {
    const changed = await askField(ask, draft, field);
    if (changed === null) return null;
    draft = changed;
  }
  if (missing.length > 0) show(draft);
  for (;;) {
    const chosen = await ask.choose('Add this article?', [
      { value: 'add', label: 'Add it' },
      ...(Object.keys(QUESTIONS) as Field[]).map((field) => ({
        value: field,
        label: `Change the ${CALLED[field] ?? field}`,
        hint: draft[field]?.value ?? 'none',
      })),
      { value: 'leave', label: 'Leave it' },
    ]);
    if (chosen === null || chosen === 'leave') return null;
    if (chosen === 'add') return draft;
    const changed = await askField(ask, draft, chosen as Field);
    if (changed === null) return null;
    draft = changed;
    show(draft);
  }
}

async function askField(ask: Ask, draft: Draft, field: Field): Promise<Draft | null> {
  const { label, option } = QUESTIONS[field];
  const initial = draft[field]?.value ?? '';
  const typed = await ask.text(label, { initial, wrong: (text) => wrongIn(option, text) });
  if (typed === null) return null;
  const value = givenOf({ [option]: typed })[field as keyof Given];
  if (value === undefined || value === initial) return draft;
  return {
    ...draft,
    [field]: { value, from: 'given' },
    doubts: draft.doubts.filter((doubt) => doubt.field !== field),
  };
}

function wrongIn(option: string, typed: string): string | undefined {
  if (typed === '') return 'Type it, or press Escape to leave the article out.';
  try {
    givenOf({ [option]: typed });
    return undefined;
  } catch (cause) {
    if (cause instanceof RequestError) return cause.message;
    throw cause;
  }
}
