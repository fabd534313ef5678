import { parseArgs, type ParseArgsConfig } from 'node:util';
import { CannotDo, type Command, type Said } from './command';

type Options = Said['options'];
type Typed = { readonly command: Command; readonly words: readonly string[]; readonly options: Options };

const named = (commands: readonly Command[], args: readonly string[]): Command | undefined =>
  commands.find(({ name }) => name.split(' ').every((word, index) => args[index] === word));

export const usageOf = (commands: readonly Command[]): string =>
  [
    'Usage : benkan <commande>',
    '',
    ...commands.flatMap(({ name, usage, summary }) => [`  ${`${name} ${usage}`.trim()}`, `      ${summary}`]),
    '',
    'Le dossier de données est celui de BENKAN_DATA (par défaut .benkan) ; la commande marche aussi pendant que Benkan tourne.',
  ].join('\n');

const wrong = (command: Command, what: string): CannotDo =>
  new CannotDo(`${what}\nUsage : benkan ${`${command.name} ${command.usage}`.trim()}`);

const parsed = (command: Command, rest: readonly string[]): Typed => {
  const options: ParseArgsConfig['options'] = Object.fromEntries(
    Object.entries(command.options ?? {}).map(([name, type]) => [name, { type }]),
  );
  try {
    const { positionals, values } = parseArgs({ args: [...rest], options, allowPositionals: true });
    return { command, words: positionals, options: values as Options };
  } catch (error) {
    throw wrong(command, error instanceof Error ? error.message : String(error));
  }
};

/** What was typed, or why it cannot be understood. Throws `CannotDo`. */
export const understood = (commands: readonly Command[], args: readonly string[]): Typed => {
  const command = named(commands, args);
  if (command === undefined)
    throw new CannotDo(`commande inconnue : ${args.join(' ') || '(aucune)'}\n\n${usageOf(commands)}`);
  const typed = parsed(command, args.slice(command.name.split(' ').length));
  const { least, most } = command.words;
  if (typed.words.length < least) throw wrong(command, 'il manque un argument');
  if (typed.words.length > most) throw wrong(command, `argument en trop : ${typed.words[most]}`);
  return typed;
};
