// createTerms(groups): words and phrases that mean the same, found in a question by their stems. From corpus/terms.yaml and from the names
// in corpus/speakers.yaml; read once, because every question is looked through for all of them.
import { matchedLength, stems } from './query.ts';
import type { Token, Tokenizer } from './tokens.ts';

/** Ways of saying one thing. */
export interface SameWords {
  readonly words: readonly string[];
  /** Whose names they are; null: nobody's. */
  readonly name: string | null;
}

export interface Term {
  /** How many tokens it takes. */
  readonly length: number;
  /** Every way of saying it as stems, the one that was found first. */
  readonly sequences: readonly (readonly string[])[];
  readonly name: string | null;
}

export interface Terms {
  /** The longest that begins at a place; of equal ones the first listed. */
  longestAt(tokens: readonly Token[], at: number): Term | undefined;
}

export function createTerms(groups: readonly SameWords[], tokenize: Tokenizer): Terms {
  const byFirst = new Map<string, { readonly sequence: readonly string[]; readonly term: Omit<Term, 'length'> }[]>();
  for (const { words, name } of groups) {
    const sequences = words.map((one) => stems(tokenize(one))).filter((sequence) => sequence.length > 0);
    for (const sequence of sequences) {
      const first = sequence[0] as string;
      const term = { name, sequences: [sequence, ...sequences.filter((other) => other !== sequence)] };
      byFirst.set(first, [...(byFirst.get(first) ?? []), { sequence, term }]);
    }
  }
  return {
    longestAt(tokens, at) {
      let best: Term | undefined;
      for (const { sequence, term } of byFirst.get(tokens[at]?.stem ?? '') ?? []) {
        const length = matchedLength(tokens, at, sequence);
        if (length > (best?.length ?? 0)) best = { ...term, length };
      }
      return best;
    },
  };
}
