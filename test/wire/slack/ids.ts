// Ids and timestamps as Slack gives them: "C0000000001", "1795671234.000100". Those of one process never repeat.
let last = 0;
let lastTs = 0;

/** @example slackId('C') → 'C0000000001' */
export function slackId(letters: string): string {
  last += 1;
  return `${letters}${String(last).padStart(10, '0')}`;
}

/** Seconds with microseconds, each later than the one before: names a message within its channel. */
export function newTs(): string {
  lastTs = Math.max(lastTs + 100, Math.round(Date.now() * 1_000));
  return `${Math.floor(lastTs / 1_000_000)}.${String(lastTs % 1_000_000).padStart(6, '0')}`;
}
