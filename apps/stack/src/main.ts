import { InvalidEnvironment } from '@benkan/config';
import { config } from './config';
import { CannotStart, openDataFolder, type DataFolder } from './data-folder';
import { demoApi } from './demonstration/api';
import { figuresTable, WINDOW } from './demonstration/figures';
import { importSet } from './demonstration/import-set';
import { addressLines, memoryLine, secondsSince } from './launcher/report';
import { startStack, type Stack } from './launcher/start-stack';

const say = (...lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);

const demonstrate = async (stack: Stack, folder: DataFolder, started: number): Promise<void> => {
  const api = demoApi(stack.url);
  const { demonstration } = folder.marker();
  if (demonstration === 'pending') {
    await importSet(api);
    folder.mark('loaded');
  }
  if (demonstration === 'none')
    return say('', '  Aucune donnée : importez vos feuilles par POST /v1/imports.');
  const items = await api.indicators(WINDOW.from, WINDOW.to, undefined);
  say('', ...figuresTable(items), '', `  chiffres en ${secondsSince(started)}`);
};

const main = async (): Promise<number> => {
  const started = performance.now();
  const settings = config();
  const folder = openDataFolder({
    folder: settings.dataFolder,
    ephemeral: settings.ephemeral,
    empty: settings.empty,
  });
  const interrupted = new Promise<'interrupted'>((resolve) => {
    process.once('SIGINT', () => resolve('interrupted'));
    process.once('SIGTERM', () => resolve('interrupted'));
  });
  try {
    const stack = await startStack(settings, folder);
    say('', `  Benkan écoute sur ${stack.url} (prêt en ${secondsSince(started)})`);
    const shown = demonstrate(stack, folder, started)
      .then(async () => say(await memoryLine(stack), ...addressLines(stack.url, folder.path)))
      .then(() => new Promise<never>(() => undefined));
    const end = await Promise.race([interrupted, stack.broken, shown]).catch(async (error: unknown) => {
      await stack.stop();
      throw error;
    });
    await stack.stop();
    if (end === 'interrupted') return 0;
    process.stderr.write(`benkan: ${end}\n`);
    return 1;
  } finally {
    folder.discard();
  }
};

main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    const known =
      error instanceof CannotStart || error instanceof InvalidEnvironment || error instanceof Error;
    process.stderr.write(`benkan: ${known ? (error as Error).message : String(error)}\n`);
    process.exit(1);
  },
);
