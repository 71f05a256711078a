// YAML text plus a zod schema to a checked value, with every fault placed on its line.
import { LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod/mini';
import type { Fault } from '../errors.ts';
import { faultsOfSchema, faultsOfYaml, lineIn } from './faults.ts';

/** `firstLine`: 1-based line of the file on which `yaml` begins (front matter begins on line 2). */
export function readYaml<Schema extends z.ZodMiniType>(
  file: string,
  yaml: string,
  options: { readonly schema: Schema; readonly firstLine: number },
): { value: z.output<Schema>; lineOf: LineOf } | { faults: Fault[] } {
  const counter = new LineCounter();
  // The core schema of YAML 1.2 keeps 2026-02-12 as text, which is what the schemas want.
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: true });
  if (document.errors.length > 0) return { faults: faultsOfYaml(file, document.errors, options.firstLine) };
  const lineOf: LineOf = (path) => lineIn(document, counter, path, options.firstLine);
  let given: unknown;
  try {
    given = document.toJS();
  } catch (cause) {
    // An alias (`title: *word`) without its anchor, or aliases that multiply without end.
    const reason = `is not valid YAML: ${cause instanceof Error ? cause.message : String(cause)}`;
    return { faults: [{ file, field: '', reason, line: options.firstLine }] };
  }
  const result = options.schema.safeParse(given, { reportInput: true });
  return result.success ? { value: result.data, lineOf } : { faults: faultsOfSchema(file, result.error, lineOf) };
}

/** The line of a path such as `['roles', 0, 'from']`, or of the nearest part of it that the file has. */
export type LineOf = (path: readonly PropertyKey[]) => number | undefined;
