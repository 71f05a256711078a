// cacheFolderOf(settings): where what was read is kept: beside the database's file, if no setting says otherwise.
import { dirname } from 'node:path';

/** Null: nowhere, as the database is in memory. Relative to the working directory, as the settings are. */
export function cacheFolderOf({
  cacheDir,
  databaseUrl,
}: {
  readonly cacheDir: string | null;
  readonly databaseUrl: string;
}): string | null {
  if (cacheDir !== null) return cacheDir;
  const [, path] = /^\s*file:(?:\/\/(?=\/))?(.*?)\s*$/isu.exec(databaseUrl) ?? [];
  if (path === undefined) return 'data';
  return path === ':memory:' ? null : dirname(path);
}
