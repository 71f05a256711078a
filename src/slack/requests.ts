// guardRequests(listener): a signed request is taken once. Bolt refuses what is older than five minutes and what is not signed; a repetition within
// these is no delivery of Slack's, which signs each try anew. And what is too large is not kept.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Log } from '../platform/log.ts';

interface RequestParts {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Log;
  /** Of a request. */
  readonly maxBytes: number;
}

/** Milliseconds for which Bolt takes a signature: five minutes to both sides. */
const GOOD_FOR = 600_000;
/** Signatures that are remembered at most: as many as would come in that time at a hundred a second. */
const MOST = 60_000;

export function guardRequests(listener: RequestListener, { now, log, maxBytes }: RequestParts): RequestListener {
  const seen = new Map<string, number>();
  const forget = (before: number): void => {
    for (const [signature, at] of seen) {
      if (at >= before && seen.size <= MOST) return;
      seen.delete(signature);
    }
  };
  return (request: IncomingMessage, response: ServerResponse) => {
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) {
      log.warn({}, 'slack: a request is larger than any of Slack’s; it is refused');
      // Read to its end and thrown away: whoever is still writing would not hear the answer.
      request.resume().once('end', () => response.writeHead(413, { connection: 'close' }).end());
      return;
    }
    const signature = request.headers['x-slack-signature'];
    if (typeof signature === 'string' && /^v0=[0-9a-f]{64}$/u.test(signature)) {
      forget(now() - GOOD_FOR);
      if (seen.has(signature)) {
        log.warn({}, 'slack: a request was repeated with the signature of another one; it is refused');
        response.writeHead(401).end();
        return;
      }
      seen.set(signature, now());
    }
    try {
      listener(request, response);
    } catch {
      // Bolt throws for whatever is none of its paths.
      log.debug({ method: request.method }, 'slack: a request for a path that is not there');
      response.writeHead(404).end();
    }
  };
}
