import { failure, success, type Result } from '#lib/domain/result.ts';
import { lockPerson } from '../credit/queries.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { deleteHidden, insertHidden } from './hidden-queries.ts';
import { selectOptionalDocument } from './record-queries.ts';

type Wish = { certificateId: string; personId: string; isHidden: boolean; now: Date };

/**
 * Hides from the public page for whom and for what a document was issued, or shows it again, as its holder wishes; the
 * documents that it corrects or that correct it go with it. `unknown`: it is nobody's, or somebody else's.
 */
export function hideCertificate(db: Executor, wish: Wish): Promise<Result<null, 'unknown'>> {
  const { certificateId, personId, isHidden, now } = wish;
  return db.transaction(async (tx) => {
    await lockPerson(tx, personId);
    const document = await selectOptionalDocument(tx, certificateId);
    if (document?.personId !== personId) return failure('unknown');
    if (document.isHidden === isHidden) return success(null);
    const { completionId } = document;
    if (isHidden) await insertHidden(tx, { completionId, now });
    else await deleteHidden(tx, completionId);
    await insertAuditEvent(tx, {
      at: now,
      actorId: personId,
      action: isHidden ? 'certificate.hide' : 'certificate.show',
      subject: { kind: 'certificate', id: certificateId },
      detail: { completionId }
    });
    return success(null);
  });
}
