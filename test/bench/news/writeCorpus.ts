// writeCorpus(dir, news, articles): an invented corpus as files, as a curator would have written them. Called again for another size it adds
// or takes away articles; those that stay are the same.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Article, Speaker } from '../../../src/domain.ts';
import type { News } from './inventNews.ts';

/** After it the folder has the first `articles` articles. */
export function writeCorpus(dir: string, news: News, articles: number): void {
  const folder = join(dir, 'articles');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(dir, 'speakers.yaml'), stringify(news.speakers.map(entryOf)));
  writeFileSync(
    join(dir, 'terms.yaml'),
    stringify([
      ['deal', 'agreement', 'accord'],
      ['talk', 'negotiation'],
      ['fee', 'charge'],
    ]),
  );
  const there = readdirSync(folder).length;
  for (let number = there; number < articles; number += 1) {
    const article = news.article(number);
    writeFileSync(join(folder, `${article.id}.md`), fileOf(article));
  }
  for (const name of readdirSync(folder).sort().slice(articles)) rmSync(join(folder, name));
}

function fileOf({ title, outlet, url, publishedOn, retrievedOn, language, body }: Article): string {
  return `---\n${stringify({ title, outlet, url, publishedOn, language, retrievedOn })}---\n\n${body}\n`;
}

function entryOf({ id, name, kind, pronoun, aliases, speaksFor, roles }: Speaker): Record<string, unknown> {
  const offices = roles.map((role) => ({
    title: role.title,
    ...(role.speaksFor ? { speaksFor: role.speaksFor } : {}),
  }));
  return {
    ...{ id, name, kind, pronoun },
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(offices.length > 0 ? { roles: offices } : {}),
    ...(speaksFor ? { speaksFor } : {}),
  };
}
