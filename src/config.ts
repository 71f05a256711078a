// parseConfig(env): the settings, checked as a whole. An empty variable counts as missing, as in a copied .env.example.
import * as z from 'zod/mini';
import { ConfigError, type Fault } from './errors.ts';

/** Every variable that is read, with its default; `.env.example` lists the same (a test compares them). */
const schema = z.object({
  CORPUS_DIR: z.optional(z.string()),
  NO_COLOR: z.optional(z.string()),
});

export const VARIABLES = Object.keys(schema.shape);

/** Variables of the platforms to come: set, they would be ignored, and nothing is ignored in silence. */
const NOT_YET = /^(?:SLACK|DISCORD)_(?:BOT_TOKEN|APP_TOKEN|SIGNING_SECRET|TOKEN)$/;

export interface Config {
  /** Folder with articles/, speakers.yaml and terms.yaml; null: the corpus that comes with the program. */
  readonly corpusDir: string | null;
  /** False when NO_COLOR is set (no-color.org). */
  readonly mayColour: boolean;
}

/** @throws ConfigError with every problem. */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const faults: Fault[] = Object.keys(given)
    .filter((name) => NOT_YET.test(name))
    .map((name) => {
      const platform = name.startsWith('SLACK') ? 'Slack' : 'Discord';
      return {
        file: name,
        field: '',
        reason: `is set, but this version does not connect to ${platform}: remove it to use the terminal`,
      };
    });
  if (faults.length > 0) throw new ConfigError(faults);
  const values = schema.parse(given);
  return { corpusDir: values.CORPUS_DIR ?? null, mayColour: values.NO_COLOR === undefined };
}
