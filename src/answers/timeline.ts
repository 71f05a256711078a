// `timeline [<topic>]`: statements by the day they were said, oldest first; those whose day the article does not give
// come last, under their own heading.
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Answer, Finding, FindingGroup } from './answer.ts';
import { isOutermost } from './findings.ts';
import { hasLimits, readLimits } from './reading/limits.ts';
import { findNamed, readLoosely } from './reading/loose.ts';
import { aboutName } from './speaker.ts';
import { aboutStatements } from './topic.ts';

export function answerTimeline(index: StoryIndex, text: string | null): Omit<Answer, 'request' | 'searched'> {
  const asked = readLimits(index, text ?? '');
  const { name, topic: words } = timelineOf(index, asked.words);
  const topic = { ...asked, words };
  const about =
    name === null
      ? aboutStatements(index, index.statements().filter(isOutermost), { name: '', topic, order: 'newest first' })
      : aboutName(index, name, topic);
  const groups = about.body.kind === 'findings' ? byDay(about.body.groups.flatMap(({ findings }) => findings)) : [];
  const reading = asked.words === '' && !hasLimits(asked) ? null : about.reading;
  return { ...about, reading, body: { kind: 'findings', groups } };
}

/** "Missiles by Trump", "Trump on missiles", "Trump": whose words, where it is somebody's, and on what. */
export function timelineOf(index: StoryIndex, words: string): { readonly name: string | null; readonly topic: string } {
  const by = /^(?:(.*\S)\s+)?by\s+(\S.*)$/i.exec(words);
  if (by && findNamed(index, by[2] ?? '')) return { name: by[2] ?? '', topic: by[1] ?? '' };
  const loose = readLoosely(index, words);
  if (loose?.who.kind === 'speaker' || loose?.who.kind === 'source') return { name: loose.name, topic: loose.topic };
  // A country is a topic as well; a person alone is rather one who speaks.
  const person = index.story.gazetteer.find(words, index.asOf)?.speaker;
  return person?.kind === 'person' ? { name: words, topic: '' } : { name: null, topic: words };
}

function byDay(findings: readonly Finding[]): FindingGroup[] {
  const days = new Map<string, Finding[]>();
  const undated: Finding[] = [];
  for (const finding of inTextOrder(findings)) {
    const saidOn = finding.statement?.saidOn;
    if (!saidOn) {
      undated.push(finding);
      continue;
    }
    const key = `${saidOn.from} ${saidOn.to}`;
    const day = days.get(key);
    if (day) day.push(finding);
    else days.set(key, [finding]);
  }
  const groups = [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, list]): FindingGroup => {
      const [from = '', to = ''] = key.split(' ');
      return { heading: { kind: 'day', from, to }, findings: list };
    });
  if (undated.length > 0) groups.push({ heading: { kind: 'no-day' }, findings: undated });
  return groups;
}

/** Earlier articles first. The findings come newest first, those of one day in the order of the text: a stable sort leaves these as they are. */
function inTextOrder(findings: readonly Finding[]): Finding[] {
  const dayOf = ({ article }: Finding): string => article.publishedOn;
  return [...findings].sort((a, b) => (dayOf(a) === dayOf(b) ? 0 : dayOf(a) < dayOf(b) ? -1 : 1));
}
