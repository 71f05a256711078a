// The shipped corpus, the app made from it, requests of every kind, and what tests look at in the messages they give.

import { answerRequest } from '../../src/answers/answerRequest.ts';
import { type App, createApp } from '../../src/app.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import type { Corpus } from '../../src/domain.ts';
import { composeAnswer, type Page } from '../../src/messages/compose.ts';
import type { FindingPart, Message } from '../../src/messages/message.ts';
import { parseRequest } from '../../src/requests/request.ts';
import { renderMessage } from '../../src/terminal/render.ts';
import { reader } from '../reader.ts';

export const ARTICLE = 'cgtn-2026-02-12-trump-netanyahu';
/** Everything on one page. */
export const ALL: Page = { page: 1, perPage: 1000 };
/** Requests of every kind, with and without an answer. */
export const REQUESTS = `
  who said "no nuclear weapons"
  who said missiles
  who said missiles by Trump
  who said "wall of distrust"
  who said missiles are not negotiable
  who said a deal
  who said carrier since 2027-01-01
  who said talks until 11 Feb
  who said negotiations with Iran continue
  who said inalienable
  who said joint action plan
  who said deploy the carrier
  who said "negotiations with Iran continue to fail"
  who said Khamenei
  who said missiles in CGTN since Tuesday direct only
  who said missiles outlet:Reuters
  who said missiles except Trump
  who said inalienable direct only
  Trump on missiles
  Netanyahu on missiles
  Khamenei's view on missiles
  when were the talks in Muscat
  where did Trump post
  what did Pezeshkian say about aggression
  who met
  did Iran agree to continue
  what is the freedom of action
  why
  who attended the meeting in Washington
  speaker Trump
  speaker Araqchi
  speaker Israel
  speaker Pentagon
  speaker Trump about carrier
  compare Trump and Iran on missiles
  compare Netanyahu and Pezeshkian
  compare Trump and Pentagon on missiles
  timeline
  timeline missiles
  timeline ferries
  check "no nuclear weapons, no missiles"
  check "no nuclear weapons, no bombs"
  check Netanyahu said "no nuclear weapons"
  check "both sides remain skeptical"
  check "lingering tensions" and "wall of distrust"
  check "the moon is made of cheese"
  speakers
  sources
  source 1
  source 4
  source 13
  source c1
  help
`
  .trim()
  .split(/\n\s*/u);

export const corpus = await loadCorpus('corpus');
export const app = appOf(corpus);

export function appOf(from: Corpus): App {
  return createApp(from, {
    reader,
    onFault: (cause) => {
      throw cause;
    },
  });
}

export function ask(text: string, { from = app as Pick<App, 'index'>, page = ALL } = {}): Message {
  return composeAnswer(answerRequest(from.index, parseRequest(text)), page);
}

export function findingParts(message: Message): FindingPart[] {
  return message.parts.filter((part) => part.kind === 'finding');
}

export function quoteOf({ quote }: FindingPart): string {
  return quote.runs.map(({ text }) => text).join('');
}

export function whoOf({ who }: FindingPart): string {
  return who.map(({ text }) => text).join('');
}

export function textOf(message: Message): string {
  return renderMessage(message, { width: 10_000, hasColours: false });
}
