// What is printed of a text: white space made one space, and no character that can't be seen but makes others read otherwise.

/** Embeddings, overrides and isolates of direction: what is behind one may be shown in another order than it stands. And tags, which nobody sees. */
const MISLEADING = /[\u202a-\u202e\u2066-\u2069]|[\u{e0000}-\u{e007f}]/u;
/**
 * Of no width and no meaning for the words. Soft hyphens and marks of direction are in many honest pages, and nothing is said of them. The joiners
 * U+200C and U+200D stay where Persian, Arabic or an emoji needs them, and go between letters of Latin, Greek and Cyrillic.
 */
const UNSEEN =
  /\u00ad|\u034f|[\u061c\u115f\u1160]|\u17b4|\u17b5|[\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\u{e0000}-\u{e007f}]/gu;
const ANY_UNSEEN =
  /\u00ad|\u034f|[\u061c\u115f\u1160]|\u17b4|\u17b5|[\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\udb40]/;
const JOINER = /(?<=[A-Za-z\u00c0-\u052f])[\u200c\u200d]+(?=[A-Za-z\u00c0-\u052f])/g;

/** A text as it is printed, on one line. Nothing else is changed: quotation marks, dashes and accents stay as they are. */
export function printed(text: string): string {
  const seen = ANY_UNSEEN.test(text) ? text.replace(UNSEEN, '').replace(JOINER, '') : text;
  return seen.replace(/\s+/g, ' ').trim();
}

/** It holds characters that can make it read otherwise than it stands. */
export function isMisleading(text: string): boolean {
  return MISLEADING.test(text);
}

/** What the corpus refuses in a text: signs of a wrong conversion, control characters, and half a character, which a file can't hold. */
const DAMAGED = /\ufffd|(?![\t\n\r])\p{Cc}|\p{Cs}/u;

/** The first such character as "U+FFFD", or null. */
export function damageOf(text: string): string | null {
  const found = DAMAGED.exec(text);
  return found === null ? null : `U+${found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Without such characters: for what is only shown. */
export function undamaged(text: string): string {
  return damageOf(text) === null ? text : text.replace(ALL_DAMAGED, '');
}

const ALL_DAMAGED = new RegExp(DAMAGED, 'gu');

/** Words, for counts; of a script that is written without spaces, two characters are one. */
export function countWords(text: string): number {
  const dense = text.match(/[\u3040-\u30ff\u3400-\u9fff]/g)?.length ?? 0;
  const spaced = text.replace(/[\u3040-\u30ff\u3400-\u9fff]+/g, ' ').match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
  return spaced + Math.round(dense / 2);
}

/** Ends as a sentence ends, quotation marks and brackets behind it included. */
export function isSentence(text: string): boolean {
  return /[.!?…。！？؟۔]["'”’»」』)\]）]*$/u.test(text);
}
