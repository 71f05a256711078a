// Fails the test in which a local platform saw something wrong, and ends what a file of tests has started.
import { afterAll, afterEach } from 'vitest';

interface Watched {
  takeFaults(): readonly string[];
  close(): Promise<void>;
}

const running = new Set<Watched>();

/** From now on its faults fail the test that runs when they are found. */
export function watch(platform: Watched): void {
  running.add(platform);
}

afterEach(() => {
  const faults = [...running].flatMap((platform) => platform.takeFaults());
  if (faults.length > 0)
    throw new Error(
      `A local platform saw what the real one would not accept, or what this project has promised not to send:\n- ${faults.join('\n- ')}`,
    );
});

afterAll(async () => {
  await Promise.all([...running].map((platform) => platform.close()));
  running.clear();
});
