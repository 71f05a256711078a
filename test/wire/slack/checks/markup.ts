// Slack's own markup: https://docs.slack.dev/messaging/formatting-message-text (read November 2026). `&`, `<` and `>` stand for
// themselves only as entities; what is within `<…>` links, or rings for people.
import { type Breach, breach } from '../../breach.ts';
import { elementsOf, textsOf } from './walk.ts';

/** `<!channel>`, `<!subteam^S1>`, `<@U1>`, `<#C1>`, `<https://… | …>`, `<!date^…>`. */
const TOKEN = /<([^<>]*)>/gu;
const LINK = /^(?:https?:\/\/|mailto:)[^\s|]+(?:\|[^|]*)?$/u;
const CHANNEL = /^#C[A-Z0-9]+(?:\|[^|]*)?$/u;
const DATE = /^!date\^\d+\^[^|]+\|[^|]*$/u;
const PERSON = /^@[UW][A-Z0-9]+(?:\|[^|]*)?$/u;
const RINGING = /^!(?:channel|here|everyone|subteam\^)/u;

/**
 * What rings for people, and what stands unescaped in a text that Slack reads as markup.
 * @param mayMention texts that a test allows to mention somebody
 */
export function breachesOfMarkup(text: string, path: readonly PropertyKey[], mayMention: readonly RegExp[]): Breach[] {
  const allowed = mayMention.reduce((left, each) => left.replace(each, ''), text);
  const tokens = [...allowed.matchAll(TOKEN)].map(([, inside = '']) => inside);
  const known = (inside: string) => [LINK, CHANNEL, DATE, PERSON, RINGING].some((each) => each.test(inside));
  const rest = allowed.replace(TOKEN, (token, inside: string) => (known(inside) ? '' : token));
  return [
    ...tokens
      .filter((inside) => RINGING.test(inside) || PERSON.test(inside))
      .map((inside) => breach(path, `has <${inside}>, which rings for people`, false)),
    ...breachesOfEscaping(rest, path),
  ];
}

/** A `>` at the beginning of a line quotes. */
function breachesOfEscaping(text: string, path: readonly PropertyKey[]): Breach[] {
  const found = /<|(?<!^>{0,2})>|&(?!amp;|lt;|gt;)/mu.exec(text);
  if (found === null) return [];
  const around = text.slice(Math.max(0, found.index - 20), found.index + 20);
  return [breach(path, `has an unescaped "${found[0]}": …${around}…`, false)];
}

/** Of all texts and elements of blocks. */
export function breachesOfBlocks(
  blocks: unknown,
  path: readonly PropertyKey[],
  mayMention: readonly RegExp[],
): Breach[] {
  const texts = textsOf(blocks, path).flatMap((each) => {
    if (each.kind === 'mrkdwn') return breachesOfMarkup(each.text, each.path, mayMention);
    const ringing = each.kind === 'markdown' ? [...each.text.matchAll(TOKEN)] : [];
    return ringing
      .filter(([, inside = '']) => RINGING.test(inside) || PERSON.test(inside))
      .map(([token]) => breach(each.path, `has ${token}, which rings for people`, false));
  });
  const ringing = elementsOf(blocks)
    .filter(({ type }) => type === 'user' || type === 'usergroup' || type === 'broadcast')
    .map(({ type }) => breach(path, `has an element "${type}", which rings for people`, false));
  return [...texts, ...ringing];
}
