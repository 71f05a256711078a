// createFolderWatches(parts): tells when something changes in any of some folders. One watch a folder, not one for all that lies below: of Node
// 20's recursive ones a file that another was moved over (as editors save) is not seen again: tried.
import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '../errors.ts';
import { explain } from './files.ts';

/** Begins to watch one folder; `onEvent` gets the name of what has changed in it, null: unknown. @throws what node:fs.watch throws */
export type WatchFolder = (folder: string, onEvent: (name: string | null) => void) => Pick<FSWatcher, 'close' | 'on'>;

export interface FolderWatches {
  /** Watches these folders and no others. `isNew`: some were not watched until now. */
  follow(folders: readonly string[]): Promise<{ readonly isNew: boolean; readonly faults: readonly Fault[] }>;
  close(): void;
}

export const watchFolder: WatchFolder = (folder, onEvent) =>
  watch(folder, { persistent: false }, (_, name) => onEvent(name));

export function createFolderWatches(
  onEvent: (path: string | null) => void,
  watchOne: WatchFolder = watchFolder,
): FolderWatches {
  /** Path to the folder that stood there, and its watch. */
  const watches = new Map<string, { readonly identity: string; readonly watch: ReturnType<WatchFolder> }>();
  const end = (path: string): void => {
    watches.get(path)?.watch.close();
    watches.delete(path);
  };
  const begin = (path: string, identity: string): Fault | null => {
    try {
      const one = watchOne(path, (name) => onEvent(name === null ? null : join(path, name)));
      one.on('error', () => {
        if (watches.get(path)?.watch === one) end(path);
        onEvent(null);
      });
      watches.set(path, { identity, watch: one });
      return null;
    } catch (cause) {
      // Gone since it was listed.
      if (codeOf(cause) === 'ENOENT') return null;
      return { file: path, field: '', reason: `can't be watched: ${explainWatch(cause)}` };
    }
  };
  return {
    async follow(folders) {
      for (const path of [...watches.keys()].filter((one) => !folders.includes(one))) end(path);
      const faults: Fault[] = [];
      let isNew = false;
      for (const path of folders) {
        const identity = await identityOf(path);
        if (identity === null || watches.get(path)?.identity === identity) continue;
        end(path);
        const fault = begin(path, identity);
        if (fault) faults.push(fault);
        else isNew = true;
      }
      return { isNew, faults };
    },
    close() {
      for (const path of [...watches.keys()]) end(path);
    },
  };
}

function explainWatch(cause: unknown): string {
  const code = codeOf(cause);
  const reason =
    code === 'ENOSPC' || code === 'EMFILE'
      ? 'the system watches as many folders as it may (on Linux raise fs.inotify.max_user_watches and max_user_instances)'
      : explain(cause);
  return `${reason}. What changes in it is seen only when all is looked through, again and again`;
}

function codeOf(cause: unknown): unknown {
  return cause instanceof Error && 'code' in cause ? cause.code : undefined;
}

/** A folder that was made anew under its old path is another one. Null: there is none. */
async function identityOf(path: string): Promise<string | null> {
  return stat(path).then(
    ({ dev, ino, birthtimeMs }) => [dev, ino, birthtimeMs].join(' '),
    () => null,
  );
}
