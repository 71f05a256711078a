// Slack's own mark-up, in the text that stands in notifications: escaped once, here.

/** Text as it is to be read: "&", "<" and ">" begin mark-up. https://docs.slack.dev/messaging/formatting-message-text#escaping */
export function escapeText(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}
