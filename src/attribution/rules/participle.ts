// `[Tehran] has denied …, insisting its right … is "inalienable."`, `…, while reiterating that Tehran would not …`
// `[Tehran] said … and called on the council to …`, which the right edge of the first clause leaves over.
// The source is that of the statement before in the same sentence, else who the sentence begins with: "[Dolen] left, saying …". Leaves alone: "the official saying goes".

import { LETTER, matchesOf, pattern } from '../../patterns.ts';
import { isThing, readClause } from '../content.ts';
import { type Draft, draft, type SentenceView } from '../draft.ts';
import { PARTICIPLE_CUES, senseOf } from '../lexicon.ts';
import { subjectOf } from '../subject.ts';

const PARTICIPLE = pattern(String.raw`,\s+(?:while\s+|and\s+)?(${PARTICIPLE_CUES})\s+(?:that\s+)?`, 'gi');

const SECOND_ACT = /,?\s+and\s+(?:then\s+|later\s+|also\s+)?(called on|urged|vowed|pledged)\s+(?=\S)/gi;

export function readParticiples(view: SentenceView): Draft[] {
  const sentence = view.masked.slice(view.span.start, view.span.end);
  return [...participlesIn(view, sentence), ...secondActsIn(view, sentence)];
}

/** What was said first holds a verb that the second one cannot be joined to ("would be open and called on …"), or was quoted. */
const IS_OVER = /·["”’]?$|\b(?:will|would|can|could|should|must|may|might|is|are)\b/u;
/** Another subject that may own the second verb, and sentences whose source is named otherwise. */
const IS_ANOTHERS = /\b(?:who|which|as|when|while|after|before|because|had|has|according)\b/i;

function secondActsIn(view: SentenceView, sentence: string): Draft[] {
  return matchesOf(SECOND_ACT, sentence).flatMap((match) => {
    const [whole, words = ''] = match;
    const before = sentence.slice(0, match.index);
    // "Varga said protesters had gathered and called on him": it may be they who called.
    if (!IS_OVER.test(before) || IS_ANOTHERS.test(before)) return [];
    // "Varga said they were seen and urged to leave": it is they who were urged. "Vowed to leave" is what somebody does.
    const isVow = /^(?:vowed|pledged)$/i.test(words);
    if (!isVow && /^to\b/u.test(sentence.slice(match.index + whole.length))) return [];
    const end = view.span.start + match.index + whole.trimEnd().length;
    const content = readClause(view, view.span.start + match.index + whole.length);
    // "called on an old friend" is a visit, "urged patience" a thing.
    if (!content || !/\bto\s|^·/u.test(view.masked.slice(content.start, content.end))) return [];
    const sense = isVow ? 'vowed' : 'urged';
    const cue = { start: end - words.length, end };
    return [
      draft({ source: null, cue, sense, content: [content], sharesSource: true, isSure: true, rule: 'second act' }),
    ];
  });
}

function participlesIn(view: SentenceView, sentence: string): Draft[] {
  return matchesOf(PARTICIPLE, sentence).flatMap((match) => {
    const [whole, word = ''] = match;
    const cueStart = view.span.start + match.index + whole.indexOf(word);
    const content = readClause(view, view.span.start + match.index + whole.length);
    if (!content || !LETTER.test(view.passage.text.slice(content.start, content.end))) return [];
    const hasThat = /\bthat\s+$/u.test(whole);
    if (!hasThat && isThing(senseOf(word), view.masked.slice(content.start, content.end))) return [];
    const cue = { start: cueStart, end: cueStart + word.length };
    return [
      draft({
        source: subjectOf(view, cueStart) ?? null,
        cue,
        sense: senseOf(word),
        content: [content],
        sharesSource: true,
        rule: 'participle',
      }),
    ];
  });
}
