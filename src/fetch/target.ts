// readTarget(address, reach): an address that may be fetched, in the form in which it is; and where a redirect leads. What a URL may spell
// otherwise (127.0.0.1 as 0x7f.1, 2130706433 or 0177.1) is one form once it is parsed.
import { isIP } from 'node:net';
import { IntakeError } from '../errors.ts';
import type { Reach } from './reach.ts';

/** Characters; article files hold no longer ones. */
const LONGEST = 2_000;

/** Without fragment and without a dot at the end of its name. @throws IntakeError `address`, `private` */
export function readTarget(address: string, reach: Reach): URL {
  const url = URL.canParse(address.trim()) ? new URL(address.trim()) : null;
  if (!url) {
    throw new IntakeError(
      'address',
      `${shown(address)} is no address: give a whole one that begins with https:// or http://.`,
    );
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    const kind = shown(url.protocol.slice(0, -1));
    throw new IntakeError(
      'address',
      `Addresses of the kind ${kind} are not fetched: give one with https:// or http://.`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    const reason = 'The address holds a user name or password, which would be kept with the article';
    throw new IntakeError('address', `${reason}: give it without, or save the page and add the file.`);
  }
  url.hash = '';
  const name = url.hostname.replace(/\.+$/, '');
  if (name.split('.').includes(''))
    throw new IntakeError('address', `No server is called ${shown(url.hostname)}: correct the address.`);
  url.hostname = name;
  if (url.href.length > LONGEST) {
    const reason = `The address has ${url.href.length} characters, at most ${LONGEST} are taken`;
    throw new IntakeError('address', `${reason}: leave out what follows "?", if it tells only where you came from.`);
  }
  refuseOutside(url, reach);
  return url;
}

/** Name and port; what a name resolves to is checked when it is looked up (lookup.ts). */
function refuseOutside(url: URL, reach: Reach): void {
  const host = hostOf(url);
  if (!(isIP(host) !== 0 ? reach.isIp(host) : reach.isName(host))) throw privateError(host);
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  if (reach.isPort(port)) return;
  const reason = `Port ${port} is not fetched from, only 80 and 443`;
  throw new IntakeError('address', `${reason}: save the page as a file and add that.`);
}

/** Without the brackets of IPv6. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

/** `host`: the name or internet address that was asked for. */
export function privateError(host: string): IntakeError {
  const reason = `${shown(host)} is not on the public internet, and private addresses are not fetched`;
  return new IntakeError('private', `${reason}: save the page as a file and add that.`);
}

/**
 * Where a redirect from `from` leads. From https to http is refused: on the way anybody could change the words that are to be quoted.
 *
 * @throws IntakeError `redirects`, `address`, `private`
 */
export function readRedirect(from: URL, location: string | null, reach: Reach): URL {
  if (location === null || !URL.canParse(location, from.href)) {
    const reason = `${from.host} sends on to an address that can't be read`;
    throw new IntakeError('redirects', `${reason}: open the page in a browser and give the address that it ends at.`);
  }
  const to = readTarget(new URL(location, from.href).href, reach);
  if (from.protocol !== 'https:' || to.protocol !== 'http:') return to;
  const reason = `${from.host} sends on from https to ${to.host} without it, where anybody may change the words on their way`;
  throw new IntakeError('redirects', `${reason}: save the page as a file and add that.`);
}

/** What somebody gave, on one line, within quotation marks. */
function shown(words: string): string {
  const line = words.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
  return `"${line.length > 100 ? `${line.slice(0, 100)}…` : line}"`;
}
