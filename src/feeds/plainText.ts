// plainText(html): what a reader sees of a title or summary in a feed, which may have mark-up, entities written twice, and control characters.

/** What feeds write in titles, beside numbers. */
const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»', shy: '' },
};
/** Controls, and marks that turn the direction of what is around them: nothing that is printed. */
const HIDDEN = /(?![\t\n\r])\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Cs}/gu;
const TAG = /<\/?[a-z][^<>]*>|<!--[^<>]*>/gi;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi;

/** Null: nothing is left, more than `most` characters, or a letter was lost in an earlier conversion (U+FFFD), so that it is not what was printed. */
export function plainText(html: string | null | undefined, most: number): string | null {
  if (html === null || html === undefined) return null;
  const text = decoded(html.replace(TAG, ' ')).replace(HIDDEN, '').replace(/\s+/gu, ' ').trim();
  return text === '' || text.length > most || text.includes('\ufffd') ? null : text;
}

/** Entities, once; one that means nothing stays as it is. */
export function decoded(text: string): string {
  return text.replace(ENTITY, (whole: string, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
