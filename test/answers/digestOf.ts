// digestOf(index, options): a digest of which a test names only what it is about: everything is new, nothing was had.
import { buildDigest, type Digest, type DigestOptions } from '../../src/answers/digest.ts';
import { entryKey, entryKeys } from '../../src/answers/entryKeys.ts';
import type { WhenEmpty } from '../../src/domain.ts';
import type { StoryIndex } from '../../src/search/storyIndex.ts';
import { speaker } from '../attribution/readText.ts';

export const FROM = new Date('2026-02-12T09:00:00Z');
export const SEEN = new Date('2026-02-12T15:00:00Z');
export const TO = new Date('2026-02-13T09:00:00Z');

/** Varga speaks for Orlan, Brandt for Velmora; Moss for nobody. */
export const SPEAKERS = [
  speaker({ id: 'orlan', name: "Orlan's government", kind: 'government', pronoun: 'it', aliases: ['Orlan'] }),
  speaker({ id: 'velmora', name: "Velmora's government", kind: 'government', pronoun: 'it', aliases: ['Velmora'] }),
  speaker({
    id: 'mara-dolen',
    name: 'Mara Dolen',
    pronoun: 'she',
    aliases: ['Dolen'],
    roles: [{ title: 'Orlanian President', from: '2020-01-01', to: '2025-06-30', speaksFor: 'orlan', names: [] }],
  }),
  speaker({
    id: 'teo-varga',
    name: 'Teo Varga',
    aliases: ['Varga'],
    roles: [{ title: 'Orlanian President', from: '2025-07-01', to: null, speaksFor: 'orlan', names: [] }],
  }),
  speaker({ id: 'ada-brandt', name: 'Ada Brandt', pronoun: 'she', aliases: ['Brandt'], speaksFor: 'velmora' }),
  speaker({ id: 'lena-moss', name: 'Lena Moss', pronoun: 'she', aliases: ['Moss'] }),
];

export const TERMS = [
  { words: ['Orlan', "Orlan's government"] },
  { words: ['Velmora'] },
  { words: ['talks', 'negotiations'] },
  { words: ['nuclear weapons', 'nuclear arms'] },
  { words: ['ferries'] },
];

interface Given extends Partial<Omit<DigestOptions, 'settings'>> {
  readonly topic?: string | null;
  readonly speakers?: readonly string[];
  readonly whenEmpty?: WhenEmpty;
}

export function digestOf(index: StoryIndex, given: Given = {}): Digest {
  const { topic = null, speakers = [], whenEmpty = 'record', ...window } = given;
  return buildDigest(index, {
    since: seen(index),
    had: new Set(),
    from: FROM,
    to: TO,
    changes: [],
    ...window,
    settings: { topic, speakers, whenEmpty },
  });
}

/** All of the index, first seen at an instant. */
export function seen(index: StoryIndex, at = SEEN): Map<string, Date> {
  return new Map([...entryKeys(index).keys()].map((key) => [key, at]));
}

/** Of a passage of the index. */
export function keyOf(index: StoryIndex, id: string): string {
  const passage = index.findPassage(id);
  if (!passage) throw new Error(`no passage ${id}`);
  return entryKey(passage.articleId, passage.text);
}

/** "Orlan's government / Talks: a#1.1, b#2.1", a line a topic. */
export function outline(digest: Digest): string[] {
  return digest.groups.flatMap(({ side, topics }) =>
    topics.map(({ topic, findings }) => {
      const ids = findings.map(({ statement, passage, alsoIn }) =>
        [statement?.id ?? passage.id, ...alsoIn.map((one) => one.finding.statement?.id ?? '')].join(' + '),
      );
      return `${side.kind === 'speaker' ? side.name : side.kind} / ${topic ?? 'other'}: ${ids.join(', ')}`;
    }),
  );
}
