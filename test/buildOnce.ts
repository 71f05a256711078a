// Builds dist/ once before the suite, so that tests which start the program start what the sources say today.
import { execFileSync } from 'node:child_process';

export function setup(): void {
  execFileSync('npm', ['run', '-s', 'build'], { stdio: ['ignore', 'inherit', 'inherit'] });
}
