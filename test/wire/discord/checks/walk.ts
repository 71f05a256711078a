// Goes through components and whatever they hold, as they were sent: before or after their shapes are known to be right.

export interface Placed {
  readonly component: Readonly<Record<string, unknown>>;
  readonly path: readonly PropertyKey[];
}

/** Each component with its path, from above, those within others too. */
export function walk(components: unknown, path: readonly PropertyKey[] = ['components']): Placed[] {
  if (!Array.isArray(components)) return [];
  return components.flatMap((component: unknown, position) => placed(component, [...path, position]));
}

function placed(component: unknown, path: readonly PropertyKey[]): Placed[] {
  if (typeof component !== 'object' || component === null) return [];
  const record = component as Record<string, unknown>;
  return [
    { component: record, path },
    ...walk(record['components'], [...path, 'components']),
    ...placed(record['accessory'], [...path, 'accessory']),
    ...placed(record['component'], [...path, 'component']),
  ];
}
