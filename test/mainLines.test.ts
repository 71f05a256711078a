import { beforeAll, describe, expect, test } from 'vitest';
import { type Ended, ended as endOf, MAIN, run, start } from './runMain.ts';

/** What answers hold that these tests look at. */
interface Json {
  readonly request: string;
  readonly total: number;
  readonly searched: { readonly articles: number; readonly passages: number; readonly upTo: string };
  readonly note: string | null;
  readonly findings: readonly {
    readonly text: string;
    readonly near: boolean;
    readonly dates: readonly { readonly from: string }[];
    readonly statement: {
      readonly speaker: { readonly id: string; readonly name: string };
      readonly kind: string;
      readonly saidOn: { readonly from: string; readonly to: string } | null;
      readonly venue: string | null;
    } | null;
  }[];
}

describe.concurrent('lines piped in', () => {
  test('are answered one by one, without prompt, greeting or escape sequences', async () => {
    const { status, stdout } = await run([], { input: 'more\nspeakers\n\ntimeline\r\nmore\nsources' });
    expect(status).toBe(0);
    for (const absent of ['\u001b', 'iran-talks>', 'who said <words>']) expect(stdout).not.toContain(absent);
    expect(stdout).toMatch(
      /no answer yet.*\nspeakers .*\ntimeline .*1 to 10 of.*\ntimeline .*11 to 20 of.*\nsources /su,
    );
  });

  test('go on from the line before', async () => {
    const { stdout } = await run([], { input: 'who said missiles\nand Netanyahu?\nsince Monday\nwhen?\n' });
    const titles = stdout.split('\n').filter((line) => /^(?:when: )?who said/u.test(line));
    expect(titles.map((title) => title.replace(/ {3,}.*$/u, ''))).toEqual([
      'who said missiles',
      'who said missiles by Netanyahu',
      'who said missiles by Netanyahu since Monday',
      'when: who said missiles by Netanyahu since Monday',
    ]);
    expect(stdout).toContain('Read as: Benjamin Netanyahu · missiles · since 9 Feb 2026');
  });

  test('a reader that stops early ends the program without a word', async () => {
    const child = start([process.execPath, MAIN]);
    const end = endOf(child);
    child.stdin.on('error', () => undefined);
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end('timeline\n'.repeat(500));
    expect(await end).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('the right answers, through --json,', () => {
  const answers = new Map<string, Json>();
  const get = (request: string): Json => answers.get(request) ?? expect.fail(`no answer to ${request}`);
  const requests = [
    ...['who said "no nuclear weapons"', 'who said "wall of distrust"', 'who said missiles are not negotiable'],
    ...['ask when were the talks in Muscat', 'who said Khamenei'],
  ];

  let ended: Ended;

  beforeAll(async () => {
    ended = await run(['--json'], { input: requests.join('\n') });
    for (const line of ended.stdout.trimEnd().split('\n')) {
      const json: Json = JSON.parse(line);
      answers.set(json.request, json);
    }
  });

  test('come one object a line, in the order of the lines piped in', () => {
    expect(ended).toMatchObject({ status: 0, stderr: '' });
    expect([...answers.keys()]).toEqual(requests);
  });

  test('"no nuclear weapons": Donald Trump, to Fox Business Network, on 10 February', () => {
    const [first] = get('who said "no nuclear weapons"').findings;
    expect(first?.statement).toMatchObject({
      speaker: { name: 'Donald Trump' },
      kind: 'direct',
      saidOn: { from: '2026-02-10', to: '2026-02-10' },
      venue: expect.stringContaining('Fox Business Network'),
    });
  });

  test('"wall of distrust": Masoud Pezeshkian, in Tehran, on 11 February', () => {
    const [first] = get('who said "wall of distrust"').findings;
    expect(first?.statement).toMatchObject({
      speaker: { name: 'Masoud Pezeshkian' },
      saidOn: { from: '2026-02-11', to: '2026-02-11' },
      venue: expect.stringContaining('in Tehran'),
    });
  });

  test('missiles are not negotiable: Iran’s side first, and not Trump', () => {
    const ids = get('who said missiles are not negotiable').findings.map(({ statement }) => statement?.speaker.id);
    expect(['iranian-government', 'abbas-araghchi', 'masoud-pezeshkian']).toContain(ids[0]);
    expect(ids).not.toContain('donald-trump');
  });

  test('the talks in Muscat: on Friday, which was 6 February', () => {
    const [first] = get('ask when were the talks in Muscat').findings;
    expect(first?.text).toContain('Friday');
    expect(first?.dates.map(({ from }) => from)).toContain('2026-02-06');
  });

  test('Khamenei: nobody, and what was searched', () => {
    const { findings, total, searched, note } = get('who said Khamenei');
    expect(findings.filter(({ near }) => !near)).toEqual([]);
    expect({ total, searched }).toEqual({ total: 0, searched: { articles: 1, passages: 14, upTo: '2026-02-12' } });
    expect(note).toContain('Not in it at all: Khamenei.');
  });
});
