// Fails the test in which a local Discord saw something wrong, and ends what a file of tests has started.
import { afterAll, afterEach } from 'vitest';

interface Watched {
  takeFaults(): readonly string[];
  close(): Promise<void>;
}

const running = new Set<Watched>();

/** From now on its faults fail the test that runs when they are found. */
export function watch(discord: Watched): void {
  running.add(discord);
}

afterEach(() => {
  const faults = [...running].flatMap((discord) => discord.takeFaults());
  if (faults.length > 0)
    throw new Error(`The local Discord saw what Discord would not accept:\n- ${faults.join('\n- ')}`);
});

afterAll(async () => {
  await Promise.all([...running].map((discord) => discord.close()));
  running.clear();
});
