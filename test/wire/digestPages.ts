// Pages of a digest, of invented people; a picture that is none; and digests that write down what they are asked.
import type { Chart } from '../../src/messages/chart.ts';
import type { Message } from '../../src/messages/message.ts';
import type { Digests, Manager } from '../../src/schedule/digests.ts';
import type { DigestPage, SendOptions } from '../../src/schedule/sender.ts';

export const CHART: Chart = {
  title: 'Statements by side and day',
  labels: ['10 Feb', '11 Feb'],
  series: [
    { name: 'Orlan', values: [1, 3] },
    { name: 'Dolen', values: [0, 2] },
  ],
  alternative: 'Statements by side and day: Orlan 1 on 10 Feb, 3 on 11 Feb; Dolen none on 10 Feb, 2 on 11 Feb.',
};

export function messageOf(title: string, texts: readonly string[] = ['Varga said that the ferries run.']): Message {
  return {
    title,
    summary: '1 statement',
    parts: texts.map((text) => ({ kind: 'text', runs: [{ text, style: 'plain' }] })),
    footer: ['09:00 Europe/London, every day'],
    isPrivate: false,
    range: null,
  };
}

export function pageOf(title = 'Digest of 12 Feb 2026', chart: Chart | null = null): DigestPage {
  return { message: messageOf(title), chart };
}

let keys = 0;

/** With a key of its own, unless it is given one. */
export function optionsOf(options: Partial<SendOptions> = {}): SendOptions {
  keys += 1;
  return { key: `3f9a0c2e.2026-02-12.${keys}`, thread: null, title: 'Digest of 12 Feb 2026', ...options };
}

/** A minute before now: what is sent in a test is sent after it. */
export function aMinuteAgo(): Date {
  return new Date(Date.now() - 60_000);
}

export interface Recorded {
  readonly digests: Pick<Digests, 'command'>;
  readonly asked: { readonly text: string; readonly by: Manager }[];
}

/** @param answer by default the text that was given */
export function recordingDigests(answer: (text: string) => Message = (text) => messageOf(`Asked: ${text}`)): Recorded {
  const asked: Recorded['asked'] = [];
  return {
    asked,
    digests: {
      command: async (text, by) => {
        asked.push({ text, by });
        return answer(text);
      },
    },
  };
}

export const NO_LOG = { debug() {}, info() {}, warn() {}, error() {} };
