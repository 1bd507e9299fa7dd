import { eq, isNotNull } from 'drizzle-orm';
import type { Executor } from '../../db/index.ts';
import { accreditationStatements, creditRules } from '../../db/schema/accreditation.ts';
import { activityCreditOffers } from '../../db/schema/activity-accreditation.ts';
import { activityVersions } from '../../db/schema/activity.ts';

/** Every activity version that was published, as a file names it. */
export function listReportedVersions(db: Executor) {
  return db
    .select({
      id: activityVersions.id,
      title: activityVersions.title,
      version: activityVersions.version,
      format: activityVersions.format,
      releaseDate: activityVersions.releaseDate,
      expiryDate: activityVersions.expiryDate,
      mode: accreditationStatements.mode
    })
    .from(activityVersions)
    .innerJoin(
      accreditationStatements,
      eq(accreditationStatements.id, activityVersions.accreditationStatementId)
    )
    .where(isNotNull(activityVersions.publishedAt));
}

/** What every activity version was designated for, with the version of the rules. */
export function listAllOffers(db: Executor) {
  return db
    .select({
      activityVersionId: activityCreditOffers.activityVersionId,
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
    .innerJoin(creditRules, eq(creditRules.id, activityCreditOffers.creditRuleId));
}
