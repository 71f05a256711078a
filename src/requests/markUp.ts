// plainText(text): a request without the mark-up of Slack (mrkdwn) and Discord (markdown): mentions and emoji are dropped, links and
// channels keep their labels, marks of bold, code and quotes go. What only looks like mark-up stays: snake_case, 2*3, a < b.

/** Characters that take no room: they would part a word. The joiners of Persian and Arabic stay. */
const ZERO_WIDTH = /[\u00AD\u200B\u2060\uFEFF]/g;
const FENCE = /```(?:[a-z0-9+#-]+\n)?([^`]*(?:`{1,2}[^`]+)*)```/gi;
const CODE = /(?<![`\\])(`{1,2})(?!`)([^`\n]*[^`\s][^`\n]*)\1(?!`)/g;
/** `[label](https://…)`, `<https://…|label>`, `<mailto:…|label>`, `<!date^…|label>`, `<#C12|label>`. */
const MASKED_LINK = /\[([^[\]\n]+)\]\(<?(?:https?|mailto|tel):[^\s()<>]+>?\)/g;
const LABELLED = /<(?:(?:https?|mailto|tel):[^|<>]*|!date\^[^|<>]*|#[^|<>]*)\|([^<>|]*)>/g;
const LINK = /<((?:https?|mailto|tel):[^\s|<>]+)>/g;
/** Of people, groups, channels, everybody; at the start with the comma or colon behind it. */
const MENTION = /^\s*<[@!][^<>\n]{1,80}>\s*[,:]?|<(?:[@#][!&]?\w+|[@!][^<>\s][^<>\n]{0,80}|id:\w+)>/g;
const CUSTOM_EMOJI = /<a?:\w+:\d+>/g;
const TIME = /<t:(-?\d{1,11})(?::[a-zA-Z])?>/g;
const COMMAND = /<(\/[^<>:\n]{1,100}):\d+>/g;
const EMOJI = /(?<![\p{L}\p{N}:]):(?:[+-]1|[a-z0-9_+'-]*[a-z][a-z0-9_+'-]*):(?::skin-tone-\d:)?(?![\p{L}\p{N}])/gu;
const LINE_START = /^[ \t]*(?:(?:>|&gt;)+[ \t]?|-?#{1,3}[ \t]+(?=\S))/gm;
const SPOILER = /\|\|(?=\S)([^|]*[^\s|])\|\|/g;
/** Emphasis in the order in which it is taken off; single marks only where they stand around whole words. */
const EMPHASIS = [
  /(?<![\\\p{N}*])\*{2,3}(?=[^\s*])((?:[^*\n]|\*(?!\*))*[^\s*\\])\*{2,3}(?![\p{N}*])/gu,
  /(?<![\\\p{L}\p{N}_])_{2,3}(?=[^\s_])([^\n]*?[^\s_\\])_{2,3}(?![\p{L}\p{N}_])/gu,
  /(?<![\\~])~~(?=[^\s~])([^~\n]*[^\s~\\])~~(?!~)/gu,
  /(?<![\\\p{L}\p{N}*])\*(?=[^\s*])([^*\n]*[^\s*\\])\*(?![\p{L}\p{N}*])/gu,
  /(?<![\\\p{L}\p{N}_])_(?=[^\s_])([^\n]*?[^\s_\\])_(?![\p{L}\p{N}_])/gu,
  /(?<![\\\p{L}\p{N}~])~(?=[^\s~])([^~\n]*[^\s~\\])~(?![\p{L}\p{N}~])/gu,
];
const ESCAPED = /\\([\\*_~`|>#<:[\]()])/g;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
const DAY_MS = 86_400_000;
/** The last day that has four digits for its year. */
const LAST_DAY = 2_932_896;

/**
 * The words of a message. `&amp;`, `&lt;` and `&gt;` are decoded once, last of all, so that what they hold is never read as mark-up.
 *
 * @example plainText('<@U024BE7LH> who said *no missiles* &amp; ships') // ' who said no missiles & ships'
 */
export function plainText(text: string): string {
  const unlinked = text
    .replace(ZERO_WIDTH, '')
    .replace(FENCE, ' $1 ')
    .replace(CODE, '$2')
    .replace(MASKED_LINK, '$1')
    .replace(LABELLED, (_, label: string) => label.trim() || ' ')
    .replace(LINK, '$1')
    .replace(TIME, (_, seconds: string) => dayOf(Number(seconds)))
    .replace(COMMAND, '$1')
    .replace(CUSTOM_EMOJI, ' ')
    .replace(MENTION, ' ')
    .replace(LINE_START, '')
    .replace(EMOJI, ' ');
  return withoutEmphasis(unlinked)
    .replace(ESCAPED, '$1')
    .replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** Marks may stand within marks: each round takes one layer off, so it ends. */
function withoutEmphasis(text: string): string {
  let [before, after] = ['', text];
  while (after !== before) {
    before = after;
    after = EMPHASIS.reduce((plain, marks) => plain.replace(marks, '$1'), after.replace(SPOILER, '$1'));
  }
  return after;
}

/** `<t:1770681600:D>`: the day in UTC, because the reader's zone is not known here. */
function dayOf(seconds: number): string {
  const day = Math.floor((seconds * 1000) / DAY_MS);
  return day >= 0 && day <= LAST_DAY ? new Date(day * DAY_MS).toISOString().slice(0, 10) : ' ';
}
