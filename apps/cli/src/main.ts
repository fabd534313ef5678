#!/usr/bin/env node
import { CannotDo } from './command';
import { commands } from './commands';
import { config } from './config';
import { linesTo } from './output';
import { understood, usageOf } from './run';

const HELP = new Set(['help', '--help', '-h']);
const NOT_UNDERSTOOD = 2;

const say = linesTo(process.stdout);
const complain = linesTo(process.stderr);

const interruption = (): AbortSignal => {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  return controller.signal;
};

const main = async (args: readonly string[]): Promise<number> => {
  if (HELP.has(args[0] ?? 'help')) {
    say(usageOf(commands));
    return 0;
  }
  const { command, words, options } = understood(commands, args);
  const settings = config();
  const run = await command.load();
  return run({ config: settings, words, options, say, signal: interruption() });
};

main(process.argv.slice(2)).then(
  (status) => process.exit(status),
  (error: unknown) => {
    complain(`benkan : ${error instanceof Error ? error.message : String(error)}`);
    process.exit(error instanceof CannotDo ? NOT_UNDERSTOOD : 1);
  },
);
