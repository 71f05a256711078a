// Reads the bodies of requests: JSON, or JSON with files as multipart/form-data.
import type { IncomingMessage } from 'node:http';
import type { SentFile } from './messages.ts';

export interface ReadBody {
  /** undefined: there was none. */
  readonly body: unknown;
  readonly files: readonly SentFile[];
  /** What is wrong with it as a whole. */
  readonly fault?: string;
}

/** @example await readBody(request) → { body: { content: 'Hello' }, files: [] } */
export async function readBody(request: IncomingMessage): Promise<ReadBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  if (bytes.length === 0) return { body: undefined, files: [] };
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) return { ...parse(bytes.toString('utf8')), files: [] };
  if (type.startsWith('multipart/form-data')) return readForm(bytes, type);
  return { body: undefined, files: [], fault: `a body of type "${type}"` };
}

function parse(text: string): Pick<ReadBody, 'body' | 'fault'> {
  try {
    return { body: JSON.parse(text) as unknown };
  } catch {
    return { body: undefined, fault: `a body that is no JSON: ${text.slice(0, 200)}` };
  }
}

async function readForm(bytes: Buffer, type: string): Promise<ReadBody> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  const parts = [...form.entries()];
  const files = await Promise.all(
    parts.flatMap(([key, value]) => (typeof value === 'string' || !/^files\[\d+\]$/u.test(key) ? [] : [fileOf(value)])),
  );
  const json = form.get('payload_json');
  const unknown = parts.filter(([key]) => key !== 'payload_json' && !/^files\[\d+\]$/u.test(key)).map(([key]) => key);
  return {
    ...(typeof json === 'string' ? parse(json) : { body: {} }),
    files,
    ...(unknown.length === 0 ? {} : { fault: `parts of a form that Discord does not know: ${unknown.join(', ')}` }),
  };
}

async function fileOf(file: File): Promise<SentFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { name: file.name, type: file.type, size: bytes.length, bytes };
}
