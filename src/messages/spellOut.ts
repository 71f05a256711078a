// spellOut(run): differences in words, for whoever sees no colours and no underlining.
import type { Run } from './message.ts';

/** Differences are named: "{given: bombs} {printed: missiles}". */
export function spellOut({ text, style }: Run): Run {
  const label = LABELS[style];
  return label === undefined ? { text, style } : { text: `{${label}: ${text}}`, style };
}

const LABELS: Readonly<Partial<Record<Run['style'], string>>> = {
  'left-out': 'printed',
  'put-in': 'given',
  here: 'only here',
  first: 'first',
};
