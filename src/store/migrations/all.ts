// Every migration in its order. Append only: a database's version is the number of those that it has been through.
import { conversations } from './001conversations.ts';
import { feedback } from './002feedback.ts';
import { claims } from './003claims.ts';
import { installations } from './004installations.ts';
import { digests } from './005digests.ts';
import { feeds } from './006feeds.ts';
import type { Migration } from './migration.ts';

export const MIGRATIONS: readonly Migration[] = [conversations, feedback, claims, installations, digests, feeds];
