// `[The plan could still change], the report said.` and `[The talks will go on], according to two officials.`,
// `According to the ministry, [the talks will go on].`
// Leaves alone: "He acted according to plan." (nobody speaks).

import { LETTER, pattern } from '../../patterns.ts';
import { type Draft, draft, isSource, type SentenceView, trimSpan } from '../draft.ts';
import { FINITE_CUES, senseOf } from '../lexicon.ts';

const SAID_AT_END = pattern(String.raw`^(.+),\s+([^,·]{2,60}?)\s+(${FINITE_CUES})\.?$`, 'is');
const ACCORDING_AT_END = /^(.+?),?\s+(according to)\s+([^,·]+?)\.?$/is;
const ACCORDING_AT_START = /^(according to)\s+(.+?),\s+([^;]+)/is;
const CONNECTIVE = /^(?:However|But|And|Still|Meanwhile|Moreover|Also|Yet),?\s+/u;

export function readTrailing(view: SentenceView): Draft[] {
  const start = view.span.start;
  const sentence = view.masked.slice(start, view.span.end);
  const connective = CONNECTIVE.exec(sentence)?.[0].length ?? 0;

  const said = SAID_AT_END.exec(sentence);
  if (said) {
    const [, content = '', source = '', cue = ''] = said;
    const cueStart = start + sentence.replace(/\.$/u, '').length - cue.length;
    const sourceStart = start + sentence.slice(0, cueStart - start).trimEnd().length - source.length;
    return build(view, {
      content: [start + connective, start + content.length],
      source: [sourceStart, sourceStart + source.length],
      cue: [cueStart, cueStart + cue.length],
      sense: senseOf(cue),
    });
  }
  const atEnd = ACCORDING_AT_END.exec(sentence);
  if (atEnd) {
    const [, content = '', cue = '', source = ''] = atEnd;
    const cueStart = start + sentence.toLowerCase().lastIndexOf(cue.toLowerCase());
    const sourceStart = start + sentence.replace(/\.$/u, '').length - source.length;
    return build(view, {
      content: [start + connective, start + content.length],
      source: [sourceStart, sourceStart + source.length],
      cue: [cueStart, cueStart + cue.length],
      sense: 'according',
    });
  }
  const atStart = ACCORDING_AT_START.exec(sentence);
  if (atStart) {
    const [, cue = '', source = '', content = ''] = atStart;
    const sourceStart = start + sentence.indexOf(source, cue.length);
    return build(view, {
      content: [start + atStart[0].length - content.length, start + atStart[0].length],
      source: [sourceStart, sourceStart + source.length],
      cue: [start, start + cue.length],
      sense: 'according',
    });
  }
  return [];
}

interface Found {
  readonly content: readonly [number, number];
  readonly source: readonly [number, number];
  readonly cue: readonly [number, number];
  readonly sense: Draft['sense'];
}

function build(view: SentenceView, found: Found): Draft[] {
  const source = { start: found.source[0], end: found.source[1] };
  if (!isSource(view.masked.slice(source.start, source.end))) return [];
  const content = trimSpan(view.passage.text, { start: found.content[0], end: found.content[1] }, '.');
  if (!content || !LETTER.test(view.passage.text.slice(content.start, content.end))) return [];
  const cue = { start: found.cue[0], end: found.cue[1] };
  return [draft({ source, cue, sense: found.sense, content: [content], rule: 'trailing' })];
}
