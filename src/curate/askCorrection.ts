// askCorrection(review): which statement is wrong and who said it, asked on a terminal.
import { autocomplete, isCancel, select, text } from '@clack/prompts';
import type { Correction } from '../domain.ts';
import type { CurateParts } from './command.ts';
import { firstWords, type Wanted, wordsFor } from './naming.ts';
import { passageName, type Review } from './review.ts';

/** Choices that stand for no entry of speakers.yaml; no id has a bracket. */
const [SOMEBODY, NOBODY] = ['(somebody)', '(nobody)'];

/** Null: whoever was asked has stopped. @param passage the one whose statements are offered; null: all */
export async function askCorrection(
  review: Review,
  passage: string | null,
  { input, output }: Pick<CurateParts, 'input' | 'output'>,
): Promise<Wanted | null> {
  const { passages, statements, gazetteer } = review;
  const streams = { input, output };
  const isOffered = (passageId: string): boolean =>
    passage === null || passages.some((one) => one.id === passageId && passageName(one) === passage.split('.')[0]);
  const options = statements
    .filter(({ passageId }) => isOffered(passageId))
    .flatMap((statement) => {
      const found = wordsFor(statement, review);
      const id = statement.id.slice(review.article.id.length + 1);
      return found
        ? [{ value: statement.id, label: `${id} ${statement.speaker.name}: “${firstWords(found.words)}”` }]
        : [];
    });
  if (options.length === 0) {
    output.write('No statement was read there. With --words and --speaker one is made.\n');
    return null;
  }
  const chosen = await select({ message: 'Which statement?', options, maxItems: 12, ...streams });
  if (isCancel(chosen)) return null;
  const statement = statements.find(({ id }) => id === chosen);
  const found = statement && wordsFor(statement, review);
  if (!found) return null;
  const speakers = gazetteer.speakers.map(({ id, name, aliases }) => ({
    value: id,
    label: name,
    hint: aliases.join(', '),
  }));
  const whose = await autocomplete({
    message: 'Who said it? Type part of a name.',
    options: [
      ...speakers,
      { value: SOMEBODY, label: 'Somebody without an entry' },
      { value: NOBODY, label: 'Nobody: it is no statement' },
    ],
    // Both are there whatever is typed: a name that nobody has is somebody's without an entry.
    filter: (typed, { value, label = '', hint = '' }) =>
      value === SOMEBODY || value === NOBODY || `${label} ${hint}`.toLowerCase().includes(typed.toLowerCase()),
    maxItems: 10,
    ...streams,
  });
  if (isCancel(whose)) return null;
  let speaker: Correction['speaker'] = whose === NOBODY ? 'none' : { id: whose };
  if (whose === SOMEBODY) {
    const name = await text({
      message: 'Whose name?',
      validate: (typed) => ((typed ?? '').trim() === '' ? 'A name, as it is printed' : undefined),
      ...streams,
    });
    if (isCancel(name)) return null;
    speaker = { name: name.trim() };
  }
  const reason = await text({ message: 'Why? Readers are told. Empty: not said.', defaultValue: '', ...streams });
  if (isCancel(reason)) return null;
  return { ...found, speaker, saidOn: null, content: null, reason: reason.trim() || null, by: null };
}
