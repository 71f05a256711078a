// Log: what the adapter tells whoever runs the bot; pino fits. Ids and errors, never what people wrote.

type Write = (fields: Readonly<Record<string, unknown>>, message: string) => void;

export interface Log {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}
