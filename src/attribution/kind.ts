// kindOf(content): whether what was said stands within quotation marks: all of its words, some, or none.
import type { Span, StatementKind } from '../domain.ts';
import { matchesOf, pattern } from '../patterns.ts';

export interface SaidWords {
  readonly span: Span;
  /** The passage's text. */
  readonly text: string;
  /** 1 for every unit of it within quotation marks. */
  readonly quoted: Uint8Array;
}

const WORDS = pattern(String.raw`[\p{L}\p{N}]+`, 'g');

export function kindOf(content: readonly SaidWords[]): StatementKind {
  let words = 0;
  let inside = 0;
  for (const { span, text, quoted } of content) {
    for (const match of matchesOf(WORDS, text.slice(span.start, span.end))) {
      words += 1;
      if (quoted[span.start + match.index] === 1) inside += 1;
    }
  }
  if (inside === 0) return 'indirect';
  return inside === words ? 'direct' : 'mixed';
}
