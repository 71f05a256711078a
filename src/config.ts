// parseConfig(env): the settings, checked as a whole. An empty variable counts as missing, as in a copied .env.example.
import * as z from 'zod/mini';
import { ConfigError, type Fault } from './errors.ts';

/** Every variable that is read, with its default; `.env.example` lists the same (a test compares them). */
const schema = z.object({
  CORPUS_DIR: z.optional(z.string()),
  DATABASE_URL: z.optional(z.string()),
  NO_COLOR: z.optional(z.string()),
});

export const VARIABLES = Object.keys(schema.shape);

/** Variables of the platforms to come: set, they would be ignored, and nothing is ignored in silence. */
const NOT_YET = /^(?:SLACK|DISCORD)_(?:BOT_TOKEN|APP_TOKEN|SIGNING_SECRET|TOKEN)$/;

export interface Config {
  /** Folder with articles/, speakers.yaml and terms.yaml; null: the corpus that comes with the program. */
  readonly corpusDir: string | null;
  /** What must outlive the process is kept there: "file:" and a path, as openStore reads it. */
  readonly databaseUrl: string;
  /** False when NO_COLOR is set (no-color.org). */
  readonly mayColour: boolean;
}

/** Relative to the working directory. */
const DEFAULT_DATABASE_URL = 'file:data/iran-talks.sqlite';

/** @throws ConfigError with every problem. */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const faults = [...faultsOfPlatforms(given), ...faultsOfDatabase(given['DATABASE_URL'])];
  if (faults.length > 0) throw new ConfigError(faults);
  const values = schema.parse(given);
  return {
    corpusDir: values.CORPUS_DIR ?? null,
    databaseUrl: values.DATABASE_URL ?? DEFAULT_DATABASE_URL,
    mayColour: values.NO_COLOR === undefined,
  };
}

function faultsOfPlatforms(given: Readonly<Record<string, unknown>>): Fault[] {
  return Object.keys(given)
    .filter((name) => NOT_YET.test(name))
    .map((name) => {
      const platform = name.startsWith('SLACK') ? 'Slack' : 'Discord';
      return {
        file: name,
        field: '',
        reason: `is set, but this version does not connect to ${platform}: remove it to use the terminal`,
      };
    });
}

/** The value is not repeated: it may hold a password. */
function faultsOfDatabase(url: string | undefined): Fault[] {
  if (url === undefined || /^\s*file:/iu.test(url)) return [];
  const reason = 'must be "file:" and a path, such as file:data/iran-talks.sqlite; this version uses no other database';
  return [{ file: 'DATABASE_URL', field: '', reason }];
}
