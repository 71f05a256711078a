// zonesFor(typed): time zones that somebody may be about to type, by their IANA names.

/** Names that took the place of those that Intl lists, and UTC, which it leaves out. https://github.com/eggert/tz, its file "backward". */
const NEWER = [
  ...['UTC', 'Africa/Asmara', 'America/Argentina/Buenos_Aires', 'America/Atikokan', 'America/Indiana/Indianapolis'],
  ...[
    'America/Kentucky/Louisville',
    'America/Nuuk',
    'Asia/Ho_Chi_Minh',
    'Asia/Kathmandu',
    'Asia/Kolkata',
    'Asia/Yangon',
  ],
  ...['Atlantic/Faroe', 'Europe/Kyiv', 'Pacific/Chuuk', 'Pacific/Kanton', 'Pacific/Pohnpei'],
];

const ZONES = [...new Set([...Intl.supportedValuesOf('timeZone'), ...NEWER])].sort();

/** Those that contain it, as a name or as people write it ("new york"); where a place begins with it, first. */
export function zonesFor(typed: string, most: number): readonly string[] {
  const words = typed.trim().toLowerCase().replace(/\s+/gu, '_');
  const containing = ZONES.filter((zone) => zone.toLowerCase().includes(words));
  const begins = (zone: string): boolean =>
    zone
      .toLowerCase()
      .split('/')
      .some((place) => place.startsWith(words));
  return [...containing.filter(begins), ...containing.filter((zone) => !begins(zone))].slice(0, most);
}
