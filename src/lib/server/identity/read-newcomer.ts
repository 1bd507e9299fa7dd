import type { Executor } from '../db/index.ts';
import { hashInstitutionToken } from './begin-institution-sign-in.ts';
import { selectOptionalInstitution } from './institution-queries.ts';
import { selectOptionalNewcomer } from './institution-sign-in-queries.ts';

/** What the page of somebody's first visit shows; null: nobody is waited for under this token. */
export async function readNewcomer(db: Executor, { token, now }: { token: string; now: Date }) {
  const found = await selectOptionalNewcomer(db, { tokenHash: hashInstitutionToken(token), now });
  if (found === null) return null;
  const institution = await selectOptionalInstitution(db, found.institutionId);
  if (institution === null || institution.disabledAt !== null) return null;
  const { email, givenName, familyName } = found;
  return { institution: institution.name, email, givenName, familyName };
}
