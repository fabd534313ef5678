import { setTimeout as pause } from 'node:timers/promises';
import { config, type StackConfig } from './config';
import type { DataFolder } from '@benkan/laptop';
import { demoApi } from './demonstration/api';
import { figuresTable, WINDOW } from './demonstration/figures';
import { tellFollowUp } from './demonstration/follow-up';
import { importSet } from './demonstration/import-set';
import { aborted, Interrupted, interruption } from './interruption';
import { addressLines, memoryLine, secondsSince } from './launcher/report';
import { openFolder, type Introduced } from './launcher/open-folder';
import { startStack, type Stack } from './launcher/start-stack';

const DEATH_IS_REPORTED_MS = 1_000;

const say = (...lines: readonly string[]): void =>
  void (lines.length === 0 || process.stdout.write(`${lines.join('\n')}\n`));

const demonstrate = async (stack: Stack, folder: DataFolder, started: number): Promise<void> => {
  const api = demoApi(stack.url);
  const { demonstration } = folder.marker();
  const upTo = demonstration === 'pending' ? await tellFollowUp(api, await importSet(api)) : undefined;
  if (demonstration === 'pending') folder.mark('loaded');
  if (demonstration === 'none')
    return say('', '  Aucune donnée : importez vos feuilles par POST /v1/imports.');
  const items = await api.indicators(WINDOW.from, WINDOW.to, upTo);
  say('', ...figuresTable(items), '', `  chiffres en ${secondsSince(started)}`);
};

// who asks over HTTP notices a dead child before its end is reported
const explained = async (stack: Stack, error: unknown): Promise<string> => {
  const end = await Promise.race([stack.broken, pause(DEATH_IS_REPORTED_MS)]);
  if (typeof end === 'string') return end;
  throw error;
};

// nothing made up ever enters a directory for real data
const show = async (stack: Stack, { folder, identity }: Introduced, started: number): Promise<void> => {
  if (identity.kind === 'demonstration') await demonstrate(stack, folder, started);
  stack.children.services.tell({ kind: 'settled' });
  say(await memoryLine(stack), ...addressLines(stack, folder.path, identity.kind));
};

/** Serves until the signal, or until something breaks: then one line that says what. */
const serve = async (
  settings: StackConfig,
  opened: Introduced,
  signal: AbortSignal,
): Promise<string | undefined> => {
  const started = performance.now();
  const stack = await startStack(settings, opened, signal);
  say('', `  Benkan écoute sur ${stack.url} (prêt en ${secondsSince(started)})`);
  const shown = show(stack, opened, started).then(() => new Promise<never>(() => undefined));
  try {
    const interrupted = aborted(signal).then(() => undefined);
    return await Promise.race([interrupted, stack.broken, shown]);
  } catch (error) {
    return await explained(stack, error);
  } finally {
    await stack.stop();
  }
};

const main = async (): Promise<number> => {
  const signal = interruption();
  const settings = config();
  const opened = await openFolder(settings);
  say(...opened.said);
  try {
    const broken = await serve(settings, opened, signal);
    if (broken === undefined) return 0;
    process.stderr.write(`benkan: ${broken}\n`);
    return 1;
  } catch (error) {
    if (error instanceof Interrupted) return 0;
    throw error;
  } finally {
    opened.folder.discard();
  }
};

main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    process.stderr.write(`benkan: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
