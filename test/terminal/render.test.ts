import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Citation, FindingPart, Message, Part, Run } from '../../src/messages/message.ts';
import { renderMessage } from '../../src/terminal/render.ts';

const ESCAPES = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
const ADDRESS = 'https://news.example/2031-05-04/a-very-long-address-that-no-terminal-line-has-room-for/index.html';

function message(fields: Partial<Message>): Message {
  return { title: '', summary: '', parts: [], footer: [], isPrivate: false, range: null, ...fields };
}

function finding(fields: Partial<FindingPart>): FindingPart {
  const quote = {
    runs: [{ text: 'The ferry is late.', style: 'printed' as const }],
    isCutBefore: false,
    isCutAfter: false,
  };
  return {
    kind: 'finding',
    statementId: null,
    isNearest: false,
    who: [{ text: 'Lena Oster', style: 'strong' }],
    quote,
    remarks: [],
    citation,
    also: null,
    ...fields,
  };
}

const citation: Citation = {
  outlet: 'Harbour Post',
  title: 'Ferries',
  published: '4 May 2031',
  place: '¶ 2',
  passageId: 'harbour#2',
  url: ADDRESS,
  status: 'usable',
};

function printed(text: string, style: Run['style'] = 'printed'): Run {
  return { text, style };
}

function quoting(runs: readonly Run[], cuts: { isCutBefore?: boolean; isCutAfter?: boolean } = {}): FindingPart {
  return finding({ quote: { runs, isCutBefore: false, isCutAfter: false, ...cuts } });
}

function linesOf(fields: Partial<Message>, width: number, hasColours = false): string[] {
  return renderMessage(message(fields), { width, hasColours }).trimEnd().split('\n');
}

/** Two columns for Chinese characters, which are the only wide ones used here. */
function columnsOf(line: string): number {
  return [...line].reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0);
}

describe('wrapping', () => {
  const text =
    'Lena Oster said on Tuesday that the harbour ferries would sail again before the first snow of the year.';

  test.each([80, 40, 20])('at %i columns every line is as full as it can be and none is longer', (width) => {
    const lines = linesOf({ parts: [{ kind: 'text', runs: [printed(text)] }] }, width);
    expect(lines.join(' ')).toBe(text);
    lines.forEach((line, at) => {
      const next = lines[at + 1]?.split(' ')[0];
      expect(line.length).toBeLessThanOrEqual(width);
      if (next !== undefined) expect(line.length + 1 + next.length).toBeGreaterThan(width);
    });
  });

  test('the bar of a quotation counts as two of its columns', () => {
    const lines = linesOf({ parts: [quoting([printed(text)])] }, 20).filter((line) => line.startsWith('│ '));
    expect(lines.map((line) => line.slice(2)).join(' ')).toBe(text);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(20);
  });

  test('a terminal narrower than 20 columns is taken for one of 20', () => {
    expect(linesOf({ parts: [{ kind: 'text', runs: [printed(text)] }] }, 3)).toEqual(
      linesOf({ parts: [{ kind: 'text', runs: [printed(text)] }] }, 20),
    );
  });

  test.each([80, 40, 20])('an address is never broken at %i columns and stands on a line of its own', (width) => {
    expect(linesOf({ parts: [finding({})] }, width).filter((line) => line.includes('https:'))).toEqual([ADDRESS]);
  });

  test('a word of which only half matched stays one word', () => {
    const runs = [printed('the un'), printed('break', 'matched'), printed('able promise')];
    expect(linesOf({ parts: [quoting(runs)] }, 20)).toEqual(expect.arrayContaining(['│ the unbreakable', '│ promise']));
  });

  test('a no-break space is no place to break and stays what it is', () => {
    const lines = linesOf({ parts: [quoting([printed('It will cost them 40\u00A0million in all.')])] }, 23);
    expect(lines).toContain('│ It will cost them');
    expect(lines).toContain('│ 40\u00A0million in all.');
  });

  test('a Chinese character takes two columns', () => {
    const lines = linesOf({ parts: [{ kind: 'text', runs: [printed('谈判谈判 谈判谈判 谈判谈判')] }] }, 20);
    expect(lines).toEqual(['谈判谈判 谈判谈判', '谈判谈判']);
  });
});

describe('the first line', () => {
  test('title and summary share it with a gap where they fit', () => {
    expect(linesOf({ title: 'speakers', summary: '7 speakers' }, 30)).toEqual([`speakers${' '.repeat(12)}7 speakers`]);
  });

  test('a summary that does not fit beside the title is wrapped below it', () => {
    const lines = linesOf({ title: 'who said ferries', summary: '1 statement · 1 article, up to 4 May 2031' }, 20);
    expect(lines).toEqual(['who said ferries', '1 statement · 1', 'article, up to 4 May', '2031']);
  });

  test('a title without a summary has no spaces behind it', () => {
    expect(renderMessage(message({ title: 'help' }), { width: 40, hasColours: false })).toBe('help\n');
  });
});

describe('a quotation', () => {
  test('every line of it begins with a bar, and no other line does', () => {
    const lines = linesOf({ parts: [quoting([printed('The ferries sail at six and come back at nine.')])] }, 30);
    expect(lines.slice(0, 3)).toEqual(['Lena Oster', '│ The ferries sail at six and', '│ come back at nine.']);
    expect(lines.slice(3).filter((line) => line.startsWith('│'))).toEqual([]);
  });

  test('a cut is marked outside the printed words, at the ends that are cut and no other', () => {
    const shown = (cuts: { isCutBefore?: boolean; isCutAfter?: boolean }): string | undefined =>
      linesOf({ parts: [quoting([printed('It sails.', 'matched')], cuts)] }, 80).find((line) => line.startsWith('│'));
    expect(shown({})).toBe('│ It sails.');
    expect(shown({ isCutBefore: true })).toBe('│ […] It sails.');
    expect(shown({ isCutAfter: true })).toBe('│ It sails. […]');
    expect(shown({ isCutBefore: true, isCutAfter: true })).toBe('│ […] It sails. […]');
  });

  test('a source that was corrected or withdrawn says so in the citation', () => {
    const text = linesOf({ parts: [finding({ citation: { ...citation, status: 'corrected' } })] }, 80).join('\n');
    expect(text).toContain('¶ 2 · CORRECTED · harbour#2');
  });
});

describe('colours', () => {
  const runs = [printed('The '), printed('ferry', 'matched'), printed(' is late', 'content'), printed('.')];
  const parts: Part[] = [quoting(runs), { kind: 'rows', rows: [{ label: 'Lena Oster', detail: '2 statements' }] }];

  test('without them there is no escape sequence and not one character in the printed words', () => {
    const text = renderMessage(message({ title: 'timeline', parts }), { width: 80, hasColours: false });
    expect(text).not.toContain('\u001b');
    expect(text).toContain('│ The ferry is late.\n');
  });

  test('with them the words that matched stand out, and the words are the same', () => {
    const plain = renderMessage(message({ title: 'timeline', parts }), { width: 80, hasColours: false });
    const coloured = renderMessage(message({ title: 'timeline', parts }), { width: 80, hasColours: true });
    expect(coloured).toContain('\u001b[33mferry\u001b[39m');
    expect(coloured.replace(ESCAPES, '')).toBe(plain);
  });

  test('differences are named where no colour tells them apart, and kept within the width', () => {
    const differences: Part = {
      kind: 'text',
      runs: [
        printed('no ferries no ', 'plain'),
        printed('big ships', 'put-in'),
        printed(' ', 'plain'),
        printed('boats', 'left-out'),
      ],
    };
    expect(linesOf({ parts: [differences] }, 40)).toEqual(['no ferries no {given: big ships}', '{printed: boats}']);
    expect(
      linesOf({ parts: [differences] }, 40, true)
        .join('\n')
        .replace(ESCAPES, ''),
    ).toBe('no ferries no big ships boats');
  });
});

describe('any message', () => {
  const letters = [...'aZ09.,;:—-“”"\'()<>&*_`éşİß', 'م', 'ذ', '谈', '判'];
  const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 14 });
  const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
  const style = fc.constantFrom<Run['style'][]>('plain', 'strong', 'faint', 'printed', 'matched', 'content');
  /** A text cut anywhere, also within words, each piece in a style of its own. */
  const runs = fc.tuple(text, fc.array(fc.tuple(fc.nat(200), style), { maxLength: 6 })).map(([whole, cuts]) => {
    const edges = [...new Set([0, ...cuts.map(([at]) => Math.min(at, whole.length)), whole.length])].sort(
      (a, b) => a - b,
    );
    return edges
      .slice(1)
      .map((end, at): Run => ({ text: whole.slice(edges[at], end), style: cuts[at]?.[1] ?? 'printed' }));
  });
  const part = fc.oneof(
    fc.record({ kind: fc.constant('heading' as const), text }),
    fc.record({ kind: fc.constant('text' as const), runs }),
    fc.record({
      kind: fc.constant('rows' as const),
      rows: fc.array(fc.record({ label: text, detail: text }), { maxLength: 3 }),
    }),
    fc
      .tuple(
        runs,
        fc.record({ runs, isCutBefore: fc.boolean(), isCutAfter: fc.boolean() }),
        fc.array(text, { maxLength: 2 }),
        text,
      )
      .map(([who, quote, remarks, title]) => finding({ who, quote, remarks, citation: { ...citation, title } })),
  );
  const anyMessage = fc
    .record({
      title: text,
      summary: text,
      parts: fc.array(part, { maxLength: 4 }),
      footer: fc.array(text, { maxLength: 2 }),
    })
    .map(message);

  test('is shown with every word and every citation in order, and no line is longer than the width unless it is one word', () => {
    fc.assert(
      fc.property(anyMessage, fc.constantFrom(80, 40, 20), (given, width) => {
        const lines = renderMessage(given, { width, hasColours: false }).split('\n');
        expect(lines.flatMap(wordsIn)).toEqual(wordsExpected(given));
        for (const line of lines) if (wordsIn(line).length > 1) expect(columnsOf(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  test('has the same words with colours as without', () => {
    fc.assert(
      fc.property(anyMessage, (given) => {
        const [plain, coloured] = [false, true].map((hasColours) => renderMessage(given, { width: 40, hasColours }));
        expect(coloured?.replace(ESCAPES, '')).toBe(plain);
      }),
    );
  });
});

function wordsIn(line: string): string[] {
  return line.split(/\s+/u).filter((piece) => piece !== '' && piece !== '│');
}

function wordsExpected({ title, summary, parts, footer }: Message): string[] {
  return [title, summary, ...parts.flatMap(textsOf), ...footer].flatMap(wordsIn);
}

function textsOf(part: Part): string[] {
  const joined = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');
  if (part.kind === 'heading') return [part.text];
  if (part.kind === 'text') return [joined(part.runs)];
  if (part.kind === 'rows') return part.rows.flatMap(({ label, detail }) => [label, detail]);
  const { outlet, title, published, place, passageId, url } = part.citation;
  const quote = [
    ...(part.quote.isCutBefore ? ['[…]'] : []),
    joined(part.quote.runs),
    ...(part.quote.isCutAfter ? ['[…]'] : []),
  ];
  return [joined(part.who), ...quote, ...part.remarks, [outlet, title, published, place, passageId].join(' · '), url];
}
