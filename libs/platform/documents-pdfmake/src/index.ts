export { pdfDocuments } from './pdf-documents';
