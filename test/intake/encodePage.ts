// encodePage(text, encoding): the bytes of a page as an old server would send them. Node writes few encodings, so that a legacy one is made of what its own decoder reads.

/** @param encoding - "utf-16le", "utf-16be", each with a mark, or "…-without-mark"; else a label of TextDecoder; left out: UTF-8 */
export function encodePage(text: string, encoding = 'utf-8'): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding.startsWith('utf-16')) {
    const bytes = Buffer.from(encoding.endsWith('-without-mark') ? text : `\ufeff${text}`, 'utf16le');
    return encoding.startsWith('utf-16be') ? bytes.swap16() : bytes;
  }
  const table = tableOf(encoding);
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = table.get(character);
      if (bytes === undefined) throw new Error(`${encoding} has no "${character}"`);
      return bytes;
    }),
  );
}

/** Node 20's decoder does not know these. */
const WINDOWS_1252 = Object.entries({
  '€': 0x80,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
  '—': 0x97,
}).map(([character, byte]) => [character, [byte]] as const);
const TABLES = new Map<string, ReadonlyMap<string, readonly number[]>>();

function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const known = TABLES.get(encoding);
  if (known !== undefined) return known;
  const table = new Map<string, readonly number[]>(encoding === 'windows-1252' ? WINDOWS_1252 : []);
  const decoder = new TextDecoder(encoding);
  const add = (character: string, bytes: readonly number[]): void => {
    if ([...character].length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, bytes);
  };
  for (let byte = 0; byte < 256; byte += 1) add(decoder.decode(Uint8Array.of(byte)), [byte]);
  // Encodings of two bytes, such as GBK: the first is above 0x80. A row at once, its characters apart by line breaks.
  const isWide = !/^(?:windows|iso-8859|koi8)/.test(encoding);
  for (let first = 0x81; first < 0xff && isWide; first += 1) {
    const seconds = Array.from({ length: 0xbf }, (_, index) => index + 0x40);
    const row = decoder.decode(Uint8Array.from(seconds.flatMap((second) => [first, second, 0x0a])));
    for (const [index, character] of row.split('\n').entries()) add(character, [first, seconds[index] ?? 0]);
  }
  TABLES.set(encoding, table);
  return table;
}
