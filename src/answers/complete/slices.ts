// inSlices(make): something that takes long to make, made in steps between other work, or at once when it is needed.

export interface Sliced<Made> {
  /** Makes what is left to make. */
  get(): Made;
  /** One step at a time; a second run goes on where the first one was left. */
  steps(): Generator<void>;
}

/** Items between two steps. Chosen by eye: about a millisecond. */
export const SLICE = 100;

/** `make` is called once, when the first step is asked for. */
export function inSlices<Made>(make: () => Generator<void, Made>): Sliced<Made> {
  let making: Generator<void, Made> | undefined;
  let made: { readonly value: Made } | undefined;
  const step = (): boolean => {
    if (made) return false;
    making ??= make();
    const { done, value } = making.next();
    if (done) made = { value };
    return !done;
  };
  return {
    get() {
      while (step());
      if (!made) throw new Error('what is made in slices was not made');
      return made.value;
    },
    *steps() {
      while (step()) yield;
    },
  };
}
