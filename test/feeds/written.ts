// Feeds as publishers write them, for tests: invented.

export interface WrittenItem {
  readonly address: string;
  readonly title?: string;
  /** guid or id. */
  readonly id?: string;
  /** As it is to be printed. */
  readonly date?: string;
  readonly summary?: string;
}

export function rss(items: readonly WrittenItem[], title = 'Harbour Post'): string {
  const each = items.map(({ address, title: own, id, date, summary }) =>
    [
      '<item>',
      own === undefined ? '' : `<title>${own}</title>`,
      `<link>${address.replaceAll('&', '&amp;')}</link>`,
      id === undefined ? '' : `<guid isPermaLink="false">${id}</guid>`,
      date === undefined ? '' : `<pubDate>${date}</pubDate>`,
      summary === undefined ? '' : `<description>${summary}</description>`,
      '</item>',
    ].join(''),
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title>${each.join('\n')}</channel></rss>`;
}

export function sitemap(items: readonly WrittenItem[]): string {
  const each = items.map(
    ({ address, title = '', date = '' }) =>
      `<url><loc>${address}</loc><news:news><news:publication><news:name>Harbour Post</news:name><news:language>en</news:language></news:publication><news:publication_date>${date}</news:publication_date><news:title>${title}</news:title></news:news></url>`,
  );
  return `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${each.join('')}</urlset>`;
}
