// Which language an article is in: what the page says and what its words are. Templates of sites say "en" above texts in any language, so that
// the words win where they are clearly of another one; where they are not clear, what is said stands.
import { francAll } from 'franc-min';
import type { Doubt, Found, Origin } from './draft.ts';

/** franc's three letters to BCP 47, for those that have two. */
const TWO_LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'eng en,spa es,por pt,ind id,fra fr,deu de,ita it,tur tr,pol pl,vie vi,jav jv,swh sw,ron ro,hau ha,nld nl,bos bs,hrv hr,srp sr,yor yo,uzn uz,zlm ms,hun hu,ces cs,' +
    'zul zu,swe sv,lin ln,som so,rus ru,ukr uk,koi kv,bel be,bul bg,kaz kk,azj az,arb ar,urd ur,pes fa,pbu ps,hin hi,mar mr,npi ne,cmn zh,jpn ja,kor ko,ell el,hye hy,' +
    'heb he,ydd yi,kat ka,tha th,ben bn,pan pa,guj gu,tam ta,tel te,kan kn,mal ml,sin si,mya my,khm km,amh am,tir ti,ibo ig,kin rw,tgl tl'
  )
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
);
/** Relatives that franc takes for each other: no doubt of what a page says. */
const ALIKE = [
  ['ms', 'id', 'jv'],
  ['bs', 'hr', 'sr', 'sh'],
  ['uk', 'be', 'ru', 'bg'],
  ['no', 'nb', 'nn', 'da', 'sv'],
  ['fa', 'prs', 'tg', 'ur', 'ps'],
  ['es', 'gl', 'ca', 'pt'],
  ['en', 'sco'],
  ['az', 'tr', 'uz'],
  ['tl', 'fil'],
];
/** Letters from which franc is seldom wrong, and how far behind the best the said language must be to be wrong clearly. */
const CLEAR = { letters: 200, share: 0.9 };
/** Characters of a piece, and how many are read: each takes 1 ms. */
const PIECES = { length: 300, most: 5 };
/** Letters from which a language is told where none is said. */
const LEAST = 40;

/** "en-US" for "en_us"; null for what is no language code. */
export function languageCode(text: string): string | null {
  const code = text.split(/[,;]/)[0]?.trim().replaceAll('_', '-') ?? '';
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(code) || /^(?:und|mul|zxx)\b/i.test(code)) return null;
  try {
    return Intl.getCanonicalLocales(code)[0] ?? null;
  } catch {
    return null;
  }
}

/**
 * @param said - what the page says, the first that is a language counting
 * @param text - of the body
 */
export function chooseLanguage(
  said: readonly { readonly value: string; readonly from: Origin }[],
  text: string,
): { language: Found<string> | null; doubts: Doubt[] } {
  const first = said
    .map(({ value, from }) => ({ value: languageCode(value), from }))
    .find((found): found is Found<string> => found.value !== null);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const [best, ...others] = letters < LEAST ? [] : rankLanguages(text);
  const read = best === undefined || best[0] === 'und' ? null : (TWO_LETTERS[best[0]] ?? best[0]);
  if (first === undefined) {
    if (read === null) return { language: null, doubts: [] };
    const reason = `the page names no language; by its words it is ${read}`;
    return {
      language: { value: read, from: 'guess' },
      doubts: letters < CLEAR.letters ? [{ field: 'language', reason }] : [],
    };
  }
  const base = first.value.split('-')[0] ?? '';
  if (read === null || base === read || ALIKE.some((group) => group.includes(base) && group.includes(read))) {
    return { language: first, doubts: [] };
  }
  const share = others.find(([code]) => (TWO_LETTERS[code] ?? code) === base)?.[1] ?? 0;
  // A script of its own needs few letters: no Chinese text is English.
  const needed = isOtherScript(text) ? LEAST : CLEAR.letters;
  if (letters < needed || share > CLEAR.share) return { language: first, doubts: [] };
  const reason = `the page says ${first.value}, its words are ${read}`;
  return { language: { value: read, from: 'guess' }, doubts: [{ field: 'language', reason }] };
}

/**
 * franc's languages, the best first. Its marks depend on the length of a text, so that pieces of one length are read; these are 0.7 to 0.9 for
 * another European language than the text's.
 */
function rankLanguages(text: string): [language: string, mark: number][] {
  const sums = new Map<string, number>();
  const pieces = Math.min(PIECES.most, Math.max(1, Math.floor(text.length / PIECES.length)));
  for (let piece = 0; piece < pieces; piece += 1) {
    for (const [language, mark] of francAll(text.slice(piece * PIECES.length, (piece + 1) * PIECES.length))) {
      sums.set(language, (sums.get(language) ?? 0) + mark / pieces);
    }
  }
  return [...sums].sort(([, one], [, other]) => other - one);
}

/** Most letters are not Latin ones. */
function isOtherScript(text: string): boolean {
  const all = text.match(/\p{L}/gu) ?? [];
  return (
    all.filter((letter) => letter > '\u024f' && !(letter >= '\u1e00' && letter <= '\u1eff')).length * 2 > all.length
  );
}
