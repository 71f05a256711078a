// `ask <question>`: passages that answer. A question about what somebody said is answered with that speaker's statements;
// any other with passages, the sentence that answers marked, and the statement in it if there is one.
import type { Speaker } from '../domain.ts';
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Answer, Finding } from './answer.ts';
import { NO_FILTERS } from './filters.ts';
import { oneGroup } from './findings.ts';
import { NEAR_COVERAGE, NEAREST, notesOn, PASSAGE_COVERAGE } from './matching.ts';
import { answeringFinding } from './passages.ts';
import { aboutSpeaker } from './speaker.ts';
import { findStatements } from './whoSaid.ts';

type Part = Omit<Answer, 'request' | 'searched'>;

/** "What did X say", "Did X deny", "What does X think of": asks for X's own statements. */
const SAYING_QUESTION =
  /\b(?:say|said|says|tell|told|claim(?:ed)?|den(?:y|ied)|insist(?:ed)?|warn(?:ed)?|think|thinks|want|wants|demand(?:ed|s)?|announced?|comment(?:ed)?|reiterated?|position|stance|promised?|vow(?:ed)?|add(?:ed)?)\b/iu;
const WHO_SAID = /^who\b.*?\b(?:said|says)\b\s*(.*)$/iu;
/** "about Iran", "talks with Iran": Iran is the topic. "The position of Iran": it is the subject. */
const NOT_SUBJECT = /\b(?:about|on|with|to|(?<!(?:position|stance|views?|answer|reply) )of)\s+(?:the\s+)?$/iu;

export function answerAsk(index: StoryIndex, question: string): Part {
  const whoSaid = WHO_SAID.exec(question)?.[1];
  if (whoSaid !== undefined && whoSaid.trim() !== '') {
    const { findings, notes } = findStatements(index, index.readQuery(whoSaid), NO_FILTERS);
    return part(findings, { reading: `who said ${whoSaid}`, notes });
  }
  const subject = SAYING_QUESTION.test(question) ? subjectOf(index, question) : undefined;
  if (subject) {
    const topic = question.slice(subject.end).replace(SAYING_QUESTION, ' ').trim();
    return aboutSpeaker(index, subject.speaker, topic === '' ? null : topic, 'topic first');
  }
  return answerFromPassages(index, question);
}

/** The first speaker named between the question word and the verb of saying. */
function subjectOf(index: StoryIndex, question: string): { speaker: Speaker; end: number } | undefined {
  const words = [...question.matchAll(/[\p{L}\p{N}.'’-]+/gu)];
  for (let start = 0; start < words.length; start += 1) {
    for (let length = Math.min(6, words.length - start); length > 0; length -= 1) {
      const first = words[start];
      const last = words[start + length - 1];
      if (!first || !last) continue;
      const end = last.index + last[0].length;
      const name = question.slice(first.index, end).replace(/['’]s$|[.?]$/u, '');
      const found = index.story.gazetteer.find(name, index.asOf);
      if (found && !NOT_SUBJECT.test(question.slice(0, first.index))) {
        return { speaker: found.speaker, end };
      }
    }
  }
  return undefined;
}

function answerFromPassages(index: StoryIndex, question: string): Part {
  const query = index.readQuery(question);
  const isWhen = /\b(?:when|what day|which day|what date)\b/iu.test(question);
  const findings = index
    .searchPassages(query)
    .filter((hit) => hit.factors.coverage >= NEAR_COVERAGE)
    .map((hit) => answeringFinding(index, query, hit, { isWhen, near: hit.factors.coverage < PASSAGE_COVERAGE }))
    .sort((a, b) => b.score - a.score);
  const matches = findings.filter(({ near }) => !near);
  if (matches.length > 0) return part(matches, { reading: null, notes: notesOn(query) });
  return part(findings.slice(0, NEAREST), {
    reading: null,
    notes: [{ kind: 'nothing', what: 'passage' }, ...notesOn(query)],
  });
}

function part(findings: readonly Finding[], rest: Pick<Part, 'reading' | 'notes'>): Part {
  const total = findings.filter((finding) => !finding.near).length;
  return { body: { kind: 'findings', groups: oneGroup(findings) }, total, ...rest };
}
