// Slack's own mark-up, for small print and for the text that stands in notifications: escaped once, here.

/** Text as it is to be read: "&", "<" and ">" begin mark-up. https://docs.slack.dev/messaging/formatting-message-text#escaping */
export function escapeText(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}

/** A link with words of its own. */
export function linkOf(words: string, url: string): string {
  const address = url.replace(/[<>|\s]/gu, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `<${address}|${escapeText(words).replace(/\|/gu, '¦')}>`;
}
