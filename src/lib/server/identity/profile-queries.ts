import { eq } from 'drizzle-orm';
import type { Profile, ProfileFields } from '#lib/domain/identity/profile.ts';
import type { Executor } from '../db/index.ts';
import { profiles } from '../db/schema/identity.ts';

/** A profile as its form shows it (no NPI: an empty text), or null where the person has none. */
export async function selectOptionalProfile(db: Executor, personId: string): Promise<ProfileFields | null> {
  const [row] = await db
    .select({
      givenName: profiles.givenName,
      familyName: profiles.familyName,
      credentials: profiles.credentials,
      profession: profiles.profession,
      specialty: profiles.specialty,
      country: profiles.country,
      npi: profiles.npi
    })
    .from(profiles)
    .where(eq(profiles.personId, personId));
  return row ? { ...row, npi: row.npi ?? '' } : null;
}

/** Writes the profile, over the one that the person may have. */
export async function upsertProfile(
  tx: Executor,
  profile: Profile & { personId: string; updatedAt: Date }
): Promise<void> {
  await tx.insert(profiles).values(profile).onConflictDoUpdate({ target: profiles.personId, set: profile });
}
