// Messages and views: what must be told, with the path of the field, and as much that must not.
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { breachesOf } from '../../breach.ts';
import { breachesOfContent, content } from './messages.ts';
import { homeView, modalView } from './views.ts';

const message = z.strictObject(content);

function pathsOf(body: object): string[] {
  const whole = { text: 'x', ...body };
  return [...breachesOf(message, whole), ...breachesOfContent(whole, [])].map(({ path }) => path);
}

const text = (length: number) => 'x'.repeat(length);
const plain = (words: string) => ({ type: 'plain_text', text: words });
const mrkdwn = (words: string) => ({ type: 'mrkdwn', text: words });
const section = (fields: object = {}) => ({ type: 'section', text: mrkdwn('x'), ...fields });
const button = (fields: object = {}) => ({ type: 'button', text: plain('More'), action_id: 'more', ...fields });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const verdict = (words: string) => ({ text: plain(words), value: words });
const feedback = (fields: object = {}) => ({
  type: 'feedback_buttons',
  action_id: 'feedback',
  positive_button: verdict('Right'),
  negative_button: verdict('Wrong'),
  ...fields,
});
const option = (words: string) => ({ text: plain(words), value: words });
const select = (fields: object = {}) => ({ type: 'static_select', options: [option('One')], ...fields });
const times = <T>(count: number, make: (number: number) => T) => Array.from({ length: count }, (_, at) => make(at));
const chart = (fields: object = {}) => ({
  type: 'data_visualization',
  title: 'Days',
  chart: {
    type: 'bar',
    series: [{ name: 'Statements', data: [{ label: 'Mon', value: 1 }] }],
    axis_config: { categories: ['Mon'] },
    ...fields,
  },
});

describe('blocks are refused', () => {
  test.each<[string, object[], string]>([
    ['51 of them', times(51, () => ({ type: 'divider' })), 'blocks'],
    ['of an unknown type', [{ type: 'marquee' }], 'blocks[0].type'],
    ['with a field that is not documented', [{ type: 'divider', colour: 'red' }], 'blocks[0].colour'],
    ['with the same block_id', times(2, () => ({ type: 'divider', block_id: 'a' })), 'blocks'],
    ['with a block_id of 256 characters', [{ type: 'divider', block_id: text(256) }], 'blocks[0].block_id'],
    ['a section of 3,001 characters', [section({ text: mrkdwn(text(3_001)) })], 'blocks[0].text.text'],
    ['an empty section', [section({ text: mrkdwn('') })], 'blocks[0].text.text'],
    ['a section without text', [{ type: 'section' }], 'blocks[0]'],
    ['eleven fields', [section({ fields: times(11, () => plain('x')) })], 'blocks[0].fields'],
    ['a field of 2,001 characters', [section({ fields: [plain(text(2_001))] })], 'blocks[0].fields[0].text'],
    ['a header with markup', [{ type: 'header', text: mrkdwn('x') }], 'blocks[0].text.type'],
    ['a header of 151 characters', [{ type: 'header', text: plain(text(151)) }], 'blocks[0].text.text'],
    ['eleven elements of context', [{ type: 'context', elements: times(11, () => plain('x')) }], 'blocks[0].elements'],
    ['an image without alt_text', [{ type: 'image', image_url: 'https://example.org/a.png' }], 'blocks[0].alt_text'],
    ['26 buttons', [actions(...times(26, (at) => button({ action_id: `${at}` })))], 'blocks[0].elements'],
    ['two buttons with one action_id', [actions(button(), button())], 'blocks[0].elements'],
    ['a button of 76 characters', [actions(button({ text: plain(text(76)) }))], 'blocks[0].elements[0].text.text'],
    ['a value of 2,001 characters', [actions(button({ value: text(2_001) }))], 'blocks[0].elements[0].value'],
    ['an action_id of 256 characters', [actions(button({ action_id: text(256) }))], 'blocks[0].elements[0].action_id'],
    ['an address that is none', [actions(button({ url: 'example' }))], 'blocks[0].elements[0].url'],
    ['feedback beside buttons', [actions(feedback())], 'blocks[0].elements[0].type'],
    [
      'feedback without its other half',
      [{ type: 'context_actions', elements: [feedback({ negative_button: undefined })] }],
      'blocks[0].elements[0].negative_button',
    ],
    [
      'six elements of feedback',
      [{ type: 'context_actions', elements: times(6, (at) => feedback({ action_id: `${at}` })) }],
      'blocks[0].elements',
    ],
    [
      '101 options',
      [actions(select({ options: times(101, (at) => option(`${at}`)) }))],
      'blocks[0].elements[0].options',
    ],
    ['a menu without options', [actions({ type: 'static_select' })], 'blocks[0].elements[0]'],
    ['a table with rows of two lengths', [{ type: 'table', rows: [[cell()], [cell(), cell()]] }], 'blocks[0].rows'],
    ['a chart with a point too many', [chart({ axis_config: { categories: ['Mon', 'Tue'] } })], 'blocks[0].chart'],
    ['two tables', times(2, () => ({ type: 'table', rows: [[cell()]] })), 'blocks'],
  ])('%s', (_, blocks, path) => {
    expect(pathsOf({ blocks })).toEqual([path]);
  });

  test('12,001 characters of Markdown over two blocks, which is too much in all, too', () => {
    const blocks = [text(6_000), text(6_001)].map((words) => ({ type: 'markdown', text: words }));
    expect(pathsOf({ blocks })).toEqual(['blocks', 'blocks']);
  });
});

function cell() {
  return { type: 'raw_text', text: 'x' };
}

describe('what this project has promised not to send is told', () => {
  test.each<[string, object, string]>([
    ['no text', { text: ' ', blocks: [section()] }, 'text'],
    ['text of 4,001 characters', { text: text(4_001) }, 'text'],
    [
      '10,001 characters over all blocks',
      { blocks: times(10, () => section({ text: mrkdwn(text(1_001)) })) },
      'blocks',
    ],
    ['<!channel>', { text: '<!channel>' }, 'text'],
    ['<!here|here>', { text: '<!here|here>' }, 'text'],
    ['<!subteam^S1>', { text: '<!subteam^S1>' }, 'text'],
    ['a mention in a block', { blocks: [section({ text: mrkdwn('<@U1>') })] }, 'blocks[0].text.text'],
    ['a mention in Markdown', { blocks: [{ type: 'markdown', text: '<!everyone>' }] }, 'blocks[0].text'],
    ['an ampersand', { text: 'this & that' }, 'text'],
    ['an entity that Slack does not know', { text: '&nbsp;' }, 'text'],
    ['a bracket', { text: '1 < 2' }, 'text'],
    ['the other bracket', { text: '2 > 1' }, 'text'],
    ['what is no link', { text: '<b>' }, 'text'],
    ['names that become mentions', { link_names: true }, 'link_names'],
    ['a person in rich text', { blocks: [richText({ type: 'user', user_id: 'U1' })] }, 'blocks'],
  ])('%s', (_, body, path) => {
    expect(pathsOf(body)).toEqual([path]);
  });
});

function richText(...elements: object[]) {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

describe('nothing is told of', () => {
  test.each<[string, object]>([
    ['text alone', { text: text(4_000) }],
    [
      'entities, links and dates',
      { text: '&lt;!channel&gt; &amp; <https://example.org?a=1&amp;b=2|link> <!date^1^{date}|then>' },
    ],
    ['a link with an ampersand', { text: '<https://example.org?a=1&b=2>' }],
    ['a channel', { text: '<#C0000000001>' }],
    ['quoted lines', { text: '> said\n>>> and said' }],
    ['brackets in plain text', { blocks: [section({ text: plain('1 < 2 & <!channel>') })] }],
    ['fifty blocks', { blocks: times(50, () => ({ type: 'divider' })) }],
    [
      'buttons, a menu, feedback',
      { blocks: [actions(button(), select()), { type: 'context_actions', elements: [feedback()] }] },
    ],
    [
      'a table and a chart',
      { blocks: [{ type: 'table', rows: [[cell(), richText({ type: 'text', text: 'x' })]] }, chart()] },
    ],
    [
      'rich text',
      {
        blocks: [richText({ type: 'text', text: 'x', style: { bold: true } }, { type: 'link', url: 'https://a.org' })],
      },
    ],
    ['metadata', { metadata: { event_type: 'digest', event_payload: { key: 'x' } } }],
  ])('%s', (_, body) => {
    expect(pathsOf(body)).toEqual([]);
  });
});

describe('views', () => {
  const modal = { type: 'modal', title: plain('Ask'), blocks: [] };
  const input = { type: 'input', label: plain('Words'), element: { type: 'plain_text_input' } };

  test.each<[string, object, string]>([
    ['a title of 25 characters', { ...modal, title: plain(text(25)) }, 'title.text'],
    ['101 blocks', { ...modal, blocks: times(101, () => ({ type: 'divider' })) }, 'blocks'],
    ['an input without "submit"', { ...modal, blocks: [input] }, ''],
    ['a submit of 25 characters', { ...modal, submit: plain(text(25)) }, 'submit.text'],
    ['a callback_id of 256 characters', { ...modal, callback_id: text(256) }, 'callback_id'],
    ['metadata of 3,001 characters', { ...modal, private_metadata: text(3_001) }, 'private_metadata'],
    ['a table', { ...modal, blocks: [{ type: 'table', rows: [[cell()]] }] }, 'blocks[0].type'],
    [
      'a placeholder of 151 characters',
      {
        ...modal,
        submit: plain('Ask'),
        blocks: [{ ...input, element: { ...input.element, placeholder: plain(text(151)) } }],
      },
      'blocks[0].element.placeholder.text',
    ],
  ])('with %s are refused', (_, view, path) => {
    expect(breachesOf(modalView, view).map((each) => each.path)).toEqual([path]);
  });

  test('that are right are not', () => {
    expect(breachesOf(modalView, { ...modal, submit: plain('Ask'), blocks: [input] })).toEqual([]);
    expect(breachesOf(homeView, { type: 'home', blocks: times(100, () => ({ type: 'divider' })) })).toEqual([]);
  });
});
