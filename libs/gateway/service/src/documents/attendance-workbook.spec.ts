import { xlsxSpreadsheets } from '@benkan/spreadsheet-xlsx';
import { meetingCode } from './attendance-sheet';
import { attendanceWorkbookOf } from './attendance-workbook';
import { sheetOf } from './documents.examples';

const { read, writeXlsx } = xlsxSpreadsheets();

const rowsOf = async (sheet: ReturnType<typeof sheetOf>) => {
  const outcome = await read(await writeXlsx(attendanceWorkbookOf(sheet)));
  return outcome.kind === 'read' ? (outcome.sheets[0]?.rows ?? []) : [];
};

describe('the workbook to fill in', () => {
  it('says which meeting it is above its header, and leaves the signatures open', async () => {
    const sheet = sheetOf(22);
    const rows = await rowsOf(sheet);
    const text = JSON.stringify(rows.slice(0, 6));
    expect(text).toContain('Réunion statutaire');
    expect(text).toContain('Date : 21/11/2024');
    expect(text).toContain('Code commune : ML090104');
    expect(text).toContain(meetingCode(sheet.meetingId));
    const header = rows.findIndex(([first]) => first === 'N°');
    expect(rows[header]).toEqual([
      ...['N°', 'Code', 'Prénom(s)', 'Nom', 'Sexe', 'Tranche d’âge', 'Structure', 'Quartier'],
      ...['Fonction', 'Contact', 'Qualité', 'Émargement'],
    ]);
    expect(rows[header + 1]).toEqual([
      ...[1, 'BKOIV-001', 'Awa', 'Keïta', 'F', '18-24', 'Coordination des chefs de quartier'],
      ...['Lafiabougou', 'Chef de quartier', '76 00 45 12', 'membre', null],
    ]);
    expect(rows.slice(header + 1)).toHaveLength(32);
    expect(rows.at(-1)?.filter((cell) => cell !== null)).toEqual([32]);
  });

  it('has codes and no names where the committee goes by codes', async () => {
    const rows = await rowsOf(sheetOf(22, 'PSEUDONYMOUS'));
    const line = rows.find(([, code]) => code === 'BKOIV-002');
    expect(line?.slice(2, 4)).toEqual([null, null]);
  });

  it('is one line of counts where nobody may be listed', async () => {
    const rows = await rowsOf(sheetOf(0, 'TALLY'));
    expect(rows.at(-2)?.slice(0, 4)).toEqual(['Date', 'Code commune', 'Présidence', 'Femmes']);
    expect(rows.at(-1)?.slice(0, 3)).toEqual([{ day: '2024-11-21' }, 'ML090104', 'Maire']);
  });
});
