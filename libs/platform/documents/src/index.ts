export * from './document';
export { DOCUMENT_LIMITS, refuseTooLarge, type DocumentLimits } from './limits';
export {
  columnWidths,
  laidOut,
  usableWidth,
  type LaidBlock,
  type LaidDocument,
  type LaidTable,
} from './page';
