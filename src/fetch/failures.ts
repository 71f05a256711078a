// What goes wrong on the way to a server, and what servers answer instead of a page, as IntakeErrors that tell what to do.
import { IntakeError } from '../errors.ts';

const AGAIN = 'Try again later';
const FILE = 'or save the page as a file and add that';

/** `host`: whom it was asked of. An IntakeError stays as it is. */
export function connectionError(host: string, cause: unknown): IntakeError {
  if (cause instanceof IntakeError) return cause;
  const code = codeOf(cause);
  if (/TIMEOUT|ETIMEDOUT/.test(code)) return timeoutError(host);
  if (code === 'UND_ERR_HEADERS_OVERFLOW') {
    const reason = `${host} sends more headers than are read`;
    return new IntakeError('too-large', `${reason}: save the page as a file and add that.`, { cause });
  }
  return new IntakeError('connection', sentenceOf(host, code, cause), { cause });
}

const TLS =
  /^(?:EPROTO|CERT_|ERR_TLS|ERR_SSL|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH|INVALID_CA|CRL_|PATH_LENGTH|INVALID_PURPOSE)/;

function sentenceOf(host: string, code: string, cause: unknown): string {
  switch (code) {
    case 'ENOTFOUND':
    case 'ENODATA':
    case 'EAI_NONAME':
    case 'EAI_NODATA':
      return `No server has the name ${host}: correct the address.`;
    case 'EAI_AGAIN':
    case 'ESERVFAIL':
      return `The name ${host} can't be looked up now: check this machine's connection, or try again later.`;
    case 'ECONNREFUSED':
      return `Nothing answers at ${host}: correct the address, or try again later.`;
    case 'ENETUNREACH':
    case 'EHOSTUNREACH':
    case 'EADDRNOTAVAIL':
      return `There is no way from here to ${host}: check this machine's connection.`;
    case 'ECONNRESET':
    case 'EPIPE':
    case 'UND_ERR_SOCKET':
      return `${host} broke the connection off. ${AGAIN}, ${FILE}.`;
    case 'UND_ERR_DESTROYED':
    case 'UND_ERR_CLOSED':
      return `${host} was not asked to the end: this program is stopping.`;
  }
  if (TLS.test(code)) {
    return `The connection to ${host} is not secure (${code}), so that its words can't be trusted. ${AGAIN}, ${FILE}.`;
  }
  if (code.startsWith('HPE_')) return `${host} does not speak HTTP at that address: correct the address.`;
  const why = cause instanceof Error ? cause.message : String(cause);
  return `${host} can't be fetched from (${why.slice(0, 200)}). ${AGAIN}, ${FILE}.`;
}

/** Of several addresses that were tried, the first one's; an error wrapped in another has the inner one's. */
function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return '';
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  const inner = cause instanceof AggregateError ? cause.errors[0] : cause.cause;
  return codeOf(inner);
}

export function timeoutError(host: string): IntakeError {
  return new IntakeError('timeout', `${host} took too long to answer. ${AGAIN}, ${FILE}.`);
}

/** `retryAfter`: milliseconds; null: the server does not say. */
export function statusError(host: string, status: number, retryAfter: number | null): IntakeError {
  return new IntakeError('status', statusSentence(host, status, retryAfter), { status, retryAfter });
}

function statusSentence(host: string, status: number, retryAfter: number | null): string {
  const file = 'open it in a browser, save it as a file and add that';
  switch (status) {
    case 401:
    case 407:
      return `${host} wants a log-in for this page (${status}): ${file}.`;
    case 402:
      return `${host} wants to be paid for this page (402): ${file}.`;
    case 403:
    case 451:
      return `${host} does not give this page to programs (${status}): ${file}.`;
    case 404:
      return `${host} has no such page (404): correct the address.`;
    case 410:
      return `${host} has taken this page down (410): look for it in an archive, and mark the article as withdrawn if it is in the corpus.`;
    case 429:
      return `${host} was asked too often (429): ${waitWords(retryAfter)}.`;
  }
  if (status >= 500)
    return `${host} has a fault of its own (${status}): ${waitWords(retryAfter)}, or save the page and add the file.`;
  if (status >= 400) return `${host} refuses this address (${status}): correct the address, or ${file}.`;
  return `${host} gave no page (${status}): correct the address, or ${file}.`;
}

function waitWords(retryAfter: number | null): string {
  if (retryAfter === null || retryAfter === 0) return 'try again later';
  const minutes = Math.ceil(retryAfter / 60_000);
  return `try again in ${minutes === 1 ? 'a minute' : minutes < 120 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`}`;
}
