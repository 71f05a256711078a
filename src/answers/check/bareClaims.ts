// readBare(index, text): whom words without quotation marks name as saying the rest of them: "Varga said the harbor …", "The harbor …, per
// Varga".
import type { StoryIndex } from '../../search/storyIndex.ts';
import { claimOf, countWords, nameOf } from './claimNames.ts';
import type { ClaimedQuotation } from './claims.ts';
import { BETWEEN, CUE } from './cues.ts';

const BARE_CLAIM = new RegExp(String.raw`^(.{2,90}?)\s+${BETWEEN}${CUE}(?:\s+that)?(?:\s*[:,])?\s+(\S.*)$`, 'iu');
const BARE_COLON = /^([^:"“”]{2,60}):\s+(\S.*)$/u;
/** "(Varga told) the council on Friday that the harbor …". */
const ADDRESSED = /^(?:(?:the|a|an|his|her|its|their|reporters|\p{Lu})\S*\s+)(?:[^\s,;:]+\s+){0,6}?that\s+(\S.*)$/u;
/** "According to Varga, the harbor …", "Varga bellowed that the harbor …". */
const BARE_ACCORDING = /^(?:according to|per)\s+([^,"“”]{2,60}?),\s+(\S.*)$/iu;
const BARE_THAT = /^([^,:;"“”]{2,60}?)\s+\p{Ll}{2,}(?:ed|es|s)\s+that\s+(\S.*)$/u;
/** "The harbor …, per Varga", "The harbor …, Varga said", "The harbor … (Varga)". */
const BARE_SIGNED = new RegExp(
  String.raw`^(\S.*?\S)(?:,?\s+(?:per|according to|${CUE})\s+|\s*\()([^,;:()"“”–—]{2,60})\)?[.?!\s]*$`,
  'iu',
);
const BARE_TOLD = new RegExp(
  String.raw`^(\S.*?\S),\s+([^,;:()"“”–—]{2,60}?)\s+${BETWEEN}${CUE}\b[^,;:"“”]{0,60}$`,
  'iu',
);
const BARE_DASH = /^(\S.*?\S)\s+(?:[-–—]+|by)\s+([^,;:"“”–—]{2,60})$/u;

/** Null: the words name nobody as saying them. */
export function readBare(index: StoryIndex, text: string): ClaimedQuotation | null {
  const [, subject = '', content = ''] = BARE_CLAIM.exec(text) ?? [];
  const claimed = claimOf(index, subject, 'clean');
  const isTold = claimed !== null || /^(?:he|she|they)$/iu.test(subject);
  if (isTold && countWords(index, content) >= 2)
    return { quotation: content.replace(ADDRESSED, '$1'), claimed, isBare: true };
  const [, before = '', behind = ''] = BARE_COLON.exec(text) ?? [];
  const named = nameOf(index, before);
  if (named) return { quotation: behind, claimed: named, isBare: true };
  for (const form of [BARE_ACCORDING, BARE_THAT]) {
    const [, name = '', words = ''] = form.exec(text) ?? [];
    const who = claimOf(index, name, 'clean');
    if ((who?.speaker || who?.outlet) && countWords(index, words) >= 2)
      return { quotation: words, claimed: who, isBare: true };
  }
  for (const form of [BARE_DASH, BARE_SIGNED, BARE_TOLD]) {
    const [, words = '', last = ''] = form.exec(text) ?? [];
    const signed = /^\P{Ll}/u.test(last) ? nameOf(index, last) : null;
    if (signed && countWords(index, words) >= 2) return { quotation: words, claimed: signed, isBare: true };
  }
  return null;
}
