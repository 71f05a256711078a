// Reads arguments of the Web API: JSON, a form whose richer values are JSON, or the query.
import type { IncomingMessage } from 'node:http';

export interface ReadBody {
  readonly args: Readonly<Record<string, unknown>>;
  /** What is wrong with it as a whole. */
  readonly fault?: string;
}

/** Arguments that are no texts: in a form they are JSON. */
const JSON_ARGS = new Set(['blocks', 'attachments', 'metadata', 'view', 'prompts', 'loading_messages']);

/** @example await readArgs(request) → { args: { channel: 'C1', blocks: [] } } */
export async function readArgs(request: IncomingMessage): Promise<ReadBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const type = request.headers['content-type'] ?? '';
  const query = Object.fromEntries(new URL(request.url ?? '/', 'http://localhost').searchParams);
  if (text === '') return { args: fromForm(query) };
  if (type.startsWith('application/json')) return fromJson(text);
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return { args: fromForm({ ...query, ...Object.fromEntries(new URLSearchParams(text)) }) };
  }
  return { args: {}, fault: `a body of type "${type}"` };
}

function fromJson(text: string): ReadBody {
  try {
    const args: unknown = JSON.parse(text);
    if (typeof args === 'object' && args !== null && !Array.isArray(args)) return { args: args as ReadBody['args'] };
    return { args: {}, fault: 'JSON that is no object' };
  } catch {
    return { args: {}, fault: `no JSON: ${text.slice(0, 200)}` };
  }
}

function fromForm(form: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(form).map(([key, value]) => [key, read(key, value)]));
}

function read(key: string, value: string): unknown {
  if (JSON_ARGS.has(key)) {
    try {
      return JSON.parse(value) as unknown;
    } catch {
      return value;
    }
  }
  if (key !== 'text' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}
