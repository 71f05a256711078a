// readBack(text): how the grammar reads what would stand in a request; null for what it refuses ("since last year").
import { RequestError } from '../../errors.ts';
import { parseRequest, type Request } from '../../requests/request.ts';

export function readBack(text: string): Request | null {
  try {
    return parseRequest(text, 'refuse');
  } catch (cause) {
    if (cause instanceof RequestError) return null;
    throw cause;
  }
}
