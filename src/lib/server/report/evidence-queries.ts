import { and, asc, eq, inArray, or } from 'drizzle-orm';
import { RECORD_ACTIONS } from '#lib/domain/report/evidence/audit-section.ts';
import type { Executor } from '../db/index.ts';
import { creditRules } from '../db/schema/accreditation.ts';
import { certificateRevocations, certificates } from '../db/schema/certificate.ts';
import { completions, credits, reportingPermissions } from '../db/schema/credit.ts';
import { evaluationForms, evaluations } from '../db/schema/evaluation.ts';
import { auditEvents } from '../db/schema/identity.ts';

/** The completion with its evaluation, or null. */
export async function selectOptionalEvidenceBasis(db: Executor, completionId: string) {
  const [found] = await db
    .select({
      completion: {
        id: completions.id,
        personId: completions.personId,
        completedOn: completions.completedOn,
        completedAt: completions.completedAt,
        attemptId: completions.attemptId,
        evaluationId: completions.evaluationId
      },
      versionId: completions.activityVersionId,
      answers: evaluations.answers,
      evaluatedAt: evaluations.submittedAt,
      form: evaluationForms.form
    })
    .from(completions)
    .innerJoin(evaluations, eq(evaluations.id, completions.evaluationId))
    .leftJoin(evaluationForms, eq(evaluationForms.activityVersionId, completions.activityVersionId))
    .where(eq(completions.id, completionId));
  return found ?? null;
}

const ruleColumns = {
  id: creditRules.id,
  key: creditRules.key,
  version: creditRules.version,
  validFrom: creditRules.validFrom,
  rule: creditRules.rule
};

/** Credit of a completion with its corrections, in the order of time, and the version of the rules of each. */
export function listCreditHistory(db: Executor, completionId: string) {
  const { id, quarterCredits, maximumQuarterCredits, claimedAt, supersedesId, reason } = credits;
  return db
    .select({
      credit: { id, quarterCredits, maximumQuarterCredits, claimedAt, supersedesId, reason },
      rule: ruleColumns
    })
    .from(credits)
    .leftJoin(creditRules, eq(creditRules.id, credits.creditRuleId))
    .where(eq(credits.completionId, completionId));
}

/** Every document of a completion in the order of issue, with its revocation. */
export function listIssuedDocuments(db: Executor, completionId: string) {
  const { id, creditId, code, issuedAt, supersedesId, reason, document } = certificates;
  return db
    .select({
      certificate: { id, creditId, code, issuedAt, supersedesId, reason, document },
      revocation: {
        reason: certificateRevocations.reason,
        revokedAt: certificateRevocations.revokedAt,
        revokedBy: certificateRevocations.revokedBy
      }
    })
    .from(certificates)
    .innerJoin(credits, eq(credits.id, creditId))
    .leftJoin(certificateRevocations, eq(certificateRevocations.certificateId, id))
    .where(eq(credits.completionId, completionId))
    .orderBy(asc(issuedAt), asc(id));
}

/** Everything that a learner permitted or refused for an activity version, in the order of time. */
export function listPermissionHistory(db: Executor, which: { personId: string; versionId: string }) {
  const { id, report, granted, wording, wordingVersion, recordedAt } = reportingPermissions;
  return db
    .select({ id, report, granted, wording, wordingVersion, recordedAt })
    .from(reportingPermissions)
    .where(
      and(
        eq(reportingPermissions.personId, which.personId),
        eq(reportingPermissions.activityVersionId, which.versionId)
      )
    )
    .orderBy(asc(recordedAt), asc(report), asc(id));
}

/** The entries of the audit log that made these records. */
export function listRecordEvents(db: Executor, subjects: Record<string, string[]>) {
  const { id, at, actorId, action, subjectKind, subjectId, detail } = auditEvents;
  const about = Object.entries(subjects).map(([kind, ids]) =>
    and(eq(subjectKind, kind), inArray(subjectId, ids))
  );
  return db
    .select({ id, at, actorId, action, subjectKind, subjectId, detail })
    .from(auditEvents)
    .where(and(inArray(action, [...RECORD_ACTIONS]), or(...about)))
    .orderBy(asc(id));
}
