import { documentsContract } from '@benkan/documents/contract';
import { pdfDocuments } from './pdf-documents';
import { textOf } from './testing';

documentsContract('documents by pdfmake', () => ({ renderer: pdfDocuments(), read: textOf }));
