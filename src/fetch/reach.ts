// What may be reached: which names, internet addresses and ports. An address that a stranger put into a feed or behind a redirect must not lead
// into the network that this program runs in.
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

export interface Reach {
  /** A host's name, in lower case, without a dot at its end; never an internet address. */
  isName(name: string): boolean;
  /** An internet address as digits: "192.0.2.1", "2001:db8::1". */
  isIp(ip: string): boolean;
  isPort(port: number): boolean;
}

/** A setting opens it, for tests and intranets. */
export const ANYWHERE: Reach = { isName: () => true, isIp: () => true, isPort: () => true };

export const PUBLIC_ONLY: Reach = {
  isName: (name) => name.includes('.') && !LOCAL_NAME.test(name),
  isIp: isPublicIp,
  isPort: (port) => port === 80 || port === 443,
};

/** Names of one machine or one network: RFC 6761, 6762, 8375, and what ICANN keeps for them ("internal"). */
const LOCAL_NAME = /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa)$/;

/** Of IPv6 only 2000::/3 is given out as public: what lies outside may hold a private IPv4 address ("::127.0.0.1"). RFC 4291. */
const GLOBAL: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/** False also for what carries another address within it (mapped, NAT64, 6to4, Teredo), and for what is no internet address. */
export function isPublicIp(ip: string): boolean {
  if (isIP(ip) === 0) return false;
  const address = ipaddr.parse(ip);
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || address.match(GLOBAL);
}
