// What somebody sees of a message or a view on Slack.
type Shown = { readonly blocks: readonly unknown[] } | { readonly body: Readonly<Record<string, unknown>> };

function blocksOf(shown: Shown): readonly unknown[] {
  return 'blocks' in shown ? shown.blocks : (shown.body['blocks'] as readonly unknown[]);
}

/** Its words from top to bottom, without mark-up. */
export function textOf(shown: Shown): string {
  return blocksOf(shown)
    .map((block) => wordsIn(block))
    .join('\n');
}

/** Its buttons, in order. */
export function labelsOf(shown: Shown): string[] {
  return blocksOf(shown).flatMap((block) => {
    const { type, elements } = block as { type: string; elements?: readonly { text: { text: string } }[] };
    return type === 'actions' ? (elements ?? []).map(({ text }) => text.text) : [];
  });
}

function wordsIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsIn).join('');
  if (typeof value !== 'object' || value === null) return '';
  const { type, text, elements, label, element } = value as Record<string, unknown>;
  if (type === 'actions' || type === 'context_actions') return '';
  if (typeof text === 'string') return type === 'mrkdwn' ? plain(text) : text;
  const end = /^rich_text_(?:quote|section)$/u.test(String(type)) ? '\n' : '';
  return `${wordsIn(text)}${wordsIn(label)}${wordsIn(element)}${wordsIn(elements)}${end}`;
}

function plain(text: string): string {
  return text
    .replace(/<([^<>|]+)\|([^<>]*)>/gu, '$2')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&amp;/gu, '&');
}
