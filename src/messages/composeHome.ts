// composeHome(home): a page about the bot itself: what is in the corpus, how to ask, what was said last, this community's digests.
import type { Example, Finding, Searched } from '../answers/answer.ts';
import { composeFinding } from './composeFinding.ts';
import { upToWords } from './composeNotes.ts';
import type { Message, Part, Row } from './message.ts';
import { count } from './words.ts';

export interface Home {
  readonly searched: Searched;
  readonly statements: number;
  readonly examples: readonly Example[];
  readonly newest: readonly Finding[];
}

export function composeHome({ searched, statements, examples, newest }: Home): Message {
  const counted = [count(searched.articles, 'article'), count(statements, 'statement')].join(', ');
  const rows = examples.filter(({ text }) => text !== '').map(({ text }): Row => ({ label: '', detail: text }));
  const heading = (text: string): Part => ({ kind: 'heading', text });
  const words = (text: string): Part => ({ kind: 'text', runs: [{ text, style: 'plain' }] });
  return {
    title: 'Who said that about the U.S.–Iran talks?',
    summary: `${counted}${upToWords(searched)}`,
    parts: [
      words(
        'In a channel: /iran-talks and a question. In a thread: mention me. Here: write to me. “Check quotations” is in the menu of every message. Every answer shows printed words, with speaker and source.',
      ),
      heading('Ask, for example'),
      { kind: 'rows', rows },
      ...(newest.length === 0
        ? []
        : [heading('Newest statements'), ...newest.map((finding) => composeFinding(finding))]),
      heading('Digests'),
      words('For a daily digest in a channel, type there: /iran-talks digest on 09:00 Europe/London.'),
    ],
    footer: [],
    isPrivate: true,
    range: null,
  };
}
