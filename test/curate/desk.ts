// A curator's desk: an empty corpus folder, a local site whose pages can change, and commands typed on no terminal.

import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { runCorpus } from '../../src/curate/run.ts';
import { createFetcher } from '../../src/fetch/createFetcher.ts';
import { reader } from '../reader.ts';

export interface Desk {
  readonly dir: string;
  /** "http://127.0.0.1:PORT". */
  readonly site: string;
  /** By path: what the site gives; a number is a status. */
  readonly pages: Map<string, string | number>;
  /** `piped`: standard input. */
  run(
    words: readonly string[],
    piped?: string,
  ): Promise<{ readonly status: number; readonly output: string; readonly errors: string }>;
  read(path: string): Promise<string>;
  write(path: string, text: string): Promise<void>;
  close(): Promise<void>;
}

const SHIPPED = join(import.meta.dirname, '..', '..', 'corpus');

export async function openDesk(today = '2026-03-05'): Promise<Desk> {
  const dir = await mkdtemp(join(tmpdir(), 'desk-'));
  for (const name of ['speakers.yaml', 'terms.yaml']) await cp(join(SHIPPED, name), join(dir, name));
  await mkdir(join(dir, 'articles'));
  const pages = new Map<string, string | number>();
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? '') ?? 404;
    if (typeof page === 'number') return void response.writeHead(page).end();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ dir, site, pages },
    async run(words, piped = '') {
      const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
      input.end(piped);
      const texts = [output, errors].map((stream) => {
        let text = '';
        stream.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        return () => text;
      });
      const status = await runCorpus(words, {
        ...{ corpusDir: dir, databaseUrl: `file:${join(dir, 'store.sqlite')}`, input, output, errors },
        width: () => 80,
        hasColours: false,
        today: () => today,
        createFetcher: () => createFetcher({ allowsPrivate: true, userAgent: 'a desk' }),
        reader: () => reader,
      });
      return { status, output: texts[0]?.() ?? '', errors: texts[1]?.() ?? '' };
    },
    read: (path) => readFile(join(dir, path), 'utf8'),
    write: (path, text) => writeFile(join(dir, path), text),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** A page of news as many outlets make them; `paragraphs` as HTML. */
export function pageOf(
  paragraphs: readonly string[],
  { title = 'Ferries stop as crews walk out', address = '', modified = '' } = {},
): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    datePublished: '2026-03-04T08:00:00Z',
    ...(modified === '' ? {} : { dateModified: modified }),
    publisher: { '@type': 'Organization', name: 'Harbour Post' },
    author: [{ '@type': 'Person', name: 'Mira Holt' }],
  };
  return `<!doctype html><html lang="en"><head><title>${title} | Harbour Post</title>
<link rel="canonical" href="${address}"><script type="application/ld+json">${JSON.stringify(data)}</script></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>${title}</h1>
${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}
</article><aside><h3>Related stories</h3><a href="/2">Harbour fees rise</a></aside><footer><p>Licence 0042-17</p></footer></body></html>`;
}

/** Four paragraphs of an invented story. */
export const STORY = [
  'The ferries of Kelluth will stop on Thursday because no agreement on pay has been reached, the harbour office said on Wednesday.',
  '&ldquo;We will not sail until there is a deal,&rdquo; Lena Oster, who speaks for the crews, told reporters in Kelluth.',
  'The harbour office said that 14 of the 20 ferries would stay in port, and that tickets would be taken back until the end of the month.',
  'Talks between the two sides are to go on in Torvik on Friday, the office added.',
];
