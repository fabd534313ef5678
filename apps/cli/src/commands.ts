import { archiveCommands } from './archive/commands';
import type { Command } from './command';
import { verifyCommand } from './history/verify';
import { projectionCommands } from './projections/commands';

/** Every command; of two that begin alike, the longer is meant first. */
export const commands: readonly Command[] = [...archiveCommands, verifyCommand, ...projectionCommands];
