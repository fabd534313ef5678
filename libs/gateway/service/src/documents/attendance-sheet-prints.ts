import { attendanceSheetOf, type AttendanceSheet } from './attendance-sheet';
import { attendanceWorkbookOf } from './attendance-workbook';
import { printsOf } from './prints';

/** The sheet of a meeting as PDF, DOCX and a workbook. The day of the meeting is its date: the same sheet is the same bytes. */
export const attendanceSheetPrints = printsOf<AttendanceSheet>({
  fileName: ({ on }) => `liste-de-presence-${on}`,
  document: (sheet) => attendanceSheetOf(sheet, `${sheet.on}T00:00:00.000Z`),
  table: attendanceWorkbookOf,
});
