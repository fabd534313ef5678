import { CannotDo, type Command } from './command';
import { understood, usageOf } from './run';

const command = (name: string, more: Partial<Command> = {}): Command => ({
  name,
  usage: '',
  summary: `${name}.`,
  words: { least: 0, most: 0 },
  load: () => Promise.resolve(() => Promise.resolve(0)),
  ...more,
});

const commands = [
  command('backup', {
    words: { least: 1, most: 1 },
    options: { keys: 'string' },
    usage: '<dossier> [--keys <dossier>]',
  }),
  command('backup verify', { words: { least: 1, most: 1 } }),
  command('projections status', { options: { json: 'boolean' } }),
].sort((a, b) => b.name.length - a.name.length);

describe('what an operator types', () => {
  it('is a command, its words and its options', () => {
    expect(understood(commands, ['backup', '/mnt/usb', '--keys', '/mnt/cle'])).toMatchObject({
      command: { name: 'backup' },
      words: ['/mnt/usb'],
      options: { keys: '/mnt/cle' },
    });
    expect(understood(commands, ['projections', 'status', '--json'])).toMatchObject({
      options: { json: true },
    });
  });

  it('is the longest command that fits', () => {
    expect(understood(commands, ['backup', 'verify', '/mnt/usb']).command.name).toBe('backup verify');
  });

  it.each([
    [[], 'commande inconnue : (aucune)'],
    [['projection'], 'commande inconnue : projection'],
    [['backup'], 'il manque un argument\nUsage : benkan backup <dossier> [--keys <dossier>]'],
    [['backup', 'a', 'b'], 'argument en trop : b'],
    [['backup', 'a', '--kees', 'b'], '--kees'],
    [['backup', 'a', '--keys'], '--keys'],
  ])('is explained when it cannot be understood: %j', (args, said) => {
    expect(() => understood(commands, args)).toThrow(CannotDo);
    expect(() => understood(commands, args)).toThrow(said);
  });

  it('is listed in the help, every command with what it does', () => {
    const usage = usageOf(commands);
    for (const { name, summary } of commands) {
      expect(usage).toContain(name);
      expect(usage).toContain(summary);
    }
  });
});
