// createGazetteer(speakers): aliases, offices and spellings to Speakers, by date. The names themselves are data in
// corpus/speakers.yaml; here is only how words are compared.
import type { Gazetteer, LocalDate, Role, Speaker, SpeakerId } from '../domain.ts';
import { editDistance } from '../editDistance.ts';
import { TITLE_NOUNS } from './lexicon.ts';

interface Office {
  readonly speaker: Speaker;
  readonly role: Role;
}

/** Behind these words stands somebody else: who is spoken for, or who speaks as well. */
const LEADS_ON = new Set(['and', 'or', 'for', 'to', 'of', 'with', 'by', 'from']);

/** Titles besides those that lead to a name in an article: whoever asks may give one that no article does. */
const ASKED_TITLES = new Set(
  `prof professor judge justice mayor captain capt colonel col major maj admiral adm lieutenant lt sergeant sgt rev
   reverend congressman congresswoman analyst`.split(/\s+/),
);

/** Characters of the longest name with titles that is looked up. */
const MAX_NAME = 160;

/** Builds the look-up tables once; every method is then a few map look-ups. */
export function createGazetteer(speakers: readonly Speaker[]): Gazetteer {
  const byId = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  const variants = variantTable(speakers);
  const names = new Map<string, { speaker: Speaker; by: 'name' | 'alias' }>();
  const offices = new Map<string, Office[]>();
  const keyOf = (words: string): string => foldName(words, variants).join(' ');

  for (const speaker of speakers) {
    for (const alias of speaker.aliases) names.set(keyOf(alias), { speaker, by: 'alias' });
    for (const role of speaker.roles) {
      for (const name of [role.title, ...role.names]) {
        const key = keyOf(name);
        offices.set(key, [...(offices.get(key) ?? []), { speaker, role }]);
      }
    }
  }
  for (const speaker of speakers) names.set(keyOf(speaker.name), { speaker, by: 'name' });

  const get = (id: SpeakerId): Speaker => {
    const speaker = byId.get(id);
    if (!speaker) throw new Error(`no speaker "${id}" in the gazetteer`);
    return speaker;
  };
  const roleOn = (id: SpeakerId, on: LocalDate): Role | null => {
    const isHeld = (role: Role): boolean => (role.from ?? '') <= on && on <= (role.to ?? '9999');
    return get(id).roles.find(isHeld) ?? null;
  };
  const find: Gazetteer['find'] = (words, on) => {
    // A name with all its titles is shorter; a long source is a description.
    if (words.length > MAX_NAME) return undefined;
    const folded = foldName(words, variants);
    const whole = names.get(folded.join(' '));
    if (whole) return whole;
    const holders = offices.get(folded.join(' ')) ?? [];
    const holder = holders.find(({ role }) => (role.from ?? '') <= on && on <= (role.to ?? '9999'));
    if (holder) return { speaker: holder.speaker, by: 'office' };
    // "Iranian Foreign Minister Seyed Abbas Araghchi": a name behind a title. Not "Melania Trump", not "an aide to President Trump".
    for (let start = 1; start < folded.length && !LEADS_ON.has(folded[start - 1] ?? ''); start += 1) {
      const named = names.get(folded.slice(start).join(' '));
      if (named?.speaker.kind === 'person' && TITLE_NOUNS.has(folded[start - 1] ?? '')) return named;
    }
    return undefined;
  };
  return {
    speakers,
    get,
    roleOn,
    find,
    nearest: (words) => nearestName(keyOf(words), names),
    untitled,
    isOnSideOf(id, side, on) {
      const seen = new Set<SpeakerId>();
      const reaches = (from: SpeakerId): boolean => {
        if (from === side) return true;
        if (seen.has(from)) return false;
        seen.add(from);
        const next = [get(from).speaksFor, roleOn(from, on)?.speaksFor ?? null];
        return next.some((target) => target !== null && reaches(target));
      };
      return reaches(id);
    },
  };
}

/** Not what begins names of others as well: "General Motors", "Secretary Assembly". */
function isTitle(word: string): boolean {
  return (
    (TITLE_NOUNS.has(word) || ASKED_TITLES.has(word)) &&
    !/^(?:gen|general|secretary|chief|king|prince|speaker)$/.test(word)
  );
}

function untitled(words: string): string | undefined {
  if (words.length > MAX_NAME) return undefined;
  const parts = words.trim().split(/\s+/);
  const folded = parts.map((part) => part.toLowerCase().replace(/\.$/, ''));
  const within = folded.findIndex((word) => LEADS_ON.has(word));
  const last = folded.slice(0, within === -1 ? -1 : within).findLastIndex(isTitle);
  return last === -1 ? undefined : parts.slice(last + 1).join(' ');
}

/** Lower-case words without accents, dots and "the"; other spellings put back to the listed one. */
function foldName(words: string, variants: ReadonlyMap<string, string>): string[] {
  const plain = /^[ -~]*$/.test(words) ? words : words.normalize('NFKD').replace(/\p{M}/gu, '');
  return plain
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/\./g, '')
    .replace(/\bpremier(?=['\s]|$)/g, 'prime minister')
    .split(/[^\p{L}\p{N}']+/u)
    .map((word) => variants.get(word) ?? word)
    .filter((word) => word !== '' && word !== 'the');
}

function variantTable(speakers: readonly Speaker[]): Map<string, string> {
  const table = new Map<string, string>();
  for (const { spellings } of speakers) {
    for (const { word, variants } of spellings) {
      const [main = word] = foldName(word, table);
      for (const variant of variants) table.set(foldName(variant, new Map()).join(''), main);
    }
  }
  return table;
}

function nearestName(key: string, names: ReadonlyMap<string, { speaker: Speaker }>): Speaker | undefined {
  // One error in a short name, two in a long one; four letters or fewer are too short to guess from: Iraq is not Iran.
  const most = key.length < 5 ? 0 : key.length < 8 ? 1 : 2;
  let best: { distance: number; speaker: Speaker } | undefined;
  for (const [name, { speaker }] of names) {
    const distance = editDistance(key, name, most);
    if (distance <= most && (best === undefined || distance < best.distance)) best = { distance, speaker };
  }
  return best?.speaker;
}
