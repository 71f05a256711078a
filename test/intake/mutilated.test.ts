// However a page is mutilated, reading it gives an article whose words stand in the page, or an IntakeError; at once, and never anything else.
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { IntakeError } from '../../src/errors.ts';
import { decodeBytes } from '../../src/intake/decode.ts';
import { tidyMarkup } from '../../src/intake/markup.ts';
import { readPage } from '../../src/intake/readPage.ts';
import { readText } from '../../src/intake/readText.ts';
import { PAGES } from './pages.ts';

/** Its JSON-LD is the text of one page; hidden words within a line are not printed in another. */
const pages = PAGES.filter(({ slug }) => slug !== 'json-ld-body' && slug !== 'div-soup').map(({ html }) => html);

const place = fc.double({ min: 0, max: 0.999, noNaN: true });
const mutilation = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), from: place, length: fc.nat(400) }),
  fc.record({ kind: fc.constant('end' as const), from: place }),
  fc.record({ kind: fc.constant('double' as const), from: place, length: fc.nat(300) }),
  fc.record({
    kind: fc.constant('insert' as const),
    from: place,
    text: fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<',
        '</',
        '<!--',
        '"',
        '<p',
        '</div>',
        '<script>',
        '&#0;',
        '&',
        '\0',
        '\u202e',
        '<table><tr>',
        ']]>',
        '<q>',
        '<br><br>',
      ),
    ),
  }),
);
type Mutilation = typeof mutilation extends fc.Arbitrary<infer Value> ? Value : never;

function mutilate(html: string, change: Mutilation): string {
  const at = Math.floor(change.from * html.length);
  switch (change.kind) {
    case 'cut':
      return html.slice(0, at) + html.slice(at + change.length);
    case 'end':
      return html.slice(0, at);
    case 'double':
      return html.slice(0, at + change.length) + html.slice(at);
    case 'insert':
      return html.slice(0, at) + change.text + html.slice(at);
  }
}

/** Without white space, what can't be seen, and the marks that stand for `<q>`. */
function bare(text: string): string {
  return text.replace(/[\s\0“”]|\p{Cf}|[\u034f\u115f\u1160]|\u17b4|\u17b5/gu, '');
}

function intakeOnly<Result>(run: () => Result): Result | null {
  try {
    return run();
  } catch (error) {
    if (error instanceof IntakeError) return null;
    throw error;
  }
}

test('a mutilated page gives words of the page, or an IntakeError', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.constantFrom(...pages), fc.array(mutilation, { maxLength: 4 }), (page, changes) => {
      const html = changes.reduce(mutilate, page);
      const start = performance.now();
      const draft = intakeOnly(() => readPage(html, { address: 'https://news.example/a' }));
      expect(performance.now() - start).toBeLessThan(1_000);
      if (draft === null) return;
      read += 1;
      const { document } = parseHTML(`<html><body>${tidyMarkup(html).html}</body></html>`);
      const text = bare(document.body.textContent ?? '');
      for (const passage of draft.paragraphs) expect(text).toContain(bare(passage));
      // A caption is of several parts, each of the page.
      for (const caption of draft.captions) for (const word of caption.split(' ')) expect(text).toContain(bare(word));
      for (const passage of [...draft.paragraphs, ...draft.captions])
        expect(passage).not.toMatch(/[\ufffd\u202e\p{Cc}]/u);
    }),
    { numRuns: 250 },
  );
  // Else the property says nothing.
  expect(read).toBeGreaterThan(100);
});

test('any bytes are decoded and read, or refused with an IntakeError', () => {
  const start = new TextEncoder().encode('<article><p>');
  const bytes = fc.uint8Array({ maxLength: 300 }).map((tail) => Uint8Array.from([...start, ...tail]));
  fc.assert(
    fc.property(
      fc.oneof(bytes, fc.uint8Array({ maxLength: 60 })),
      fc.constantFrom(null, 'text/html; charset=utf-8', 'text/html; charset=shift_jis'),
      (each, contentType) => {
        for (const kind of ['html', 'text'] as const) {
          const text = intakeOnly(() => decodeBytes(each, contentType, kind).text);
          if (text !== null) intakeOnly(() => (kind === 'html' ? readPage(text, { address: null }) : readText(text)));
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('no line of a text is lost, whatever it holds', () => {
  const line = fc.oneof(
    fc.string({ maxLength: 120 }),
    fc.constantFrom('Share', 'By Mara Quill', 'Dam vote put off', 'The dam. /HPA', '', 'It will be lower.'),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const draft = intakeOnly(() => readText(lines.join('\n')));
      if (draft === null) return;
      const kept = [
        draft.title?.value,
        draft.byline?.value,
        ...draft.paragraphs,
        ...draft.captions,
        ...draft.leftOut,
      ].join('');
      expect([...bare(kept)].sort().join('')).toBe(
        [...bare(lines.join('')).replace(draft.byline === null ? '' : /by/i, '')].sort().join(''),
      );
    }),
    { numRuns: 150 },
  );
});
