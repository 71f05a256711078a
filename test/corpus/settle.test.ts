// Which version of an article file counts, where two want the same address, or one names an article that is not there for its text.
import { describe, expect, test } from 'vitest';
import type { ReadFile } from '../../src/corpus/settle.ts';
import { settle } from '../../src/corpus/settle.ts';
import type { Article } from '../../src/domain.ts';
import { article } from '../storyOf.ts';

const at = (id: string, url: string): Article => article({ id, body: 'Varga said no.', url });
const file = (id: string, good: Article | null, found: Article | null): ReadFile => ({ file: `${id}.md`, good, found });

function urlsOf(files: readonly ReadFile[]): Record<string, string> {
  return Object.fromEntries([...settle(files).articles].map(([name, { url }]) => [name, url]));
}
function refusedOf(files: readonly ReadFile[]): string[] {
  return settle(files).faults.map((fault) => `${fault.file}: ${fault.field}`);
}

describe('an address', () => {
  test('may be swapped between two files', () => {
    const files = [file('a', at('a', 'x'), at('a', 'y')), file('b', at('b', 'y'), at('b', 'x'))];
    expect(urlsOf(files)).toEqual({ 'a.md': 'y', 'b.md': 'x' });
    expect(refusedOf(files)).toEqual([]);
  });

  test('that a broken file has is kept for it', () => {
    const files = [file('a', null, at('a', 'x')), file('b', at('b', 'x'), null)];
    expect(urlsOf(files)).toEqual({ 'b.md': 'x' });
    expect(refusedOf(files)).toEqual(['a.md: url']);
  });

  test('goes back to whoever could not get another one', () => {
    const [had, wants] = [at('b', 'x'), at('b', 'y')];
    const owner = at('c', 'y');
    const files = [file('a', null, at('a', 'x')), file('b', had, wants), file('c', owner, owner)];
    expect(urlsOf(files)).toEqual({ 'b.md': 'x', 'c.md': 'y' });
    expect(refusedOf(files).toSorted()).toEqual(['a.md: url', 'b.md: url']);
  });
});

describe('the article that has the same text', () => {
  const naming = (id: string, sameTextAs: string | null, title = id): Article =>
    article({ id, body: 'Varga said no.', url: id, sameTextAs, title });
  const namedOf = (files: readonly ReadFile[]): Record<string, string | null> =>
    Object.fromEntries([...settle(files).articles].map(([name, { sameTextAs }]) => [name, sameTextAs]));
  const first = naming('a', null);
  const copy = naming('b', 'a');

  test('may come together with the one that names it', () => {
    const files = [file('b', null, copy), file('a', null, first)];
    expect(namedOf(files)).toEqual({ 'a.md': null, 'b.md': 'a' });
    expect(refusedOf(files)).toEqual([]);
  });

  test('that is not there keeps a new version out, and the last good one stays', () => {
    const old = naming('b', null);
    expect(namedOf([file('a', first, first), file('b', old, naming('b', 'gone'))])).toEqual({
      'a.md': null,
      'b.md': null,
    });
    expect(namedOf([file('b', null, copy)])).toEqual({});
    expect(refusedOf([file('b', null, copy)])).toEqual(['b.md: sameTextAs']);
  });

  test('that goes leaves the one that names it as it is, and its file is told, also when it changes otherwise', () => {
    for (const found of [copy, naming('b', 'a', 'Another title')]) {
      const files = [file('b', copy, found)];
      expect(settle(files).articles.get('b.md')).toBe(found);
      expect(refusedOf(files)).toEqual(['b.md: sameTextAs']);
    }
  });

  test('that was refused itself is not there', () => {
    const taken = file('x', at('x', 'a'), at('x', 'a'));
    const files = [taken, file('a', null, first), file('b', null, copy)];
    expect(Object.keys(namedOf(files))).toEqual(['x.md']);
    expect(refusedOf(files).toSorted()).toEqual(['a.md: url', 'b.md: sameTextAs']);
  });

  test('that comes to name another one is taken, and the one that names it is told', () => {
    const files = [file('a', first, naming('a', 'c')), file('b', copy, copy), file('c', null, naming('c', null))];
    expect(namedOf(files)).toEqual({ 'a.md': 'c', 'b.md': 'a', 'c.md': null });
    expect(refusedOf(files)).toEqual(['b.md: sameTextAs']);
  });

  test('is not each the other', () => {
    const files = [file('a', first, naming('a', 'b')), file('b', naming('b', null), copy)];
    expect(namedOf(files)).toEqual({ 'a.md': null, 'b.md': null });
    expect(refusedOf(files).toSorted()).toEqual(['a.md: sameTextAs', 'b.md: sameTextAs']);
  });
});
