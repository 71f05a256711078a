// speakers.yaml and terms.yaml to Speakers and TermGroups. Beyond their shape this checks what would make an
// attribution ambiguous: ids and names used twice, a role that ends before it begins, somebody who speaks for nobody.
import type * as z from 'zod/mini';
import type { Speaker, TermGroup } from '../domain.ts';
import type { Fault } from '../errors.ts';
import { faultsOfSchema } from './faults.ts';
import { readText } from './files.ts';
import { type LineOf, readYaml } from './readYaml.ts';
import { speakerSchema, speakersSchema, termsSchema } from './schema.ts';

/** Reads `speakers.yaml`. */
export async function readSpeakers(path: string): Promise<{ speakers: Speaker[] } | { faults: Fault[] }> {
  const read = await readText(path);
  if ('faults' in read) return read;
  const file = readYaml(path, read.text, { schema: speakersSchema, firstLine: 1 });
  if ('faults' in file) return file;
  const faults: Fault[] = [];
  // Places in the file stay, so that a fault names the right entry also where an entry before it is faulty.
  const entries = file.value.map((entry, position) => {
    const result = speakerSchema.safeParse(entry, { reportInput: true });
    if (result.success) return toSpeaker(result.data);
    faults.push(
      ...faultsOfSchema(path, result.error, file.lineOf, { path: [position], name: [nameOf(entry, position)] }),
    );
    return null;
  });
  faults.push(...crossCheck(path, entries, file.lineOf));
  return faults.length > 0 ? { faults } : { speakers: entries.filter((entry) => entry !== null) };
}

/** What faults call an entry: its id, by which a person finds it; its position, from 0, where it has none. */
function nameOf(entry: unknown, position: number): string | number {
  const id: unknown = typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : undefined;
  return typeof id === 'string' && /^[\w-]+$/u.test(id) ? id : position;
}

function toSpeaker(entry: z.output<typeof speakerSchema>): Speaker {
  const orNull = <Value>(value: Value | undefined): Value | null => value ?? null;
  return {
    ...entry,
    spellings: Object.entries(entry.spellings).map(([word, variants]) => ({ word, variants })),
    speaksFor: orNull(entry.speaksFor),
    roles: entry.roles.map((role) => ({
      ...role,
      from: orNull(role.from),
      to: orNull(role.to),
      speaksFor: orNull(role.speaksFor),
    })),
  };
}

/** Reads `terms.yaml`. */
export async function readTerms(path: string): Promise<{ terms: TermGroup[] } | { faults: Fault[] }> {
  const read = await readText(path);
  if ('faults' in read) return read;
  const file = readYaml(path, read.text, { schema: termsSchema, firstLine: 1 });
  return 'faults' in file ? file : { terms: file.value.map((words) => ({ words })) };
}

/** `speakers[i]` is entry i of the file; null: it has faults of its own and is only left out of the comparison. */
function crossCheck(file: string, speakers: readonly (Speaker | null)[], lineOf: LineOf): Fault[] {
  const faults: Fault[] = [];
  // An id that a faulty entry may have is not reported as missing.
  const hasFaulty = speakers.includes(null);
  const ids = new Set(speakers.map((speaker) => speaker?.id));
  const seenIds = new Set<string>();
  const owners = new Map<string, string>();
  const add = (path: readonly PropertyKey[], reason: string): void => {
    const line = lineOf(path);
    const [index, ...rest] = path;
    const field = [nameOf(speakers[Number(index)], Number(index)), ...rest].map(String).join('.');
    faults.push(line === undefined ? { file, field, reason } : { file, field, reason, line });
  };
  speakers.forEach((speaker, index) => {
    if (speaker === null) return;
    if (seenIds.has(speaker.id)) add([index, 'id'], `"${speaker.id}" is used twice: ids must differ`);
    seenIds.add(speaker.id);
    [speaker.name, ...speaker.aliases].forEach((name, position) => {
      const key = name.toLowerCase();
      const owner = owners.get(key);
      const path = position === 0 ? [index, 'name'] : [index, 'aliases', position - 1];
      if (owner !== undefined && owner !== speaker.id)
        add(path, `"${name}" already names ${owner}: keep it in one entry`);
      owners.set(key, speaker.id);
    });
    speaker.spellings.forEach(({ word }) => {
      const words = [speaker.name, ...speaker.aliases].flatMap((name) => name.split(/\s+/));
      if (!words.includes(word)) add([index, 'spellings', word], `"${word}" is no word of the name or an alias`);
    });
    checkSide([index, 'speaksFor'], speaker.speaksFor);
    speaker.roles.forEach((role, position) => {
      checkSide([index, 'roles', position, 'speaksFor'], role.speaksFor);
      if (role.from !== null && role.to !== null && role.from > role.to) {
        add(
          [index, 'roles', position, 'to'],
          `${role.to} lies before ${role.from}: the last day can't precede the first`,
        );
      }
    });

    function checkSide(path: readonly PropertyKey[], side: string | null): void {
      if (side !== null && !ids.has(side) && !hasFaulty)
        add(path, `no speaker has the id "${side}": add one or correct it`);
      if (side === speaker?.id) add(path, 'nobody speaks for oneself: name the government or body, or remove it');
    }
  });
  return faults;
}
