export { wordDocuments } from './word-documents';
