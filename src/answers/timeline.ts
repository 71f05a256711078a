// `timeline [<topic>]`: statements by the day they were said, oldest first; those whose day the article does not give
// come last, under their own heading.
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Answer, Finding, FindingGroup } from './answer.ts';
import { isOutermost } from './findings.ts';
import { hasLimits, readLimits } from './limits.ts';
import { aboutStatements } from './topic.ts';

export function answerTimeline(index: StoryIndex, topic: string | null): Omit<Answer, 'request' | 'searched'> {
  const asked = readLimits(index, topic ?? '');
  const all = index.statements().filter(isOutermost);
  const about = aboutStatements(index, all, { name: '', topic: asked, order: 'newest first' });
  const groups = about.body.kind === 'findings' ? byDay(about.body.groups.flatMap(({ findings }) => findings)) : [];
  const reading = asked.words === '' && !hasLimits(asked) ? null : about.reading;
  return { ...about, reading, body: { kind: 'findings', groups } };
}

function byDay(findings: readonly Finding[]): FindingGroup[] {
  const days = new Map<string, Finding[]>();
  const undated: Finding[] = [];
  for (const finding of inTextOrder(findings)) {
    const saidOn = finding.statement?.saidOn;
    if (!saidOn) undated.push(finding);
    else days.set(`${saidOn.from} ${saidOn.to}`, [...(days.get(`${saidOn.from} ${saidOn.to}`) ?? []), finding]);
  }
  const groups = [...days]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([key, list]): FindingGroup => {
      const [from = '', to = ''] = key.split(' ');
      return { heading: { kind: 'day', from, to }, findings: list };
    });
  if (undated.length > 0) groups.push({ heading: { kind: 'no-day' }, findings: undated });
  return groups;
}

function inTextOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => {
    const byArticle =
      a.article.publishedOn.localeCompare(b.article.publishedOn) || a.article.id.localeCompare(b.article.id);
    return byArticle || (a.statement?.id ?? '').localeCompare(b.statement?.id ?? '', 'en', { numeric: true });
  });
}
