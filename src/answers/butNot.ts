// "…, but not: who said missiles": what one request finds without what another does, for "what else did she say?". Part of the question,
// so that it can be shown, typed and stored as every request can.
import { RequestError } from '../errors.ts';
import { parseRequest, type Request } from '../requests/request.ts';
import { type Answer, type Finding, foundIn, type Note } from './answer.ts';

type Part = Omit<Answer, 'request' | 'searched'>;

const BUT_NOT = /^(.*\S), but not: ((?:who said|ask|speaker|compare|timeline|check)\s+\S.*)$/i;

/** The question by itself, and the request whose findings are left out; null: none are. */
export function splitButNot(question: string): { readonly asked: string; readonly left: Request | null } {
  const [, asked, rest] = BUT_NOT.exec(question) ?? [];
  if (asked === undefined || rest === undefined) return { asked: question, left: null };
  try {
    return { asked, left: parseRequest(rest) };
  } catch (cause) {
    if (cause instanceof RequestError) return { asked: question, left: null };
    throw cause;
  }
}

/** `found` without the matches of `left`. */
export function withoutFound(found: Part, left: Part): Part {
  if (found.body.kind !== 'findings') return found;
  const shown = new Set(
    foundIn(left.body)
      .filter(({ near }) => !near)
      .map(keyOf),
  );
  const groups = found.body.groups.map(({ heading, findings }) => ({
    heading,
    findings: findings.filter((finding) => !shown.has(keyOf(finding))),
  }));
  const total = groups.flatMap(({ findings }) => findings).filter(({ near }) => !near).length;
  const notes: Note[] = total === 0 && found.total > 0 ? [{ kind: 'nothing-else' }] : [...found.notes];
  return { ...found, total, notes, body: { kind: 'findings', groups } };
}

function keyOf({ statement, passage }: Finding): string {
  return statement?.id ?? passage.id;
}
