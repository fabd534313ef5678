import { parseArgs } from 'node:util';

export type Flags = {
  readonly ephemeral: boolean;
  readonly empty: boolean;
  /** The directory for real data. */
  readonly real: string | undefined;
  /** Its key is a passphrase, asked for. */
  readonly passphrase: boolean;
  readonly mistakes: readonly string[];
};

const KNOWN = {
  empty: { type: 'boolean' },
  ephemeral: { type: 'boolean' },
  real: { type: 'string' },
  passphrase: { type: 'boolean' },
} as const;

const SAID = '--empty, --ephemeral, --real DIRECTORY and --passphrase';

const unknown = (args: readonly string[]): readonly string[] =>
  parseArgs({ args: [...args], options: KNOWN, strict: false, tokens: true }).tokens.flatMap((token) => {
    if (token.kind === 'positional') return [`${token.value}: unknown flag; there are ${SAID}`];
    if (token.kind === 'option' && !(token.name in KNOWN))
      return [`${token.rawName}: unknown flag; there are ${SAID}`];
    return [];
  });

const contradictions = ({
  real,
  passphrase,
  empty,
  ephemeral,
}: Omit<Flags, 'mistakes'>): readonly string[] => [
  ...(real === undefined && passphrase ? ['--passphrase: goes with --real DIRECTORY'] : []),
  ...(real !== undefined && (empty || ephemeral)
    ? [
        '--real: a directory for real data is neither --empty nor --ephemeral: it never holds demonstration data',
      ]
    : []),
];

/** What was typed, and every mistake in it. */
export const flagsOf = (args: readonly string[]): Flags => {
  const { values } = parseArgs({ args: [...args], options: KNOWN, strict: false });
  const { real } = values;
  const flags = {
    ephemeral: values.ephemeral === true,
    empty: values.empty === true,
    real: typeof real === 'string' && real !== '' ? real : undefined,
    passphrase: values.passphrase === true,
  };
  const nameless = real !== undefined && flags.real === undefined ? ['--real: say which directory'] : [];
  return { ...flags, mistakes: [...unknown(args), ...nameless, ...contradictions(flags)] };
};
