// The options of a curator's command, read strictly.
import { describe, expect, test } from 'vitest';
import { givenOf } from '../../src/curate/given.ts';
import { readOptions } from '../../src/curate/options.ts';

const KINDS = { title: 'text', published: 'text', yes: 'flag' } as const;
const read = (words: readonly string[]) => readOptions('corpus add', words, KINDS);

describe('readOptions', () => {
  test('words, texts and flags in any order; "-" is a word', () => {
    const { words, texts, flags } = read(['--yes', 'a.html', '--title', ' Ferries ', '-', '--published=2026-03-04']);
    expect(words).toEqual(['a.html', '-']);
    expect(texts).toEqual({ title: 'Ferries', published: '2026-03-04' });
    expect([...flags]).toEqual(['yes']);
  });

  test('a text that begins with one dash is a text', () => {
    expect(read(['--title=-30 degrees']).texts).toEqual({ title: '-30 degrees' });
  });

  test.each([
    [
      ['--titel', 'x'],
      '"--titel" is no option of corpus add. Did you mean --title? There are --title, --published, --yes.',
    ],
    [['-x'], '"-x" is no option of corpus add. There are --title, --published, --yes.'],
    [['--title'], '--title needs a value behind it.'],
    [['--title', '--yes'], '--title needs a value behind it.'],
    [['--title', '  '], '--title needs a value behind it.'],
    [['--yes=no'], '--yes takes no value.'],
  ])('%j is refused', (words, message) => {
    expect(() => read(words)).toThrow(message);
  });
});

describe('givenOf', () => {
  test('gives only what is given', () => {
    expect(givenOf({ published: '2026-03-04', outlet: 'Harbour Post' })).toEqual({
      publishedOn: '2026-03-04',
      outlet: 'Harbour Post',
    });
  });

  test.each([
    [{ published: '2026-02-30' }, '--published needs a day'],
    [{ updated: '4 March' }, '--updated needs a day'],
    [{ url: 'harbour.example' }, '--url needs an address'],
    [{ language: 'English' }, '--language needs a code'],
    [{ status: 'gone' }, '--status is usable, corrected or withdrawn'],
  ])('%j is refused', (texts, message) => {
    expect(() => givenOf(texts)).toThrow(message);
  });
});
