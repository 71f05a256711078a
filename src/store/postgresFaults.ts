// What the errors of a PostgreSQL server, of the driver and of the network mean to whoever runs the program.
// SQLSTATE: https://www.postgresql.org/docs/15/errcodes-appendix.html (read November 2026).
import { StoreError, type StoreErrorCode } from '../errors.ts';

type Meaning = readonly [code: StoreErrorCode, sentence: (name: string, code: string) => string];

const UNREACHABLE: Meaning = [
  'connection',
  (name, code) =>
    `${name} can't be reached (${code}): look whether the server runs and takes connections from this machine, and check host and port in DATABASE_URL.`,
];
const UNKNOWN_HOST: Meaning = [
  'connection',
  (name, code) => `${name} can't be reached (${code}): nobody knows its host; check it in DATABASE_URL.`,
];
const TRUST: Meaning = [
  'connection',
  (name, code) =>
    `${name} shows a certificate that is not trusted (${code}): name that of its issuer in DATABASE_URL, with ?sslrootcert= and its file.`,
];
const LOST: Meaning = [
  'connection',
  (name) => `${name} was lost and is not there again: look whether the server runs; what was saved before stays.`,
];
const PASSWORD: Meaning = [
  'password',
  (name) => `${name} refuses user or password: check both in DATABASE_URL, and what the server's pg_hba.conf allows.`,
];
const BUSY: Meaning = [
  'locked',
  (name) => `${name} is locked by another program for too long: look what it does (pg_stat_activity), then try again.`,
];
const DAMAGED: Meaning = [
  'damaged',
  (name) => `${name} is damaged, or tables were taken from it: put a backup in its place.`,
];
const OTHERS: Meaning = [
  'other-program',
  (name) =>
    `${name} has tables of another program under the names of this one's: name another database in DATABASE_URL, or a schema of its own with ?options=-csearch_path%3D and its name.`,
];

/** By SQLSTATE, or by Node's code. */
const MEANINGS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...['ECONNREFUSED', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOENT', 'EACCES'].map(
    (code) => [code, UNREACHABLE] as const,
  ),
  ...['ENOTFOUND', 'EAI_AGAIN'].map((code) => [code, UNKNOWN_HOST] as const),
  ...[
    'SELF_SIGNED_CERT_IN_CHAIN',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'CERT_HAS_EXPIRED',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ].map((code) => [code, TRUST] as const),
  // Reset, and broken pipe; ended by an administrator, crashed, idle for too long, idle in a transaction for too long.
  ...['ECONNRESET', 'EPIPE', '57P01', '57P02', '57P05', '25P03'].map((code) => [code, LOST] as const),
  ['57P03', ['connection', (name) => `${name} is starting or shutting down: try again when its server is up.`]],
  ...['28P01', '28000'].map((code) => [code, PASSWORD] as const),
  ['3D000', ['no-database', (name) => `${name} is not there: make it (createdb), or name another in DATABASE_URL.`]],
  [
    '3F000',
    [
      'no-database',
      (name) => `${name} has no schema for the tables: make the one that search_path names, or change search_path.`,
    ],
  ],
  [
    '42501',
    [
      'permission',
      (name) =>
        `${name} can't be written by the user of DATABASE_URL: let that user own the database, or grant it create and usage on the schema and everything on its tables.`,
    ],
  ],
  [
    '25006',
    [
      'read-only',
      (name) =>
        `${name} can only be read: name the primary server in DATABASE_URL, not a standby, and look at default_transaction_read_only.`,
    ],
  ],
  [
    '53100',
    [
      'full',
      (name) =>
        `The disk of the server is full, which has ${lower(name)}: make room on it; what was saved before stays.`,
    ],
  ],
  [
    '53300',
    [
      'connections',
      (name) =>
        `${name} has as many connections as its server takes: end other programs, or raise max_connections (this one takes up to 10 a process).`,
    ],
  ],
  [
    '58030',
    [
      'disk',
      (name) =>
        `The disk of the server can't be read or written, which has ${lower(name)}: look at that disk; what was saved before stays.`,
    ],
  ],
  ...['55P03', '57014', '40001', '40P01'].map((code) => [code, BUSY] as const),
  ...['XX001', 'XX002', '42P01'].map((code) => [code, DAMAGED] as const),
  ...['42P07', '42703'].map((code) => [code, OTHERS] as const),
]);

/** Of the driver's own errors, which have no code. */
const MESSAGES: readonly (readonly [RegExp, string | Meaning])[] = [
  [/^timeout exceeded when trying to connect|due to connection timeout/u, 'ETIMEDOUT'],
  [/^Query read timeout/u, LOST],
  [/not queryable|^Connection terminated/u, LOST],
  [/^SASL|password must be a string/u, PASSWORD],
  [
    /does not support SSL/u,
    [
      'connection',
      (name) => `${name} offers no encryption, which DATABASE_URL asks for: turn it on there, or take sslmode out.`,
    ],
  ],
];

const lower = (name: string): string => name.replace(/^The/u, 'the');

/** SQLSTATE or Node's; '' where there is none. */
function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : '';
}

function meaningOf(cause: unknown): readonly [Meaning, code: string] | null {
  const code = codeOf(cause);
  const known = MEANINGS.get(code) ?? (/^08/u.test(code) ? LOST : undefined);
  if (known !== undefined) return [known, code];
  if (code !== '') return null;
  const [, meaning] = MESSAGES.find(([pattern]) => pattern.test(messageOf(cause))) ?? [];
  if (typeof meaning === 'string') return [UNREACHABLE, meaning];
  return meaning === undefined ? null : [meaning, ''];
}

/**
 * The StoreError for a fault outside the program; null for anything else, which is a bug. `name` begins the sentence. `isUncertain`: a write may have
 * been carried out.
 */
export function findPostgresFault(cause: unknown, name: string, isUncertain: boolean): StoreError | null {
  const found = meaningOf(cause);
  if (found === null) return null;
  const [[code, sentence], shown] = found;
  const doubt = isUncertain ? ' Whether the last change was kept is not known.' : '';
  return new StoreError(code, `${sentence(name, shown)}${doubt}`, { cause });
}

/** Of these the server tells that it carried nothing out: transactions that met, a full house, a server that starts. */
const PASSING = new Set(['53300', '57P03', '40001', '40P01']);
const PASSING_NETWORK = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOENT', 'EAI_AGAIN']);

/** Worth trying again. What has waited for its time is not. */
export function isPassing(cause: unknown): boolean {
  const code = codeOf(cause);
  if (PASSING.has(code) || PASSING_NETWORK.has(code)) return true;
  return isLoss(cause) !== null && !/^Query read timeout/u.test(messageOf(cause));
}

/**
 * Whether a connection that was there is no more. told: by the server, which has carried out nothing of what it answers so, or by the driver, which
 * has not sent it. unanswered: it may have been carried out. null: it is there.
 */
export function isLoss(cause: unknown): 'told' | 'unanswered' | null {
  const code = codeOf(cause);
  if (/^(?:08|57P0[125]$|25P03$)/u.test(code)) return 'told';
  if (['ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(code)) return 'unanswered';
  const message = code === '' ? messageOf(cause) : '';
  if (/not queryable/u.test(message)) return 'told';
  return /^Connection terminated|^Query read timeout/u.test(message) ? 'unanswered' : null;
}
