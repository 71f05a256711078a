// Puts what zod and the YAML parser object to into the words of a Fault: which file, which field, what to do.
import { type Document, isNode, type LineCounter, type Node, type YAMLError } from 'yaml';
import type * as z from 'zod/mini';
import type { Fault } from '../errors.ts';

/** Fields whose rule needs more words than zod has. Keys are the last word of the field's path. */
const WANTED: Readonly<Record<string, string>> = {
  url: 'an address that begins with https:// or http://',
  publishedOn: 'a day of the calendar written YYYY-MM-DD',
  updatedOn: 'a day of the calendar written YYYY-MM-DD',
  retrievedOn: 'a day of the calendar written YYYY-MM-DD',
  from: 'a day of the calendar written YYYY-MM-DD',
  to: 'a day of the calendar written YYYY-MM-DD',
  language: 'a language code such as en, fa or zh-CN',
  id: 'lower-case words joined by hyphens, such as abbas-araghchi',
  speaksFor: 'the id of another speaker in this file',
  address: 'an address that begins with https:// or http://',
  every: 'a whole number of minutes from 5 to 1440',
  passage: 'the number of a paragraph, such as 3, or of a caption, such as c1',
  speaker: 'the id of an entry of speakers.yaml, such as abbas-araghchi',
  nobody: 'true, which alone it can say: leave it out otherwise',
  saidOn: 'a day of the calendar written YYYY-MM-DD, or two such days as { from: …, to: … }',
  on: 'a day of the calendar written YYYY-MM-DD',
};

/** Where in the file a value stands that was parsed by itself: its path, and the path as readers are told it. */
export interface Above {
  readonly path: readonly PropertyKey[];
  readonly name: readonly PropertyKey[];
}

/** Every objection of zod as a Fault, in the order of the file; `lineOf` may know the line of a path, `above` leads to what was parsed. */
export function faultsOfSchema(
  file: string,
  error: z.core.$ZodError,
  lineOf: (path: readonly PropertyKey[]) => number | undefined,
  above: Above = { path: [], name: [] },
): Fault[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        const own = [...issue.path, key];
        const line = lineOf([...above.path, ...own]);
        const reason = 'is no key that this file can have: correct its spelling or remove it';
        return fault(file, [...above.name, ...own], reason, line);
      });
    }
    return [fault(file, [...above.name, ...issue.path], reasonOf(issue), lineOf([...above.path, ...issue.path]))];
  });
}

function reasonOf(issue: z.core.$ZodIssue): string {
  const last = issue.path.at(-1);
  const wanted = typeof last === 'string' ? WANTED[last] : undefined;
  if (issue.code === 'too_big') {
    const length = typeof issue.input === 'string' ? `has ${issue.input.length} characters: ` : '';
    return `${length}give at most ${issue.maximum}`;
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return wanted === undefined ? 'is missing' : `is missing: give ${wanted}`;
  }
  if (issue.code === 'invalid_value' && issue.input === undefined) {
    return `is missing: one of ${issue.values.join(', ')}`;
  }
  const given = issue.input === undefined ? '' : ` ${JSON.stringify(issue.input)}`;
  if (issue.code === 'invalid_value') return `${given.trim()} is not one of ${issue.values.join(', ')}`;
  if (wanted !== undefined) return `${given.trim()} is not ${wanted}`;
  if (issue.code === 'invalid_type') {
    return `must be ${SHAPES[issue.expected] ?? issue.expected}, not${given}`;
  }
  if (issue.code === 'too_small')
    return `needs at least ${issue.minimum} ${Number(issue.minimum) === 1 ? 'entry' : 'entries'}`;
  return issue.message;
}

/** What YAML writes for each type. */
const SHAPES: Readonly<Record<string, string>> = {
  string: 'text (put it in quotation marks)',
  array: 'a list ([one, two], or lines that begin with "- ")',
  object: 'a group of "key: value" lines',
  record: 'a group of "key: value" lines',
};

function fault(file: string, path: readonly PropertyKey[], reason: string, line: number | undefined): Fault {
  const field = path.map(String).join('.');
  return line === undefined ? { file, field, reason } : { file, field, reason, line };
}

/** The YAML parser's objections as Faults; `firstLine` is the 1-based line of the file where the YAML begins. */
export function faultsOfYaml(file: string, errors: readonly YAMLError[], firstLine: number): Fault[] {
  return errors.map((error) => {
    const line = (error.linePos?.[0].line ?? 1) + firstLine - 1;
    const [reason = error.message] = error.message.split(/ at line \d+/);
    return { file, field: '', reason: `is not valid YAML: ${reason}`, line };
  });
}

/** The 1-based line of the deepest part of `path` that the document has. */
export function lineIn(
  document: Document,
  counter: LineCounter,
  path: readonly PropertyKey[],
  firstLine: number,
): number | undefined {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node: unknown = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (isNode(node)) {
      const range = (node as Node).range;
      if (range) return counter.linePos(range[0]).line + firstLine - 1;
    }
  }
  return undefined;
}
