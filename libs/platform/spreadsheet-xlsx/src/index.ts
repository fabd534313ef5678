export { xlsxSpreadsheets } from './xlsx-spreadsheets';
