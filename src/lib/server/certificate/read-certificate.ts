import type { SignedInPerson } from '../identity/signed-in-person.ts';
import type { Executor } from '../db/index.ts';
import { selectOptionalCertificate, type Certificate } from './queries.ts';

/** A certificate for its holder or an admin; null for everybody else, as where there is none. */
export async function readCertificate(
  db: Executor,
  { certificateId, reader }: { certificateId: string; reader: Pick<SignedInPerson, 'id' | 'roles'> }
): Promise<Certificate | null> {
  const found = await selectOptionalCertificate(db, certificateId);
  if (!found) return null;
  const { personId, ...certificate } = found;
  return personId === reader.id || reader.roles.includes('admin') ? certificate : null;
}
