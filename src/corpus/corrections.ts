// <id>.corrections.yaml beside <id>.md to Corrections. Beyond the shape of its entries this checks what they would leave open: who it was where
// two are given, what is corrected where nothing is, a last day before the first.
import type * as z from 'zod/mini';
import type { Correction, Speaker } from '../domain.ts';
import type { Fault } from '../errors.ts';
import { faultsOfSchema } from './faults.ts';
import { readText } from './files.ts';
import { type LineOf, readYaml } from './readYaml.ts';
import { correctionSchema, correctionsSchema } from './schema.ts';

export interface CorrectionsFile {
  readonly path: string;
  /** In the order of the file. */
  readonly corrections: readonly Correction[];
  readonly lineOf: LineOf;
}

const ENDING = '.corrections.yaml';

/** "…/a.md" gives "…/a.corrections.yaml". */
export function correctionsPathOf(articlePath: string): string {
  return `${articlePath.slice(0, -'.md'.length)}${ENDING}`;
}

/** "…/a.corrections.yaml" gives "…/a.md"; null: the name is not that of a corrections file. */
export function articlePathOf(path: string): string | null {
  return path.endsWith(ENDING) ? `${path.slice(0, -ENDING.length)}.md` : null;
}

/** Every fault of the file, or what stands in it. Whether speakers are known is asked of faultsOfSpeakers. */
export async function readCorrections(path: string): Promise<CorrectionsFile | { readonly faults: readonly Fault[] }> {
  const read = await readText(path);
  if ('faults' in read) return read;
  return parseCorrections(path, read.text);
}

/** The same of a text that is there already. */
export function parseCorrections(path: string, text: string): CorrectionsFile | { readonly faults: readonly Fault[] } {
  // A file whose entries were all taken away, its comments left.
  const isEmpty = /^(?:\s*(?:#.*)?(?:\n|$))*$/u.test(text);
  const file = readYaml(path, isEmpty ? '[]' : text, { schema: correctionsSchema, firstLine: 1 });
  if ('faults' in file) return file;
  const faults: Fault[] = [];
  const corrections = file.value.flatMap((entry, position) => {
    const result = correctionSchema.safeParse(entry, { reportInput: true });
    if (!result.success) {
      faults.push(...faultsOfSchema(path, result.error, file.lineOf, { path: [position], name: [position] }));
      return [];
    }
    for (const { field, reason } of contradictionsIn(result.data))
      faults.push(faultAt({ path, lineOf: file.lineOf }, [position, ...(field === '' ? [] : [field])], reason));
    return [toCorrection(result.data)];
  });
  return faults.length > 0 ? { faults } : { path, corrections, lineOf: file.lineOf };
}

/** Speakers that no entry of `speakers.yaml` is. */
export function faultsOfSpeakers(file: CorrectionsFile, speakers: readonly Pick<Speaker, 'id'>[]): Fault[] {
  const ids = new Set(speakers.map(({ id }) => id));
  return file.corrections.flatMap(({ speaker }, position) => {
    if (speaker === null || speaker === 'none' || !('id' in speaker) || ids.has(speaker.id)) return [];
    const reason = `no speaker has the id "${speaker.id}": add one to speakers.yaml, correct it, or give a name`;
    return [faultAt(file, [position, 'speaker'], reason)];
  });
}

/** A fault at a path of a corrections file. */
export function faultAt(
  { path: file, lineOf }: Pick<CorrectionsFile, 'path' | 'lineOf'>,
  path: readonly PropertyKey[],
  reason: string,
): Fault {
  const line = lineOf(path);
  const field = path.map(String).join('.');
  return line === undefined ? { file, field, reason } : { file, field, reason, line };
}

type Entry = z.output<typeof correctionSchema>;

function contradictionsIn(entry: Entry): { readonly field: string; readonly reason: string }[] {
  const { speaker, name, nobody, saidOn, content } = entry;
  const whose = Object.entries({ speaker, name, nobody }).flatMap(([key, value]) => (value === undefined ? [] : [key]));
  const [, second] = whose;
  if (second !== undefined)
    return [{ field: second, reason: `contradicts ${whose[0]}: give one of speaker, name and nobody` }];
  if (nobody === true && (saidOn !== undefined || content !== undefined)) {
    const field = saidOn === undefined ? 'content' : 'saidOn';
    return [{ field, reason: 'can’t be of what nobody said: remove it, or nobody' }];
  }
  if (whose.length === 0 && saidOn === undefined && content === undefined)
    return [{ field: '', reason: 'corrects nothing: give speaker, name, nobody: true, saidOn or content' }];
  if (typeof saidOn === 'object' && saidOn.from > saidOn.to)
    return [
      { field: 'saidOn', reason: `${saidOn.to} lies before ${saidOn.from}: the last day can't precede the first` },
    ];
  return [];
}

function toCorrection({ passage, words, speaker, name, nobody, saidOn, content, by, on, reason }: Entry): Correction {
  return {
    passage: String(passage),
    words,
    speaker: nobody ? 'none' : speaker !== undefined ? { id: speaker } : name !== undefined ? { name } : null,
    saidOn: saidOn === undefined ? null : typeof saidOn === 'string' ? { from: saidOn, to: saidOn } : saidOn,
    content: content ?? null,
    by: by ?? null,
    on: on ?? null,
    reason: reason ?? null,
  };
}
