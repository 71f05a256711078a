// The built program in a pseudo-terminal, which `script` of util-linux opens. Other systems have another `script` or none.
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { MAIN, start } from './runMain.ts';

const PROMPT = 'iran-talks> ';
const hasScript = /util-linux/u.test(spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '');

/** Types each of `keys` when the prompt has been shown once more; gives what was shown and the exit status. */
function talk(
  keys: readonly string[],
  env: Record<string, string> = {},
): Promise<{ status: number | null; shown: string }> {
  const command = `'${process.execPath}' '${MAIN}'`;
  const terminal = ['script', '--quiet', '--return', '--command', command, '/dev/null'] as const;
  const child = start(terminal, { TERM: 'xterm', SHELL: '/bin/sh', ...env });
  const left = [...keys];
  let shown = '';
  let seen = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
    const at = shown.indexOf(PROMPT, seen);
    if (at < 0) return;
    // The line that is being typed is drawn behind the same prompt: look for the next one behind an answer.
    seen = shown.length;
    const next = left.shift();
    if (next !== undefined) child.stdin.write(next);
  });
  return new Promise((done, fail) => {
    child.on('error', fail).on('close', (status) => {
      child.stdin.destroy();
      done({ status, shown });
    });
  });
}

describe.skipIf(!hasScript)('in a terminal (needs `script` of util-linux)', { concurrent: true }, () => {
  test('the chat opens with help and the prompt, and Ctrl-D leaves with status 0', async () => {
    const { status, shown } = await talk(['\u0004']);
    expect(status).toBe(0);
    expect(shown).toContain('who said "wall of distrust"');
    expect(shown.indexOf(PROMPT)).toBeGreaterThan(shown.indexOf('who said "wall of distrust"'));
  });

  test('Ctrl-C leaves with status 0', async () => {
    const { status, shown } = await talk(['\u0003']);
    expect(status).toBe(0);
    expect(shown).not.toMatch(/^\s+at /mu);
  });

  test('a line is answered, in colours, and a window without a size is taken for one of 80 columns', async () => {
    const { status, shown } = await talk(['speakers\r', '\u0004']);
    expect(status).toBe(0);
    expect(shown).toContain('\u001b[1mspeakers\u001b[22m');
    expect(shown).toContain('1 article, up to 12 Feb 2026');
  });

  test('NO_COLOR keeps colours out', async () => {
    const { status, shown } = await talk(['\u0004'], { NO_COLOR: '1' });
    expect(status).toBe(0);
    expect(shown).not.toMatch(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'u'));
  });
});
