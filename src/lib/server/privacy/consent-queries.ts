import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { activityVersions } from '../db/schema/activity.ts';
import { reportingPermissions } from '../db/schema/credit.ts';
import { evaluationForms, evaluations } from '../db/schema/evaluation.ts';
import { auditEvents } from '../db/schema/identity.ts';

/** Every word that a person said on a report of a credit, the latest first. */
export function listPermissionSteps(db: Executor, personId: string) {
  return db
    .select({
      activityVersionId: reportingPermissions.activityVersionId,
      title: activityVersions.title,
      report: reportingPermissions.report,
      given: reportingPermissions.granted,
      text: reportingPermissions.wording,
      version: reportingPermissions.wordingVersion,
      at: reportingPermissions.recordedAt
    })
    .from(reportingPermissions)
    .innerJoin(activityVersions, eq(activityVersions.id, reportingPermissions.activityVersionId))
    .where(eq(reportingPermissions.personId, personId))
    .orderBy(desc(reportingPermissions.recordedAt), asc(reportingPermissions.granted));
}

/** What a person answered in evaluations, with the forms that asked: the question about letters stands among it. */
export function listAskedAboutLetters(db: Executor, personId: string) {
  return db
    .select({
      answers: evaluations.answers,
      form: evaluationForms.form,
      version: activityVersions.version,
      at: evaluations.submittedAt
    })
    .from(evaluations)
    .innerJoin(evaluationForms, eq(evaluationForms.activityVersionId, evaluations.activityVersionId))
    .innerJoin(activityVersions, eq(activityVersions.id, evaluations.activityVersionId))
    .where(eq(evaluations.personId, personId));
}

const SWITCHES = ['identity.accept-follow-ups', 'identity.refuse-follow-ups', 'identity.answer-gate'];

/** When a person accepted or refused letters, and answered at the gate: the log keeps it, and nothing else does. */
export function listLoggedSteps(db: Executor, personId: string) {
  return db
    .select({
      at: auditEvents.at,
      action: auditEvents.action,
      isProfessional: sql<boolean | null>`(${auditEvents.detail} ->> 'isProfessional')::boolean`,
      version: sql<string>`coalesce(${auditEvents.detail} ->> 'version', '')`
    })
    .from(auditEvents)
    .where(and(eq(auditEvents.actorId, personId), inArray(auditEvents.action, SWITCHES)))
    .orderBy(desc(auditEvents.id));
}
