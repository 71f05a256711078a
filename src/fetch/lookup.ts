// createLookup(resolve, reach): finds the internet addresses of a name for a connection that is about to be made. What is checked here is what is
// connected to: asked a second time, a hostile name server could answer otherwise.
import { lookup as askSystem } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import type { Reach } from './reach.ts';
import { privateError } from './target.ts';

export interface ResolvedIp {
  readonly address: string;
  readonly family: number;
}

/** All internet addresses of a name. Rejects as node:dns does. */
export type Resolve = (name: string) => Promise<readonly ResolvedIp[]>;

/** As the system resolves names, its file of hosts included. */
export const resolveBySystem: Resolve = (name) => askSystem(name, { all: true });

/**
 * One address that may not be reached refuses the name: no public page has one, and a name with both kinds is made to be mistaken for the other.
 * Its error is an IntakeError `private`.
 */
export function createLookup(resolve: Resolve, reach: Reach): LookupFunction {
  return (name, options, callback) => {
    const fail = (cause: unknown): void => callback(cause instanceof Error ? cause : new Error(String(cause)), []);
    const answer = (found: readonly ResolvedIp[]): void => {
      const [first] = found;
      if (!first) fail(Object.assign(new Error(`no address for ${name}`), { code: 'ENOTFOUND' }));
      else if (!found.every(({ address }) => reach.isIp(address))) fail(privateError(name));
      else if (options.all) callback(null, [...found]);
      else callback(null, first.address, first.family);
    };
    resolve(name).then(answer, fail);
  };
}
