// statusOf(paragraphs): whether the outlet says, in a paragraph of its own, that the article was corrected or taken back. Only words that stand at the beginning of such
// a paragraph count: an article about a correction is not a corrected one.
import type { ArticleStatus } from '../domain.ts';

export interface Notice {
  readonly status: ArticleStatus;
  /** The paragraph that says so. */
  readonly text: string;
}

/** A paragraph of an article, with what its markup adds. */
export interface Marked {
  readonly text: string;
  /** A class, or italics throughout, set it apart from the news. */
  readonly isApart: boolean;
}

const WORK = `(?:article|story|report|piece|post|column|page|item|dispatch|analysis|interview)`;
const LABEL_CORRECTED =
  /^[[(*_—-]*\s?(?:corrections?(?: (?:and|&) clarifications?)?|corrected|clarification|amended|erratum|errata|rectificatif|corrección|korrektur|更正|تصحيح|تصحیح|اصلاحیه)(?: (?:notice|note|appended|made|to (?:this|the) \w+))?(?:[,\s]*\(?[\p{L}]*\.? ?\d[\p{L}\d\s.,:/-]{0,40}\)?)?\s?(?:[:：—–]|\.\s)/iu;
const LABEL_WITHDRAWN =
  /^[[(*_—-]*\s?(?:retraction|retracted|withdrawn|story (?:withdrawn|removed|killed)|mandatory kill|撤稿)(?: (?:notice|note))?\s?(?:[:：—–]|\.\s)/iu;
const NOTE = /^[[(*_—-]*\s?(?:editor['’]?s['’]? note|note to readers|note)\s?[:：—–]\s*/iu;
const SAYS_WITHDRAWN = new RegExp(
  String.raw`^[\[(]?(?:this|the above) ${WORK} (?:has been|was|is) (?:\w+ly )?(?:retracted|withdrawn|taken down|unpublished|removed)\b(?!.*["“”])`,
  'i',
);
const SAYS_CORRECTED = new RegExp(
  String.raw`^[\[(]?(?:(?:this|the above) ${WORK} (?:has been|was) (?:\w+ly )?(?:corrected|amended|(?:updated|edited|changed|revised) to (?:correct|fix|clarify))|(?:an|a) (?:earlier|previous) version of this ${WORK})\b`,
  'i',
);
/** Characters; a notice is short. */
const LONGEST = 800;

/** The first notice, a withdrawal before a correction; null: none. */
export function statusOf(paragraphs: readonly Marked[]): Notice | null {
  const found = paragraphs.flatMap(({ text, isApart }, index): Notice[] => {
    if (text.length > LONGEST) return [];
    if (LABEL_WITHDRAWN.test(text)) return [{ status: 'withdrawn', text }];
    if (LABEL_CORRECTED.test(text)) return [{ status: 'corrected', text }];
    const noted = text.replace(NOTE, '');
    const isAtEdge = index < 2 || index >= paragraphs.length - 2;
    if (noted === text && !isApart && !isAtEdge) return [];
    if (SAYS_WITHDRAWN.test(noted)) return [{ status: 'withdrawn', text }];
    return SAYS_CORRECTED.test(noted) ? [{ status: 'corrected', text }] : [];
  });
  return found.find((notice) => notice.status === 'withdrawn') ?? found[0] ?? null;
}
