// createAsk(parts): questions on a terminal. Escape and Ctrl+C answer null: nothing is done then.
import type { CurateParts } from './command.ts';

export interface Ask {
  /** A line of text; `initial` stands there already. `wrong`: what is wrong with what is typed, or undefined. */
  text(
    message: string,
    options: { readonly initial: string; readonly wrong: (typed: string) => string | undefined },
  ): Promise<string | null>;
  /** One of several, the first one chosen already. */
  choose<Value extends string>(
    message: string,
    choices: readonly { readonly value: Value; readonly label: string; readonly hint?: string }[],
  ): Promise<Value | null>;
}

/** Loaded only where something is asked. */
export async function createAsk({ input, output }: Pick<CurateParts, 'input' | 'output'>): Promise<Ask> {
  const { isCancel, select, text } = await import('@clack/prompts');
  const streams = { input, output };
  return {
    async text(message, { initial, wrong }) {
      const typed = await text({
        ...streams,
        message,
        initialValue: initial,
        validate: (value) => wrong((value ?? '').trim()),
      });
      return isCancel(typed) ? null : typed.trim();
    },
    async choose(message, choices) {
      const chosen = await select<string>({
        ...streams,
        message,
        options: choices.map(({ value, label, hint }) => ({ value, label, ...(hint === undefined ? {} : { hint }) })),
      });
      return isCancel(chosen) ? null : (choices.find(({ value }) => value === chosen)?.value ?? null);
    },
  };
}
