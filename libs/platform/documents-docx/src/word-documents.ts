import { DOCUMENT_LIMITS, laidOut, refuseTooLarge } from '@benkan/documents';
import type { DocumentLimits, DocumentRenderer } from '@benkan/documents';
import { renderInThread } from './thread';
import { turns } from './turns';

/** A thread each; a laptop has few cores and little memory. */
const AT_ONCE = 2;

/** DOCX by docx, each document in a worker thread of its own (two at once, the others wait). */
export const wordDocuments = (limits: Partial<DocumentLimits> = {}): DocumentRenderer => {
  const bounds = { ...DOCUMENT_LIMITS, ...limits };
  const inTurn = turns(AT_ONCE);
  return {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    render: async (document) => {
      refuseTooLarge(document, bounds);
      return inTurn(() => renderInThread(laidOut(document), bounds));
    },
  };
};
