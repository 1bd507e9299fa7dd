import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { CreditOffer } from '#lib/domain/accreditation/credit-offer.ts';
import type { Provider } from '#lib/domain/accreditation/provider.ts';
import type { Executor } from '../db/index.ts';
import { accreditationStatements, creditRules, providerVersions } from '../db/schema/accreditation.ts';
import { accreditationAttestations, activityCreditOffers } from '../db/schema/activity-accreditation.ts';
import { activityVersions } from '../db/schema/activity.ts';

/** What credit depends on in the row of a version. Throws where there is none. */
export async function selectOfferedVersion(db: Executor, versionId: string) {
  const [row] = await db
    .select({
      title: activityVersions.title,
      format: activityVersions.format,
      estimatedMinutes: activityVersions.estimatedMinutes,
      /** As the package states them; null: it does not. */
      evaluationMinutes: sql<
        number | null
      >`case jsonb_typeof(${activityVersions.extra} #> '{minutes,evaluation}')
        when 'number' then round((${activityVersions.extra} #>> '{minutes,evaluation}')::numeric)::int end`,
      releaseDate: activityVersions.releaseDate,
      expiryDate: activityVersions.expiryDate,
      maximumQuarterCredits: activityVersions.maximumQuarterCredits,
      mode: accreditationStatements.mode
    })
    .from(activityVersions)
    .innerJoin(
      accreditationStatements,
      eq(accreditationStatements.id, activityVersions.accreditationStatementId)
    )
    .where(eq(activityVersions.id, versionId));
  if (!row) throw new Error(`There is no activity version ${versionId}.`);
  return row;
}

/** What the version was designated for, each with the version of the rules that the designation names. */
export function listOffers(db: Executor, versionId: string): Promise<CreditOffer[]> {
  return db
    .select({
      rule: {
        id: creditRules.id,
        key: creditRules.key,
        version: creditRules.version,
        validFrom: creditRules.validFrom,
        rule: creditRules.rule
      },
      designatedQuarterCredits: activityCreditOffers.maximumQuarterCredits
    })
    .from(activityCreditOffers)
    .innerJoin(creditRules, eq(creditRules.id, activityCreditOffers.creditRuleId))
    .where(eq(activityCreditOffers.activityVersionId, versionId))
    .orderBy(asc(creditRules.key));
}

/** The provider in the newest attestation of the statement that the version carries; null: nobody attested it. */
export async function selectOptionalAttestedProvider(
  db: Executor,
  versionId: string
): Promise<Provider | null> {
  const [row] = await db
    .select({
      name: providerVersions.name,
      accreditor: providerVersions.accreditor,
      accreditorId: providerVersions.accreditorId,
      mode: providerVersions.mode,
      jointProviders: providerVersions.jointProviders,
      address: providerVersions.address
    })
    .from(accreditationAttestations)
    .innerJoin(activityVersions, eq(activityVersions.id, accreditationAttestations.activityVersionId))
    .innerJoin(providerVersions, eq(providerVersions.id, accreditationAttestations.providerVersionId))
    .where(
      and(
        eq(activityVersions.id, versionId),
        eq(accreditationAttestations.accreditationStatementId, activityVersions.accreditationStatementId)
      )
    )
    .orderBy(desc(accreditationAttestations.attestedAt))
    .limit(1);
  return row ?? null;
}
