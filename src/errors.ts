// Every failure that the program expects, each with a stable code and a sentence that tells its reader what to do.
// Anything else that is thrown is a bug and is reported as one.

/** Base of all expected failures. `code` is stable and may be tested; `message` is for people. */
export abstract class IranTalksError extends Error {
  abstract override readonly name: string;
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message.replace(UNSHOWN, ''), options);
    this.code = code;
  }
}

/** What a page, a feed or a file's name that is quoted could move a terminal with, or turn the direction of what stands behind it. */
const UNSHOWN = /(?![\n\t])\p{Cc}|[\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** One thing wrong with a file of the corpus or with a setting. */
export interface Fault {
  /** Path as the operator gave it, or the name of an environment variable. */
  readonly file: string;
  /** Dotted path inside the file ("roles.0.from"), or '' where the whole file is meant. */
  readonly field: string;
  /** What is wrong and what would be right, as one sentence without a full stop. */
  readonly reason: string;
  /** 1-based line in the file, where it is known. */
  readonly line?: number;
}

/** `file:line: field: reason`, one line. */
export function formatFault(fault: Fault): string {
  const place = fault.line === undefined ? fault.file : `${fault.file}:${fault.line}`;
  return fault.field === '' ? `${place}: ${fault.reason}` : `${place}: ${fault.field}: ${fault.reason}`;
}

/** The corpus can't be used: every fault of every file, found in one pass. Never thrown for a part of them. */
export class CorpusError extends IranTalksError {
  override readonly name = 'CorpusError';
  readonly faults: readonly Fault[];

  constructor(code: 'no-articles' | 'faults', faults: readonly Fault[]) {
    const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`;
    super(code, `The corpus can't be used, ${count}:\n${faults.map((fault) => `  ${formatFault(fault)}`).join('\n')}`);
    this.faults = faults;
  }
}

/** The settings can't be used: every problem in one error. */
export class ConfigError extends IranTalksError {
  override readonly name = 'ConfigError';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super('settings', `The settings can't be used:\n${faults.map((fault) => `  ${formatFault(fault)}`).join('\n')}`);
    this.faults = faults;
  }
}

/** Codes of requests that can't be read. */
export type RequestErrorCode =
  | 'empty'
  | 'unknown-request'
  | 'incomplete'
  | 'unknown-passage'
  /** No day is between those that limit it. */
  | 'reversed-days'
  | 'not-here'
  | 'nothing-yet';

/**
 * A request that can't be read: nothing was searched. Not used for a request that finds nothing, which is an answer.
 * `suggestion` is the nearest request that can be read, ready to be typed.
 */
export class RequestError extends IranTalksError {
  override readonly name = 'RequestError';
  readonly suggestion: string | null;

  constructor(code: RequestErrorCode, message: string, suggestion: string | null = null) {
    super(code, message);
    this.suggestion = suggestion;
  }
}

/** Codes of a store that can't be used, or of a call to it that failed. */
export type StoreErrorCode =
  /** The address names no database that this version can use. */
  | 'url'
  | 'folder'
  | 'permission'
  | 'not-a-database'
  /** A database, but of another program. */
  | 'other-program'
  /** A newer program has changed its tables. */
  | 'newer'
  /** Another process kept it for longer than was waited; nothing was written, the call may be made again. */
  | 'locked'
  | 'full'
  /** The disk fails, or a quota is reached. */
  | 'disk'
  | 'damaged'
  /** A server that can't be reached, or was lost; what is not acknowledged may be made again. */
  | 'connection'
  | 'password'
  | 'no-database'
  /** The server has as many connections as it takes. */
  | 'connections'
  | 'read-only'
  /** It can't keep every text. */
  | 'encoding'
  /** It was closed by this program. */
  | 'closed';

/** What must outlive the process can't be read or kept; but for `damaged`, what was acknowledged before stays. */
export class StoreError extends IranTalksError {
  override readonly name = 'StoreError';

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(code, message, options);
  }
}

/**
 * A platform that can't be used, or no longer. token, intents, sharding: refused by it. address: not there. connection: ended for good.
 * not-installed: a workspace without the app.
 */
export type PlatformErrorCode = 'token' | 'intents' | 'sharding' | 'address' | 'connection' | 'not-installed';

/** What whoever runs the bot has to change at Discord or Slack. */
export class PlatformError extends IranTalksError {
  override readonly name = 'PlatformError';
  declare readonly code: PlatformErrorCode;

  constructor(code: PlatformErrorCode, message: string, options?: ErrorOptions) {
    super(code, message, options);
  }
}

/**
 * A digest that a platform did not take. transient: it may take it later. Any other: it will not until somebody changes something there.
 * uncertain: whether it arrived is not known.
 */
export type DeliveryErrorCode =
  | 'transient'
  | 'uncertain'
  | 'removed'
  | 'gone'
  | 'archived'
  | 'not-invited'
  | 'no-permission';

/** What went wrong with one message of a digest, in the platform's words. */
export class DeliveryError extends IranTalksError {
  override readonly name = 'DeliveryError';
  declare readonly code: DeliveryErrorCode;
  /** Of `transient`: how long the platform asks to wait, in milliseconds; null: it does not say. */
  readonly retryAfter: number | null;

  constructor(
    code: DeliveryErrorCode,
    message: string,
    { retryAfter = null, ...options }: ErrorOptions & { retryAfter?: number | null } = {},
  ) {
    super(code, message, options);
    this.retryAfter = retryAfter;
  }
}

/** Codes of pages, files and feeds that can't be taken in. Nothing was written. */
export type IntakeErrorCode =
  /** No address, or one of another kind than http and https. */
  | 'address'
  /** A private, loopback or link-local address, directly or behind a redirect or a name. */
  | 'private'
  /** The name is not known, nothing listens, the connection broke, the certificate is refused. */
  | 'connection'
  | 'timeout'
  | 'too-large'
  | 'redirects'
  /** The server said so: `status` holds it. */
  | 'status'
  /** Neither a page nor a text nor a feed. */
  | 'content-type'
  | 'encoding'
  /** Nested too deep, or with too many elements to be a page of news. */
  | 'markup'
  /** No article was found in it. */
  | 'no-article'
  | 'feed'
  /** A file that can't be read or written. */
  | 'file'
  /** The same address or the same text is in the corpus. */
  | 'duplicate';

/** A page, a file or a feed that can't be taken into the corpus; the message says what to do. */
export class IntakeError extends IranTalksError {
  override readonly name = 'IntakeError';
  declare readonly code: IntakeErrorCode;
  /** Of `status`: the HTTP status; else null. */
  readonly status: number | null;
  /** Of `status` 429 and 503: how long the server asks to wait, in milliseconds; else null. */
  readonly retryAfter: number | null;

  constructor(
    code: IntakeErrorCode,
    message: string,
    {
      status = null,
      retryAfter = null,
      ...options
    }: ErrorOptions & { status?: number | null; retryAfter?: number | null } = {},
  ) {
    super(code, message, options);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}
