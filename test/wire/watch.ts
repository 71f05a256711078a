// Local platforms that a file of tests has started: see cleanUp.ts.
interface Watched {
  takeFaults(): readonly string[];
  close(): Promise<void>;
}

const running = new Set<Watched>();

/** From now on its faults fail the test that runs when they are found. */
export function watch(platform: Watched): void {
  running.add(platform);
}

/** @throws Error with what they saw since the last time */
export function checkWatched(): void {
  const faults = [...running].flatMap((platform) => platform.takeFaults());
  if (faults.length > 0)
    throw new Error(
      `A local platform saw what the real one would not accept, or what this project has promised not to send:\n- ${faults.join('\n- ')}`,
    );
}

export async function endWatched(): Promise<void> {
  const all = [...running];
  running.clear();
  await Promise.all(all.map((platform) => platform.close()));
}
