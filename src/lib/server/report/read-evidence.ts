import {
  EVIDENCE_FORMAT,
  type CompletionEvidence,
  type FrozenCertificate,
  type FrozenCredit
} from '#lib/domain/report/evidence/completion-evidence.ts';
import { inOrder } from '#lib/domain/report/evidence/summary-section.ts';
import type { Executor } from '../db/index.ts';
import {
  listCreditHistory,
  listIssuedDocuments,
  listPermissionHistory,
  listRecordEvents,
  selectOptionalEvidenceBasis
} from './evidence-queries.ts';
import { readFrozenActivity } from './read-frozen-activity.ts';
import { readFrozenAttempts } from './read-frozen-attempts.ts';
import { readFrozenLesson } from './read-frozen-lesson.ts';

async function readCredits(db: Executor, completionId: string): Promise<FrozenCredit[]> {
  const rows = await listCreditHistory(db, completionId);
  return inOrder(
    rows.map(({ credit, rule }) => ({ ...credit, claimedAt: credit.claimedAt.toISOString(), rule }))
  );
}

async function readCertificates(db: Executor, completionId: string): Promise<FrozenCertificate[]> {
  const rows = await listIssuedDocuments(db, completionId);
  return rows.map(({ certificate, revocation }) => ({
    ...certificate,
    issuedAt: certificate.issuedAt.toISOString(),
    revocation: revocation && { ...revocation, revokedAt: revocation.revokedAt.toISOString() }
  }));
}

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);

type Records = Omit<CompletionEvidence, 'format' | 'audit'>;

async function readAudit(db: Executor, records: Records): Promise<CompletionEvidence['audit']> {
  const events = await listRecordEvents(db, {
    completion: [records.completion.id],
    evaluation: [records.evaluation.id],
    attempt: idsOf(records.attempts),
    regrade: records.attempts.flatMap(({ regrades }) => idsOf(regrades)),
    credit: idsOf(records.credits),
    certificate: idsOf(records.certificates),
    'reporting-permission': idsOf(records.permissions)
  });
  return events.map((event) => ({ ...event, at: event.at.toISOString() }));
}

type Basis = NonNullable<Awaited<ReturnType<typeof selectOptionalEvidenceBasis>>>;

async function readRecords(
  db: Executor,
  { completion, versionId, answers, evaluatedAt, form }: Basis
): Promise<Records> {
  const { id, personId, completedAt: until, evaluationId } = completion;
  const { activity, accreditation, disclosures, lessonId } = await readFrozenActivity(db, {
    versionId,
    until
  });
  const permissions = await listPermissionHistory(db, { personId, versionId });
  return {
    completion: { ...completion, completedAt: until.toISOString() },
    activity,
    accreditation,
    disclosures,
    lesson: await readFrozenLesson(db, { lessonId, personId, until }),
    attempts: await readFrozenAttempts(db, { personId, versionId, until, listed: activity.references }),
    evaluation: { id: evaluationId, submittedAt: evaluatedAt.toISOString(), form, answers },
    permissions: permissions.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() })),
    credits: await readCredits(db, id),
    certificates: await readCertificates(db, id)
  };
}

/** All that a completion rests on, as it was frozen; null where there is no such completion. */
export async function readEvidence(db: Executor, completionId: string): Promise<CompletionEvidence | null> {
  const basis = await selectOptionalEvidenceBasis(db, completionId);
  if (basis === null) return null;
  const records = await readRecords(db, basis);
  return { format: EVIDENCE_FORMAT, ...records, audit: await readAudit(db, records) };
}
