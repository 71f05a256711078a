// What is wrong with a body, with the path of the field: "embeds[0].fields[2].value".
import type { z } from 'zod';

export interface Breach {
  /** Empty for the body as a whole. */
  readonly path: string;
  readonly reason: string;
  /** false: the platform takes it, but this project has promised not to send it. */
  readonly isRefused: boolean;
}

/** @example breach(['embeds', 0, 'url'], 'must be http or https') */
export function breach(path: readonly PropertyKey[], reason: string, isRefused = true): Breach {
  return { path: pathOf(path), reason, isRefused };
}

/** Every breach of a shape, in the order of zod; unknown fields are named one by one. */
export function breachesOf(shape: z.ZodType, value: unknown, at: readonly PropertyKey[] = []): Breach[] {
  const { error } = shape.safeParse(value);
  return (error?.issues ?? []).flatMap((issue) => {
    const path = [...at, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => breach([...path, key], 'is no field that is known here'));
    }
    return breach(path, issue.message);
  });
}

function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((key, position) => (typeof key === 'number' ? `[${key}]` : `${position === 0 ? '' : '.'}${String(key)}`))
    .join('');
}
