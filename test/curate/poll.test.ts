// What `corpus poll` writes while it looks: which page or feed, and why.
import { expect, test } from 'vitest';
import { lineOf } from '../../src/curate/poll.ts';
import { IntakeError } from '../../src/errors.ts';

const feed = 'https://harbour.example/world.rss';
const address = 'https://harbour.example/1';
const cause = new IntakeError('status', 'harbour.example has no such page (404).', { status: 404 });

test.each([
  ['a page with its reason', { feed, address, cause }, `x: ${address}: ${cause.message}`],
  ['a page that went well', { feed, address }, `x: ${address}`],
  ['a feed without its reason, which is told behind its address', { feed, cause }, `x: ${feed}`],
  ['a file that could not be written', { feed, cause: new Error('no space left') }, `x: ${feed}: no space left`],
  ['nothing in particular', {}, 'x'],
])('%s', (_, about, line) => {
  expect(lineOf(about, 'x')).toBe(line);
});
