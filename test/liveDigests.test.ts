// DIGEST_CHANNEL is checked when the bot starts, not when it is first due.
import { expect, test } from 'vitest';
import { checkDigestLine } from '../src/liveDigests.ts';

const channel = { platform: 'slack', community: 'T1', channel: 'C1' } as const;

test.each(['', '09:00 Europe/London mon-fri about missiles', 'about missiles'])('takes %j', (on) => {
  expect(() => checkDigestLine({ digest: { channel, on }, defaultZone: 'UTC' })).not.toThrow();
});

test.each([
  ['25:00', '"25:00"'],
  ['09:00 London', '"London"'],
])('refuses %j, and says what it takes', (on, sentence) => {
  expect(() => checkDigestLine({ digest: { channel, on }, defaultZone: 'UTC' })).toThrow(
    expect.objectContaining({ name: 'ConfigError', message: expect.stringContaining(sentence) }),
  );
});

test('without it there is nothing to check', () => {
  expect(() => checkDigestLine({ digest: null, defaultZone: 'UTC' })).not.toThrow();
});
