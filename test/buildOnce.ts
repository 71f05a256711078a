// Builds dist/ once before the suite, so that tests which start the program start what the sources say today; and says what is left out.
import { execFileSync } from 'node:child_process';

const SKIPPED = 'PostgreSQL was skipped: TEST_POSTGRES_URL is not set.\n';

export function setup(): void {
  if (!process.env['TEST_POSTGRES_URL']) process.stdout.write(SKIPPED);
  execFileSync('npm', ['run', '-s', 'build'], { stdio: ['ignore', 'inherit', 'inherit'] });
}
