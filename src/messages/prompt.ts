// promptTo(requests): how a reader is told to ask for something: in a terminal by typing it; on a platform typing alone does nothing.
import { list, quoted } from './words.ts';

/** How a reader asks for the next page, and whatever else: with a word that is typed, an option of the command line, or as a platform has it. */
export type NextBy = 'word' | 'option' | 'button';

/**
 * @example promptTo(['speaker Varga', 'speaker Dolen'], 'word') // 'Type speaker Varga or speaker Dolen'
 * @example promptTo(['speakers'], 'button') // 'Ask “speakers”'
 */
export function promptTo(requests: readonly string[], nextBy: NextBy): string {
  return nextBy === 'button' ? `Ask ${list(requests.map(quoted), 'or')}` : `Type ${list(requests, 'or')}`;
}
