import type { ClaimView } from '#lib/domain/certificate/claim-view.ts';
import { documentKind, DOCUMENT_WORDS } from '#lib/domain/certificate/document-kind.ts';
import { holderName } from '#lib/domain/certificate/holder-name.ts';
import type { LearnerAndVersion } from '../credit/queries.ts';
import type { Executor } from '../db/index.ts';
import { selectOptionalCertificateOfVersion, selectOptionalHolder } from './queries.ts';

/** The certificate of a person for an activity version, or what it would be. */
export async function readClaim(db: Executor, learner: LearnerAndVersion): Promise<ClaimView> {
  const claimed = await selectOptionalCertificateOfVersion(db, learner);
  const holder = await selectOptionalHolder(db, learner.personId);
  return {
    certificateId: claimed?.certificateId ?? null,
    preview: holder && {
      holder: holderName(holder),
      heading: DOCUMENT_WORDS[documentKind(holder.profession)].heading
    }
  };
}
