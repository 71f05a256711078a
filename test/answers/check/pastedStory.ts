// The invented articles that pasted messages are checked against.
import type { StoryIndex } from '../../../src/search/storyIndex.ts';
import { INVENTED, speaker } from '../../attribution/readText.ts';
import { article, storyOf } from '../../storyOf.ts';

export const pastedStory: StoryIndex = storyOf(
  [
    article({
      id: 'gazette',
      outlet: 'Harbor Gazette',
      body: [
        'Varga told Harbor Radio on Tuesday: "The harbor will stay open, whatever the storm may bring. We counted 13 broken cranes." He added that the long-term fees will not rise.',
        'Dolen said Kelluth has built a "wall of distrust" and that the council would not sell the northern quay.',
        'A senior port official said: "It’s the crews who pay for every day of waiting." The northern road was closed by the storm for three days.',
        '"Our fishermen have waited for eleven winters," Dolen said in the old town hall. "They will not wait for another one.',
        '"They want boats, nets and a council that keeps its word."',
      ].join('\n\n'),
    }),
    article({
      id: 'post',
      outlet: 'Velmora Post',
      publishedOn: '2026-02-13',
      body: 'Lena Moss, who runs the shipyard, said "no crane, no ferry and no lamp" works. "Negotiations with Kelluth are at a dead end," she said.',
    }),
  ],
  {
    speakers: [
      ...INVENTED,
      speaker({
        id: 'north-wire',
        name: 'The North Wire',
        kind: 'outlet',
        pronoun: 'it',
        aliases: ['North Wire', 'NW'],
      }),
      speaker({ id: 'gazette', name: 'Harbor Gazette', kind: 'outlet', pronoun: 'it', aliases: ['the Gazette', 'HG'] }),
    ],
  },
);
