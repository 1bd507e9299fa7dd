import type { ProfileFields } from '#lib/domain/identity/profile.ts';
import type { Executor } from '../db/index.ts';
import { selectOptionalProfile } from './profile-queries.ts';

const EMPTY: ProfileFields = {
  givenName: '',
  familyName: '',
  credentials: '',
  profession: '',
  specialty: '',
  country: '',
  npi: ''
};

/** A person's profile as the form shows it; empty where there is none yet. */
export async function readProfile(db: Executor, personId: string): Promise<ProfileFields> {
  return (await selectOptionalProfile(db, personId)) ?? EMPTY;
}
