#!/usr/bin/env node
// The process: reads arguments and environment, loads the corpus, answers once or opens the terminal. Exit status: 0 for an
// answer (also an empty one), 2 for a request that can't be read, 1 for a fault in corpus, settings or program.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { config as loadEnv } from 'dotenv';
import { type App, type Context, createApp, type Parts, type Reply } from './app.ts';
import { nearestOption, requestOfArguments } from './arguments.ts';
import { type Config, parseConfig } from './config.ts';
import { loadCorpus } from './corpus/load.ts';
import { ConfigError, CorpusError, IranTalksError, RequestError } from './errors.ts';
import { loadReader, WEIGHTS_FILE } from './loadReader.ts';
import { composeError } from './messages/compose.ts';
import type { StoryCache } from './readStory.ts';
import type { ServeParts } from './serve.ts';
import { answerLines, runChat } from './terminal/chat.ts';
import { completeLine } from './terminal/complete.ts';
import { type RenderOptions, renderMessage } from './terminal/render.ts';

/** Findings on one page of a terminal. */
const PER_PAGE = 10;
/** Lines that Tab shows at once, and columns of what it puts in. Chosen by eye. */
const TAB_ROOM = { choices: 20, units: 100 };
/** From so many articles on the terminal looks for what was read before; fewer are read sooner than that is found. Chosen by eye. */
const MANY_ARTICLES = 20;
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

interface Options {
  readonly words: readonly string[];
  readonly isJson: boolean;
  readonly isExplained: boolean;
  readonly page: number;
  readonly isVersion: boolean;
}

async function main(): Promise<number> {
  const [first, ...rest] = process.argv.slice(2);
  if (first === 'corpus') return curate(rest);
  const options = readArguments(process.argv.slice(2));
  if (options.isVersion) {
    process.stdout.write(`${await readVersion()}\n`);
    return 0;
  }
  loadEnv({ quiet: true });
  const config = parseConfig(process.env);
  const corpusDir = config.corpusDir ?? join(ROOT, 'corpus');
  const corpus = await loadCorpus(corpusDir);
  const isBot = options.words.length === 0 && (config.discord !== null || config.slack !== null);
  const cacheFor = isBot || corpus.articles.length >= MANY_ARTICLES ? await cacheOf(config, isBot) : null;
  const partsFor = (onFault: Parts['onFault'], onProblem: (message: string) => void): Parts => ({
    reader: loadReader(join(ROOT, WEIGHTS_FILE)),
    onFault,
    ...(cacheFor ? { cache: cacheFor(onProblem) } : {}),
  });
  if (isBot) {
    const { serve } = await import('./serve.ts');
    const { createLiveApp } = await import('./liveApp.ts');
    const appFor: ServeParts['createApp'] = (onFault, onProblem) => createLiveApp(corpus, partsFor(onFault, onProblem));
    const version = await readVersion();
    const program = fileURLToPath(import.meta.url);
    const parts = { createApp: appFor, corpusDir, config, version, program, env: process.env };
    // A connection that does not end by itself keeps nobody waiting.
    process.exit(await serve(parts).catch(tellError));
  }
  const app = createApp(
    corpus,
    partsFor(reportFault, (message) => process.stderr.write(`${message}\n`)),
  );
  if (options.words.length === 1 && options.words[0] === 'slack-manifest') return printManifest(app, config);
  const isDigest = /^digests?$/iu.test(options.words[0] ?? '');
  const hasColours = config.mayColour && process.stdout.isTTY === true && process.env['TERM'] !== 'dumb';
  const output = {
    isJson: options.isJson,
    isExplained: options.isExplained,
    // A terminal that does not know its size says 0.
    render: (): RenderOptions => ({ width: process.stdout.columns || 80, hasColours }),
  };
  if (isDigest) return tellDigest(app, config, options, output);
  if (options.words.length > 0) return answerOnce(app, options, output);
  await converse(app, output);
  return 0;
}

/** Null: nothing is kept. Loaded only where it is used: the terminal starts without it. */
async function cacheOf(
  config: Config,
  makesFolder: boolean,
): Promise<((onProblem: (message: string) => void) => StoryCache) | null> {
  const { cacheFolderOf } = await import('./statementCache/cacheFolder.ts');
  const folder = cacheFolderOf(config);
  if (folder === null) return null;
  const { createStatementCache } = await import('./statementCache/statementCache.ts');
  const { programVersion } = await import('./statementCache/version.ts');
  const version = programVersion(dirname(fileURLToPath(import.meta.url)), [join(ROOT, WEIGHTS_FILE)]);
  const path = join(folder, 'statements.cache');
  return (onProblem) => createStatementCache({ path, version, makesFolder, onProblem });
}

/** What curators do with the corpus. */
async function curate(words: readonly string[]): Promise<number> {
  loadEnv({ quiet: true });
  const config = parseConfig(process.env);
  const [{ runCorpus }, { createFetcher }, { userAgentOf }, version] = await Promise.all([
    import('./curate/run.ts'),
    import('./fetch/createFetcher.ts'),
    import('./fetch/userAgent.ts'),
    readVersion(),
  ]);
  return runCorpus(words, {
    corpusDir: config.corpusDir ?? join(ROOT, 'corpus'),
    databaseUrl: config.databaseUrl,
    input: process.stdin,
    output: process.stdout,
    errors: process.stderr,
    width: () => process.stdout.columns || 80,
    hasColours: config.mayColour && process.stdout.isTTY === true && process.env['TERM'] !== 'dumb',
    today,
    createFetcher: () => createFetcher({ allowsPrivate: config.allowsPrivate, userAgent: userAgentOf(version) }),
    reader: () => loadReader(join(ROOT, WEIGHTS_FILE)),
  });
}

/** Of this machine's clock and zone: the day on a curator's desk. */
function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The Slack app as it is pasted once at api.slack.com/apps, for how the bot is set up now. */
async function printManifest(app: App, { slack, slackPublicUrl }: Config): Promise<number> {
  const { manifestOf } = await import('./slack/manifest.ts');
  const isHttp = slack !== null ? slack.appToken === null : slackPublicUrl !== null;
  if (isHttp && slackPublicUrl === null)
    process.stderr.write(
      'Set SLACK_PUBLIC_URL to where Slack reaches the bot: “https://YOUR-HOST” stands in its place.\n',
    );
  const prompts = app.examples(4).map((message) => ({ title: message, message }));
  const manifest = manifestOf({
    mode: isHttp ? 'http' : 'socket',
    publicUrl: isHttp ? (slackPublicUrl ?? 'https://YOUR-HOST') : null,
    isDistributed: slack?.oauth != null,
    prompts,
  });
  process.stdout.write(`${JSON.stringify(manifest, null, 2)}\n`);
  return 0;
}

/** Digests of channels, for whoever runs the bot. */
async function tellDigest(app: App, config: Config, { words, isJson }: Options, output: Output): Promise<number> {
  const { digestInTerminal } = await import('./digestTerminal.ts');
  const parts = {
    app,
    config,
    now: () => new Date(),
    onFault: (cause: unknown) => reportFault(cause, words.join(' ')),
  };
  try {
    const message = await digestInTerminal(words.slice(1), parts);
    process.stdout.write(isJson ? `${JSON.stringify(message, null, 2)}\n` : renderMessage(message, output.render()));
    return EXIT_STATUS.answered;
  } catch (cause) {
    if (!(cause instanceof RequestError) || isJson) throw cause;
    process.stderr.write(renderMessage(composeError(cause), output.render()));
    return EXIT_STATUS.unreadable;
  }
}

interface Output {
  readonly isJson: boolean;
  readonly isExplained: boolean;
  /** Asked for each answer: a window may have been resized. */
  readonly render: () => RenderOptions;
}

function answerOnce(app: App, options: Options, output: Output): number {
  const text = requestOfArguments(options.words);
  const reply = app.respond(text, {
    freeText: 'refuse',
    page: options.page,
    perPage: PER_PAGE,
    nextBy: 'option',
    isExplained: options.isExplained,
  });
  const stream = reply.outcome === 'answered' || output.isJson ? process.stdout : process.stderr;
  stream.write(
    output.isJson ? `${JSON.stringify(reply.json, null, 2)}\n` : renderMessage(reply.message, output.render()),
  );
  return EXIT_STATUS[reply.outcome];
}

const EXIT_STATUS: Readonly<Record<Reply['outcome'], number>> = { answered: 0, unreadable: 2, fault: 1 };

async function converse(app: App, output: Output): Promise<void> {
  const respond = (text: string, context: Context | null): Reply =>
    app.respond(text, { freeText: 'ask', page: 1, perPage: PER_PAGE, context, isExplained: output.isExplained });
  const answer = (line: string, before: Context | null): { text: string; context: Context | null } => {
    const { json, message, context } = respond(line, before);
    const text = output.isJson ? `${JSON.stringify(json)}\n` : renderMessage(message, output.render());
    return { text, context };
  };
  const shared = { input: process.stdin, output: process.stdout, answer };
  // Programs read one object a line; people, a blank line between answers.
  if (process.stdin.isTTY !== true) return answerLines({ ...shared, between: output.isJson ? '' : '\n' });
  const greeting = renderMessage(respond('help', null).message, output.render());
  return runChat({
    ...shared,
    greeting,
    complete: (line) =>
      completeLine(line, (what, typed) => app.complete(what, typed, TAB_ROOM).map(({ value }) => value)),
  });
}

function readArguments(argv: readonly string[]): Options {
  // Only options of this program's own are taken out; every other word, also one with a dash, belongs to the request.
  const known = parseArgs({
    args: [...argv],
    options: { json: { type: 'boolean' }, explain: { type: 'boolean' }, page: { type: 'string' } },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const own = known.tokens.flatMap((token) => {
    if (token.kind === 'option-terminator') return [token.index];
    if (token.kind !== 'option' || !OWN_OPTIONS.has(token.name)) return [];
    return token.name === 'page' && token.value !== undefined && !token.inlineValue
      ? [token.index, token.index + 1]
      : [token.index];
  });
  const words = argv.filter((_, position) => !own.includes(position));
  const [first = ''] = words;
  // Behind "--" everything is a word.
  const end = known.tokens.find((token) => token.kind === 'option-terminator')?.index ?? argv.length;
  const isOption = /^--?\p{L}[\p{L}\d-]*(?:=.*)?$/u.test(first) && argv.indexOf(first) < end;
  const others = argv
    .slice(0, end)
    .filter((word, at) => !own.includes(at) && /^--\p{L}[\p{L}\d-]*(?:=.*)?$/u.test(word));
  const isHelp = isOption && /^(?:--help|-h)$/u.test(first);
  const isVersion = isOption && first === '--version';
  if (isOption && !isHelp && !isVersion) {
    throw new RequestError('incomplete', `No option is called "${first}". There are ${OPTIONS}.`, 'help');
  }
  const isDigest = /^digests?$/iu.test(first);
  for (const other of others.filter((word) => word !== first && !(isDigest && /^--channel(?:=|$)/u.test(word))))
    tellUnknown(other);
  return {
    words: isHelp ? ['help'] : words,
    isJson: known.values['json'] === true,
    isExplained: known.values['explain'] === true,
    page: readPage(known.values['page']),
    isVersion,
  };
}

/**
 * What looks like an option and is none belongs to the request, and that is said.
 *
 * @throws RequestError for what is probably a mistyped option: read as words, "--pages 2" would find nothing.
 */
function tellUnknown(option: string): void {
  const near = nearestOption(option, [...OWN_OPTIONS, 'help', 'version']);
  if (near !== undefined)
    throw new RequestError(
      'incomplete',
      `No option is called "${option}": did you mean --${near}? There are ${OPTIONS}.`,
      'help',
    );
  process.stderr.write(`"${option}" is no option and was read as words of the request. There are ${OPTIONS}.\n`);
}

const OPTIONS = '--json, --explain, --page <number>, --help and --version';
const OWN_OPTIONS = new Set(['json', 'explain', 'page']);

async function readVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  return version;
}

/** @throws RequestError for anything but a whole number from 1. */
function readPage(value: unknown): number {
  if (value === undefined) return 1;
  const page = Number(value);
  if (Number.isInteger(page) && page > 0) return page;
  throw new RequestError('incomplete', `--page needs a number from 1, such as --page 2, not "${String(value)}".`);
}

function reportFault(cause: unknown, text: string): void {
  const stack = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  process.stderr.write(`iran-talks: fault while answering ${JSON.stringify(text.slice(0, 200))}: ${stack}\n`);
}

// A reader that stops early (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  process.exitCode = await main();
} catch (cause) {
  process.exitCode = tellError(cause);
}

/** The exit status. */
function tellError(cause: unknown): number {
  const isExpected = cause instanceof IranTalksError;
  const isJson = process.argv.includes('--json');
  if (isJson) process.stdout.write(`${JSON.stringify({ error: errorJson(cause) }, null, 2)}\n`);
  // A program that reads JSON has a request's error there; a fault is also told to whoever runs it.
  if (!isJson || !(cause instanceof RequestError)) {
    process.stderr.write(
      isExpected ? `${cause.message}\n` : `iran-talks: ${cause instanceof Error ? cause.stack : String(cause)}\n`,
    );
  }
  return cause instanceof RequestError ? EXIT_STATUS.unreadable : EXIT_STATUS.fault;
}

function errorJson(cause: unknown): Readonly<Record<string, unknown>> {
  if (cause instanceof RequestError) return { code: cause.code, message: cause.message, suggestion: cause.suggestion };
  if (cause instanceof CorpusError || cause instanceof ConfigError)
    return { code: cause.code, message: cause.message, faults: cause.faults };
  if (cause instanceof IranTalksError) return { code: cause.code, message: cause.message, faults: [] };
  return { code: 'fault', message: 'Something went wrong; standard error has the details.', faults: [] };
}
