import type { Client } from './client';
import { recorded } from './committee-at-work';
import { rowsOf, workbook, type Cell } from './sheets';

export type Person = {
  readonly code?: string;
  readonly firstNames: string;
  readonly lastName: string;
  readonly structure?: string;
  readonly phone?: string;
};

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook of the edge, as bytes, once it includes a position. */
export const downloaded = async (
  { url, client, role }: { readonly url: string; readonly client: Client; readonly role: string },
  path: string,
  atLeast = '0',
): Promise<Buffer> => {
  const token = await client.tokenFor(role);
  const headers = { Authorization: `Bearer ${token}`, Accept: XLSX, 'Benkan-At-Least': atLeast };
  for (;;) {
    const response = await fetch(`${url}${path}`, { headers });
    if (response.status === 200) return Buffer.from(await response.arrayBuffer());
    const { code } = (await response.json()) as { code: string };
    if (code !== 'not-yet') throw new Error(`${path}: ${response.status} ${code}`);
  }
};

/** Registers somebody and gives them a seat of a committee. */
export const seated = async (
  client: Client,
  { committeeId, unitId }: { readonly committeeId: string; readonly unitId: string },
  person: Person,
): Promise<string> => {
  const traits = { sex: 'F', ageBand: '25-29', structureKind: 'ORG_FEMMES', corps: null };
  const { id } = await recorded(client, 'secretary', '/v1/participants', { unitId, ...traits, ...person });
  const seat = { category: 'ORG_FEMMES', label: `Siège de ${person.lastName}`, basis: 'DESIGNATED' };
  const { body } = await client.post<{ seatId: string }>(
    'national',
    `/v1/committees/${committeeId}/seats`,
    seat,
  );
  await recorded(client, 'secretary', `/v1/committees/${committeeId}/memberships`, {
    ...{ seatId: body.seatId, participantId: id, from: '2023-12-07' },
    legalAct: 'Décision n°2023-118/M-CI',
  });
  return id;
};

/** A printed sheet as somebody fills it in: cells by column label, of a person or of a line for guests. */
export const paperOf = (bytes: Buffer) => {
  const rows = rowsOf(bytes);
  const header = rows.findIndex((row) => row.includes('Émargement'));
  const labels = rows[header] ?? [];
  const at = (label: string): number => {
    const index = labels.indexOf(label);
    if (index < 0) throw new Error(`no column ${label}`);
    return index;
  };
  const write = (row: Cell[] | undefined, cells: Readonly<Record<string, Cell>>): void => {
    if (row === undefined) throw new Error('no such line');
    for (const [label, cell] of Object.entries(cells)) row[at(label)] = cell;
  };
  const lines = (): Cell[][] => rows.slice(header + 1);
  return {
    rows,
    header,
    lines,
    cell: (row: readonly Cell[], label: string): Cell => row[at(label)] ?? null,
    /** Fills in the line on which a cell says this. */
    fill: (label: string, value: Cell, cells: Readonly<Record<string, Cell>>): void =>
      write(
        lines().find((row) => row[at(label)] === value),
        cells,
      ),
    /** Fills in the first line for guests that is still free. */
    guest: (cells: Readonly<Record<string, Cell>>): void =>
      write(
        lines().find((row) => row.filter((cell) => cell !== null && cell !== '').length === 1),
        cells,
      ),
    bytes: (): Buffer => workbook(rows),
  };
};
