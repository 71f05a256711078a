// userAgentOf(version): how this program names itself to servers, so that whoever runs one can tell its visits apart and refuse them.

/** @example userAgentOf('0.1.0') // 'iran-talks/0.1.0 (fetches articles to quote them)' */
export function userAgentOf(version: string): string {
  return `iran-talks/${version} (fetches articles to quote them)`;
}
