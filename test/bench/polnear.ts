// Reads texts and annotations in brat's stand-off format (Source, Cue and Content spans by code point; E lines join them), as
// the Political News Attribution Relations Corpus has them. The data stays where it is: its folder is an argument.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Attribution {
  readonly source: readonly (readonly [number, number])[];
  readonly cue: readonly (readonly [number, number])[];
  readonly content: readonly (readonly [number, number])[];
}

export interface AnnotatedText {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly Attribution[];
}

/** Texts of `<dir>/text` with the annotations of the first annotator of each, in the order of their names. */
export function readAnnotated(dir: string): AnnotatedText[] {
  const annotations = new Map<string, string>();
  for (const file of readdirSync(join(dir, 'attributions')).sort()) {
    const id = /^(.*)_[^_]+\.ann$/.exec(file)?.[1];
    if (id !== undefined && !annotations.has(id)) annotations.set(id, file);
  }
  return [...annotations].map(([id, file]) => {
    const text = readFileSync(join(dir, 'text', `${id}.txt`), 'utf8');
    return { id, text, attributions: parse(readFileSync(join(dir, 'attributions', file), 'utf8'), text) };
  });
}

function parse(annotation: string, text: string): Attribution[] {
  const toUnit = unitOf(text);
  const spans = new Map<string, [number, number][]>();
  const found: Attribution[] = [];
  for (const line of annotation.split('\n')) {
    const entity = /^(T\d+)\t\S+ ([\d ;]+)\t/.exec(line);
    if (entity) {
      const parts = (entity[2] ?? '').split(';').map((part) =>
        part
          .trim()
          .split(' ')
          .map((offset) => toUnit(Number(offset))),
      );
      spans.set(
        entity[1] ?? '',
        parts.map(([start = 0, end = 0]) => [start, end]),
      );
      continue;
    }
    const event = /^E\d+\tAttribution\S*(.*)$/.exec(line);
    if (!event) continue;
    const roles: Record<'Source' | 'Cue' | 'Content', [number, number][]> = { Source: [], Cue: [], Content: [] };
    for (const [, role, id] of (event[1] ?? '').matchAll(/(Source|Cue|Content)\d*:(T\d+)/g)) {
      roles[role as keyof typeof roles].push(...(spans.get(id ?? '') ?? []));
    }
    for (const list of Object.values(roles)) list.sort((a, b) => a[0] - b[0]);
    if (roles.Content.length > 0) found.push({ source: roles.Source, cue: roles.Cue, content: roles.Content });
  }
  return found;
}

/** Code points to UTF-16 units. */
function unitOf(text: string): (point: number) => number {
  if (!/[\uD800-\uDFFF]/.test(text)) return (point) => point;
  const units: number[] = [];
  let unit = 0;
  for (const character of text) {
    units.push(unit);
    unit += character.length;
  }
  units.push(unit);
  return (point) => units[Math.min(point, units.length - 1)] ?? unit;
}
