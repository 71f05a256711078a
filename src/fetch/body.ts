// readBody(body, parts): the bytes of an answer, decompressed. Counted as they come and as they unfold: what grows beyond the limit is stopped there,
// however small it was sent.
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw, type ZlibOptions } from 'node:zlib';
import { IntakeError } from '../errors.ts';
import type { FetchLimits } from './limits.ts';

export interface BodyParts {
  /** Names of Content-Encoding, in the order in which they were applied. */
  readonly codings: readonly string[];
  /** Bytes, as declared; null: not declared. */
  readonly length: number | null;
  readonly limits: FetchLimits;
}

/** One within another is seen where a cache packs what was packed; more are made to be a bomb. */
const MOST_CODINGS = 2;

type Unpack = (bytes: Buffer, options: Pick<ZlibOptions, 'maxOutputLength'>) => Promise<Buffer>;

const UNPACK: Readonly<Record<string, Unpack>> = {
  gzip: promisify(gunzip) as Unpack,
  'x-gzip': promisify(gunzip) as Unpack,
  br: promisify(brotliDecompress) as Unpack,
  deflate: (bytes, options) => (hasZlibHeader(bytes) ? asPromised.inflate : asPromised.inflateRaw)(bytes, options),
};

const asPromised = { inflate: promisify(inflate) as Unpack, inflateRaw: promisify(inflateRaw) as Unpack };

/** For Accept-Encoding. */
export const CODINGS = 'gzip, br, deflate';

/** @throws IntakeError `too-large`, `encoding`; what the body throws, passed on */
export async function readBody(
  body: AsyncIterable<Uint8Array>,
  { codings, length, limits }: BodyParts,
): Promise<Uint8Array> {
  if (codings.length > MOST_CODINGS) {
    const reason = `The page is packed ${codings.length} times over`;
    throw new IntakeError('encoding', `${reason}, which is not read: save it from a browser and add the file.`);
  }
  const unpacks = codings.map((name) => UNPACK[name] ?? refuseCoding(name)).reverse();
  const most = unpacks.length === 0 ? limits.mostBytes : limits.mostCompressedBytes;
  if (length !== null && length > most) throw tooLarge(most);
  let bytes = await collect(body, most);
  for (const unpack of unpacks) bytes = await unpacked(bytes, unpack, limits.mostBytes);
  return bytes;
}

async function collect(body: AsyncIterable<Uint8Array>, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > most) throw tooLarge(most);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

async function unpacked(bytes: Buffer, unpack: Unpack, most: number): Promise<Buffer> {
  // A server that packs everything sends nothing as nothing.
  if (bytes.byteLength === 0) return bytes;
  try {
    return await unpack(bytes, { maxOutputLength: most });
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(most);
    const reason = "The page is not packed as its server says, or was cut off: it can't be unpacked";
    throw new IntakeError('encoding', `${reason}. Try again later, or save it from a browser and add the file.`, {
      cause,
    });
  }
}

/** "deflate" is zlib's format (RFC 9110); some servers send what is within it. RFC 1950 tells the header. */
function hasZlibHeader(bytes: Buffer): boolean {
  const [first = 0, second = 0] = bytes;
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}

function refuseCoding(name: string): never {
  const reason = `The page is packed as "${name.slice(0, 40)}", which is not read`;
  throw new IntakeError('encoding', `${reason}: save it from a browser and add the file.`);
}

function tooLarge(most: number): IntakeError {
  const size = most >= 100_000 ? `${(most / 1e6).toFixed(most % 1e6 === 0 ? 0 : 1)} MB` : `${most} bytes`;
  const reason = `The page has more than ${size}`;
  return new IntakeError('too-large', `${reason}, which no article needs: save its text as .txt and add that.`);
}
