// Values that every kind of feed has: how long they may be, and languages.

/** Characters of plain text: what front matter takes; a summary: what words are looked for in, chosen by eye. */
export const LONGEST = { title: 500, outlet: 200, summary: 4_000, id: 2_000 };

/** "en_GB" as "en-GB"; null: no BCP 47 tag. */
export function languageOf(tag: string | null | undefined): string | null {
  const [language = '', ...rest] = (tag ?? '').trim().split(/[-_]/);
  const written = [language.toLowerCase(), ...rest].join('-');
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(written) ? written : null;
}
