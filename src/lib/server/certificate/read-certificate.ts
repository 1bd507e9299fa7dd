import { certificateState, type CertificateState } from '#lib/domain/certificate/certificate-state.ts';
import type { CertificateImage } from '#lib/domain/activity/certificate-image.ts';
import type { SignedInPerson } from '../identity/signed-in-person.ts';
import type { Executor } from '../db/index.ts';
import { listImagesOfCertificate } from './image-queries.ts';
import type { Certificate } from './queries.ts';
import { selectOptionalDocument } from './record-queries.ts';

/** An issued document and whether it still holds; `isHidden`: the public page does not say for whom and what it is. */
export type ReadCertificate = Certificate & {
  personId: string;
  state: CertificateState;
  isHidden: boolean;
  images: CertificateImage[];
};

/** A certificate for its holder or an admin; null for everybody else, as where there is none. */
export async function readCertificate(
  db: Executor,
  { certificateId, reader }: { certificateId: string; reader: Pick<SignedInPerson, 'id' | 'roles'> }
): Promise<ReadCertificate | null> {
  const found = await selectOptionalDocument(db, certificateId);
  if (!found) return null;
  const { id, code, document, issuedAt, personId, isHidden } = found;
  if (personId !== reader.id && !reader.roles.includes('admin')) return null;
  const images = await listImagesOfCertificate(db, id);
  return { id, code, document, issuedAt, personId, isHidden, images, state: certificateState(found) };
}
