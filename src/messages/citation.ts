// citationOf(finding): where printed words stand, in the words by which a reader finds them.
import type { Finding } from '../answers/answer.ts';
import type { Citation } from './message.ts';
import { formatDay } from './words.ts';

/** What a citation says: outlet, title, day, place, id, address. */
export function citationOf({ article, passage }: Pick<Finding, 'article' | 'passage'>): Citation {
  return {
    outlet: article.outlet,
    title: article.title,
    published: formatDay(article.publishedOn),
    place: passage.kind === 'caption' ? `caption ${passage.number}` : `¶ ${passage.number}`,
    passageId: passage.id,
    url: article.url,
    status: article.status,
  };
}
