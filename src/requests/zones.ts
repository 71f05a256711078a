// readZone(text): the IANA time zone that somebody typed, in any case; else the zone that was probably meant. An abbreviation is never
// taken: "IST" is India, Israel or Ireland, and "EST" does not follow the clocks of the cities that use it.
import { editDistance } from '../editDistance.ts';

/** `meant` null: nothing is near. */
export type ReadZone = { readonly zone: string } | { readonly zone: null; readonly meant: string | null };

/** @example readZone('new york') // { zone: null, meant: 'America/New_York' } */
export function readZone(text: string): ReadZone {
  const typed = text.trim().replace(/\s+/gu, '_');
  if (/^(?:utc|gmt|z|etc\/(?:utc|gmt))$/iu.test(typed)) return { zone: 'UTC' };
  const listed = allZones().find((zone) => zone.toLowerCase() === typed.toLowerCase());
  if (listed?.includes('/') === true) return { zone: listed };
  // Newer and older names than those listed: "Asia/Kathmandu", "US/Eastern".
  if (typed.includes('/') && isKnown(typed)) return { zone: asNamesAreWritten(typed) };
  return { zone: null, meant: nearestZone(typed) };
}

/** What people type for a zone; of an abbreviation of several, the one that most people live in. Collected by hand. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  ...{ et: 'America/New_York', est: 'America/New_York', edt: 'America/New_York', eastern: 'America/New_York' },
  ...{ ct: 'America/Chicago', cst: 'America/Chicago', cdt: 'America/Chicago', central: 'America/Chicago' },
  ...{ mt: 'America/Denver', mst: 'America/Denver', mdt: 'America/Denver', mountain: 'America/Denver' },
  ...{
    pt: 'America/Los_Angeles',
    pst: 'America/Los_Angeles',
    pdt: 'America/Los_Angeles',
    pacific: 'America/Los_Angeles',
  },
  ...{ bst: 'Europe/London', uk: 'Europe/London', wet: 'Europe/Lisbon', cet: 'Europe/Paris', cest: 'Europe/Paris' },
  ...{ eet: 'Europe/Athens', eest: 'Europe/Athens', msk: 'Europe/Moscow', trt: 'Europe/Istanbul' },
  ...{ irst: 'Asia/Tehran', ist: 'Asia/Kolkata', idt: 'Asia/Jerusalem', gst: 'Asia/Dubai', pkt: 'Asia/Karachi' },
  ...{ npt: 'Asia/Kathmandu', sgt: 'Asia/Singapore', hkt: 'Asia/Hong_Kong', jst: 'Asia/Tokyo', kst: 'Asia/Seoul' },
  ...{ aest: 'Australia/Sydney', aedt: 'Australia/Sydney', awst: 'Australia/Perth', nzst: 'Pacific/Auckland' },
  ...{ nzdt: 'Pacific/Auckland', washington: 'America/New_York', washington_dc: 'America/New_York' },
  ...{ beijing: 'Asia/Shanghai', mumbai: 'Asia/Kolkata', delhi: 'Asia/Kolkata', new_delhi: 'Asia/Kolkata' },
  ...{ tel_aviv: 'Asia/Jerusalem', geneva: 'Europe/Zurich', muscat: 'Asia/Muscat', kathmandu: 'Asia/Kathmandu' },
};

/** By abbreviation, by the name of a city, by a country that has one zone, else by typing errors. */
function nearestZone(typed: string): string | null {
  const word = typed.toLowerCase().replace(/[.,]/gu, '');
  const abbreviated = Object.hasOwn(ABBREVIATIONS, word) ? ABBREVIATIONS[word] : undefined;
  if (abbreviated !== undefined) return abbreviated;
  const city = allZones().find((zone) => cityOf(zone) === word);
  if (city !== undefined) return city;
  // "Europe/London,UK", "Tehran time".
  const within = allZones().find((zone) => word.split(/[_/]/u).includes(cityOf(zone)));
  if (within !== undefined) return within;
  const country = /^[a-z_]+$/u.test(word) && word.length > 3 ? resolved(typed) : null;
  if (country?.includes('/') === true && !country.startsWith('Etc/')) return country;
  const most = word.length < 5 ? 1 : 2;
  const [best] = allZones()
    .map((zone) => ({
      zone,
      errors: Math.min(editDistance(word, zone.toLowerCase(), most), editDistance(word, cityOf(zone), most)),
    }))
    .filter(({ errors }) => errors <= most)
    .sort((a, b) => a.errors - b.errors);
  return best?.zone ?? null;
}

let zones: readonly string[] | undefined;

function allZones(): readonly string[] {
  zones ??= Intl.supportedValuesOf('timeZone');
  return zones;
}

/** "new_york". */
function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).toLowerCase();
}

function isKnown(zone: string): boolean {
  return resolved(zone) !== null;
}

/** Null: no zone of that name. */
function resolved(zone: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch (cause) {
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}

/** "america/port_of_spain" as "America/Port_of_Spain", "us/eastern" as "US/Eastern". */
function asNamesAreWritten(zone: string): string {
  const parts = zone.toLowerCase().split(/(?<=[/_-])/u);
  return parts.map((part) => (/^(?:of|es|au)_$/u.test(part) ? part : capitalised(part))).join('');
}

function capitalised(part: string): string {
  if (/^(?:us\/|gmt|utc|nz|prc|uct)/u.test(part)) return part.toUpperCase();
  return part.charAt(0).toUpperCase() + part.slice(1);
}
