import type { ServiceStatus } from './operated';

const HEAD = ['service', 'vue', 'gén.', 'position', 'retard', 'en s', 'mis de côté', 'écartés', 'travail'];

const positionOf = (position: ServiceStatus['position']): string => position?.commit.toString() ?? '–';

const workOf = ({ building, owner }: ServiceStatus): string => {
  if (building !== null) return `reconstruction ${building.generation} à ${positionOf(building.position)}`;
  return owner === null ? 'arrêtée' : 'suit';
};

const rowOf = (status: ServiceStatus): readonly string[] => [
  status.service,
  status.slice,
  status.previous === null ? `${status.active}` : `${status.active} (${status.previous})`,
  positionOf(status.position),
  `${status.lag.events}${status.lag.capped ? '+' : ''}`,
  status.lag.seconds.toFixed(0),
  status.parkedEvents === 0 ? '0' : `${status.parkedEvents} sur ${status.parkedStreams} flux`,
  `${status.discardedEvents}`,
  workOf(status),
];

/** The slices as aligned lines. */
export const statusTable = (all: readonly ServiceStatus[]): readonly string[] => {
  const rows = [HEAD, ...all.map(rowOf)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
};

/** The slices for a program: positions as decimal strings. */
export const statusJson = (all: readonly ServiceStatus[]): string =>
  JSON.stringify(all, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value), 2);
