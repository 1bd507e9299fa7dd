import type { CertificateDocument } from '#lib/domain/certificate/certificate-document.ts';
import type { EvaluationAnswers } from '#lib/domain/evaluation/evaluation-answers.ts';
import type { EvaluationForm } from '#lib/domain/evaluation/evaluation-form.ts';
import type {
  FrozenAccreditation,
  FrozenActivity,
  FrozenDisclosure,
  FrozenRule,
  FrozenSection
} from './frozen-activity.ts';
import type { FrozenAttempt } from './frozen-attempt.ts';

/** The version of this shape; it rises when a field changes its meaning, so that old files stay readable. */
export const EVIDENCE_FORMAT = 'footnote-evidence/1';

export type FrozenCredit = {
  id: string;
  quarterCredits: number;
  maximumQuarterCredits: number;
  claimedAt: string;
  supersedesId: string | null;
  reason: string | null;
  rule: FrozenRule | null;
};

export type FrozenCertificate = {
  id: string;
  creditId: string;
  code: string;
  issuedAt: string;
  supersedesId: string | null;
  reason: string | null;
  document: CertificateDocument;
  revocation: { reason: string; revokedAt: string; revokedBy: string } | null;
};

export type FrozenPermission = {
  id: string;
  report: string;
  granted: boolean;
  wording: string;
  wordingVersion: number;
  recordedAt: string;
};

export type FrozenEvent = {
  id: number;
  at: string;
  actorId: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  detail: Record<string, unknown>;
};

/**
 * All that a completion rests on, from records that are never changed: neither profile, library nor newer version is in it.
 * It grows where the record itself does: by a correction, a revocation or a permission.
 */
export type CompletionEvidence = {
  format: typeof EVIDENCE_FORMAT;
  completion: {
    id: string;
    personId: string;
    completedOn: string;
    completedAt: string;
    attemptId: string;
    evaluationId: string;
  };
  activity: FrozenActivity;
  accreditation: FrozenAccreditation;
  disclosures: FrozenDisclosure[];
  lesson: FrozenSection[];
  attempts: FrozenAttempt[];
  evaluation: { id: string; submittedAt: string; form: EvaluationForm | null; answers: EvaluationAnswers };
  permissions: FrozenPermission[];
  credits: FrozenCredit[];
  certificates: FrozenCertificate[];
  audit: FrozenEvent[];
};
