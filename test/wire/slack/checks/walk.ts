// Every text within blocks or views, as it was sent: before or after their shapes are known to be right.

export interface PlacedText {
  readonly text: string;
  /** How Slack reads it: with its own markup, as Markdown, or as it stands. */
  readonly kind: 'mrkdwn' | 'markdown' | 'plain';
  readonly path: readonly PropertyKey[];
}

/** What is shown to a reader; values, ids and addresses are not. */
export function textsOf(value: unknown, path: readonly PropertyKey[]): PlacedText[] {
  if (Array.isArray(value)) return value.flatMap((each: unknown, position) => textsOf(each, [...path, position]));
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Record<string, unknown>;
  const { type, text } = record;
  const own = typeof text === 'string' ? [{ text, kind: kindOf(type), path: [...path, 'text'] }] : [];
  return [...own, ...Object.entries(record).flatMap(([key, each]) => textsOf(each, [...path, key]))];
}

function kindOf(type: unknown): PlacedText['kind'] {
  return type === 'mrkdwn' || type === 'markdown' ? type : 'plain';
}

/** Everything with a `type`, from above. */
export function elementsOf(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(elementsOf);
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Record<string, unknown>;
  return [...(typeof record['type'] === 'string' ? [record] : []), ...Object.values(record).flatMap(elementsOf)];
}
