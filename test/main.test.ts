import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run, STACK } from './runMain.ts';

describe.concurrent('the exit status', () => {
  test.each([
    ['an answer', ['who', 'said', 'missiles'], 'Donald Trump, U.S. President'],
    ['an answer that found nothing', ['who', 'said', 'enrichment'], 'No statement in the corpus says this'],
    ['--help', ['--help'], 'npm run iran-talks -- corpus help'],
  ])('is 0 for %s, which is printed', async (_, args, expected) => {
    const { status, stdout, stderr } = await run(args);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(expected);
    expect(stdout).not.toContain('\u001b');
  });

  test.each([
    [['who', 'sad', 'missiles'], 'Did you mean: who said missiles'],
    [
      ['--foo', 'who', 'said', 'missiles'],
      'No option is called "--foo". There are --json, --explain, --page <number>, --help',
    ],
    [['timeline', '--pages', '2'], 'No option is called "--pages": did you mean --page?'],
    [['--page', '0', 'timeline'], '--page needs a number from 1'],
  ])('is 2 for %j, with the nearest reading and nothing on standard output', async (args, expected) => {
    const { status, stdout, stderr } = await run(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(expected);
  });

  test('is 1 for a damaged corpus, with file and field of every fault', async () => {
    const corpus = await mkdtemp(join(tmpdir(), 'iran-talks-'));
    await cp(resolve('corpus'), corpus, { recursive: true });
    await writeFile(join(corpus, 'articles', 'harbour.md'), '---\ntitle: Ferries\noutlet: Harbour Post\n---\nText.\n');
    const { status, stdout, stderr } = await run(['speakers'], { env: { CORPUS_DIR: corpus } });
    await rm(corpus, { recursive: true });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    for (const field of ['url', 'publishedOn', 'language', 'retrievedOn']) {
      expect(stderr).toMatch(new RegExp(`harbour\\.md.*${field}`, 'u'));
    }
    expect(stderr).not.toMatch(STACK);
  });

  test('is 1 where a setting can’t be used, with one sentence that says what to do', async () => {
    const { status, stdout, stderr } = await run(['speakers'], { env: { DISCORD_TOKEN: 'not a token' } });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr.match(/DISCORD_TOKEN: has a space in it: copy the token again/gu)).toHaveLength(1);
    expect(stderr).not.toContain('not a token');
    expect(stderr).not.toMatch(STACK);
  });
});

test('--version prints the version of package.json', async () => {
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));
  expect(await run(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
});

describe('--explain says what a score is made of, wherever it stands', () => {
  test('before the words; what looks like an option and is none is a word of the request, and that is told', async () => {
    const { status, stdout, stderr } = await run(['--explain', 'who', 'said', 'missiles', '--since=never']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Score [\d.]+: coverage/mu);
    expect(stdout).toMatch(/^who said missiles --since=never/mu);
    expect(stderr).toContain('"--since=never" is no option and was read as words of the request.');
  });

  test('behind them', async () => {
    const { stdout } = await run(['who', 'said', 'missiles', '--explain']);
    expect(stdout).toMatch(/^Score [\d.]+: coverage/mu);
    expect(stdout).toMatch(/^who said missiles /u);
  });
});

test('a first page that is not the last says how the next one is asked for', async () => {
  const { stdout } = await run(['timeline']);
  expect(stdout).toMatch(/1 to 10 of \d+\. Add --page 2 for the next \d+\./u);
  expect(stdout).not.toContain('Type more');
});

test('quoted arguments of several words are names, dates and requests', async () => {
  const [said, check] = await Promise.all([
    run(['who', 'said', 'alliances', 'by', 'the Iranian foreign minister', 'since', 'this week']),
    run(['check', 'Trump said no nuclear weapons']),
  ]);
  expect(said.stdout).toContain('Read as: Seyed Abbas Araghchi · alliances · since 9 Feb 2026');
  expect(said.stdout).toContain('Seyed Abbas Araghchi, Iranian Foreign Minister');
  expect(check.stdout).toContain('Verbatim: printed as given.');
});

describe.concurrent('--json', () => {
  test('behind the words prints exactly one object with the shape that programs rely on', async () => {
    const { status, stdout } = await run(['who', 'said', 'no nuclear weapons', '--json']);
    const json = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(Object.keys(json)).toEqual(expect.arrayContaining(['request', 'findings', 'total', 'searched', 'note']));
    expect(json).toMatchObject({ request: 'who said "no nuclear weapons"', total: 1, note: null });
    const speaker = { id: 'donald-trump', name: 'Donald Trump', role: 'U.S. President', kind: 'person' };
    const said = { cue: 'added', source: 'he', kind: 'direct', content: [[91, 125]], via: [], hedged: false };
    expect(json.findings).toEqual([
      expect.objectContaining({
        passageId: 'cgtn-2026-02-12-trump-netanyahu#4',
        paragraph: 4,
        near: false,
        score: expect.any(Number),
        article: expect.objectContaining({
          ...{ id: 'cgtn-2026-02-12-trump-netanyahu', outlet: 'CGTN', publishedOn: '2026-02-12' },
          ...{ title: expect.any(String), url: expect.stringMatching(/^https:/u) },
        }),
        statement: expect.objectContaining({
          ...said,
          id: 'cgtn-2026-02-12-trump-netanyahu#4.2',
          speaker: expect.objectContaining({ ...speaker, resolvedBy: 'pronoun' }),
          saidOn: expect.objectContaining({ from: '2026-02-10', to: '2026-02-10' }),
          venue: expect.stringContaining('Fox Business Network'),
        }),
      }),
    ]);
    expect(json.findings[0].text.slice(91, 125)).toBe('"No nuclear weapons, no missiles,"');
  });

  test('may stand between the words, as others may', async () => {
    const { stdout } = await run(['who', '--page', '2', 'said', '--json', 'missiles']);
    expect(JSON.parse(stdout).request).toBe('who said missiles');
  });

  test('may stand before the words, and leaves others with dashes to the request', async () => {
    const { stdout } = await run(['--json', 'who', 'said', '-50', '--since=never', '-abc']);
    expect(JSON.parse(stdout).request).toBe('who said -50 --since=never -abc');
  });

  test('a request that can’t be read is an object on standard output, too', async () => {
    const { status, stdout, stderr } = await run(['who', 'sad', 'missiles', '--json']);
    expect({ status, stderr }).toEqual({ status: 2, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      error: { code: 'unknown-request', message: expect.any(String), suggestion: 'who said missiles' },
    });
  });
});

describe.concurrent('--json with what no request can mend', () => {
  test('an option that there is not is an object with status 2', async () => {
    const { status, stdout, stderr } = await run(['--foo', '--json']);
    expect({ status, stderr }).toEqual({ status: 2, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'incomplete', suggestion: 'help' } });
  });

  test('a damaged corpus is an object with its faults and status 1', async () => {
    const { status, stdout, stderr } = await run(['speakers', '--json'], { env: { CORPUS_DIR: 'nowhere' } });
    expect(status).toBe(1);
    expect(stderr).toContain('it does not exist');
    const { error } = JSON.parse(stdout);
    expect(error).toMatchObject({ code: 'faults', message: expect.stringContaining('3 faults') });
    expect(error.faults[0]).toMatchObject({
      file: expect.stringContaining('nowhere'),
      field: '',
      reason: expect.any(String),
    });
  });

  test('settings that can’t be used, too', async () => {
    const { status, stdout } = await run(['speakers', '--json'], { env: { LOG_LEVEL: 'loud' } });
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'settings', faults: [{ file: 'LOG_LEVEL' }] } });
  });
});

describe.concurrent('whatever the words', () => {
  test.each([
    ['10,000 characters', 'missiles '.repeat(1_112)],
    ['control characters', '\u0007\u001b[2J\u001b]0;title\u0007 who said\tmissiles\r\n\u0008'],
    ['right-to-left text', 'who said \u202Eمذاكرات السلام\u202C מי אמר'],
  ])('%s end with an answer or a reason, never with a stack trace', async (_, text) => {
    const { status, stdout, stderr } = await run([text]);
    expect([0, 2]).toContain(status);
    expect(stdout + stderr).not.toMatch(STACK);
    expect((stdout + stderr).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect(stdout + stderr).not.toBe('');
  });
});
