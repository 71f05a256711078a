// Which version of an article file counts, where two want the same address.
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
