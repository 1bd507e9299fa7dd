import type { CreditRule } from '#lib/domain/accreditation/credit-rule.ts';
import type { Provider } from '#lib/domain/accreditation/provider.ts';
import type { RelationshipKind } from '#lib/domain/activity/relationship-kinds.ts';
import type { AssessmentKind } from '#lib/domain/attempt/assessment-kind.ts';
import type { RegradeKind } from '#lib/domain/attempt/regrade.ts';
import type { Response } from '#lib/domain/attempt/response.ts';
import type { CertificateDocument } from '#lib/domain/certificate/certificate-document.ts';
import type { EvaluationAnswers } from '#lib/domain/evaluation/evaluation-answers.ts';
import type { EvaluationForm } from '#lib/domain/evaluation/evaluation-form.ts';
import type { KeyedItem } from '#lib/domain/question-bank/keyed-item.ts';
import type { CslReference } from '#lib/domain/reference/csl-reference.ts';

/** The version of this shape; it rises when a field changes its meaning, so that old files stay readable. */
export const EVIDENCE_FORMAT = 'footnote-evidence/1';

/** A source as it read when what cites it was published; `csl` is null where nothing was kept. */
export type FrozenReference = {
  citationKey: string;
  /** Its number in the list of the activity version; null: it is not on it. */
  number: number | null;
  csl: CslReference | null;
  authorsTruncated: boolean;
};

/** The activity version as it was published. Days are `YYYY-MM-DD`, instants ISO 8601 in UTC. */
export type FrozenActivity = {
  activityId: string;
  versionId: string;
  slug: string;
  version: string;
  title: string;
  summary: string;
  audience: string[];
  audienceNote: string;
  format: string;
  estimatedMinutes: number;
  releaseDate: string;
  reviewDate: string;
  expiryDate: string;
  publishedAt: string | null;
  maximumQuarterCredits: number;
  disclosureStatement: string;
  supportStatement: string;
  medicalDisclaimer: string;
  practiceGap: string | null;
  offLabelUse: string | null;
  contact: string | null;
  fee: string | null;
  timeLimitMinutes: number | null;
  authors: { name: string }[];
  reviewers: { name: string }[];
  objectives: { code: string; wording: string }[];
  references: FrozenReference[];
};

export type FrozenAttestation = {
  id: string;
  wording: string;
  facts: Record<string, unknown>;
  attestedAt: string;
  /** The id of the account; names of today are no evidence. */
  attestedBy: string;
  provider: Provider;
};

export type FrozenRule = {
  id: string;
  key: string;
  version: number;
  validFrom: string;
  rule: CreditRule;
};

/** Under which words and rules credit was offered. */
export type FrozenAccreditation = {
  statement: { id: string; mode: string; label: string; statement: string; providerName: string | null };
  attestations: FrozenAttestation[];
  offers: { maximumQuarterCredits: number; rule: FrozenRule }[];
};

export type FrozenRelationship = {
  company: string;
  kind: RelationshipKind | null;
  nature: string;
  ended: boolean;
  relevant: boolean | null;
  mitigation: string;
  mitigatedOn: string | null;
};

export type FrozenDisclosure = {
  name: string;
  role: string;
  /** The sentence that learners read. */
  relationships: string;
  declaredOn: string | null;
  financialRelationships: FrozenRelationship[];
};

export type FrozenSection = {
  slug: string;
  title: string;
  minutes: number;
  objectives: string[];
  markdown: string;
  figures: { figureId: string; alt: string; caption: string; svg: string }[];
  citations: {
    citationKey: string;
    locator: string | null;
    passage: string | null;
    passageKind: 'quote' | 'paraphrase' | null;
  }[];
  /** When the learner first opened it before the completion; null: never. */
  openedAt: string | null;
};

/** One place of a drawn form: the item version that stood there, in the order shown, and what was answered. */
export type FrozenPlace = {
  position: number;
  optionOrder: string[];
  targetOrder: string[];
  item: KeyedItem;
  /** What the item version leaned on when it went live. */
  references: FrozenReference[];
  /** Null: not answered. */
  response: Response | null;
  correct: boolean | null;
  answeredAt: string | null;
  /** How often the response was written; null: not answered. */
  sequence: number | null;
};

/** A decision about an item of an attempt that was made after it was answered, and what it did to the attempt. */
export type FrozenRegrade = {
  id: string;
  position: number;
  kind: RegradeKind;
  /** Of `accept-key`: the further responses that are right. */
  accepted: Response[];
  /** Of `new-key`: the version whose key holds. */
  keyItem: KeyedItem | null;
  reason: string;
  decidedAt: string;
  /** The ids of the accounts; names of today are no evidence. */
  decidedBy: string;
  undoneAt: string | null;
  undoneBy: string | null;
  undoReason: string | null;
  /** By the decision and by its undoing; empty: the attempt stayed as it was, or was submitted under it. */
  changes: FrozenScoreChange[];
};

export type FrozenScoreChange = {
  isUndo: boolean;
  correctBefore: number;
  correctAfter: number;
  droppedBefore: number;
  droppedAfter: number;
  passedBefore: boolean | null;
  passedAfter: boolean | null;
};

export type FrozenAttempt = {
  id: string;
  kind: AssessmentKind;
  title: string;
  bank: string;
  ordinal: number;
  seed: number;
  startedAt: string;
  submittedAt: string;
  itemsCorrect: number;
  itemsTotal: number;
  /** Of the total, those that a regrade dropped: they count neither above nor below the line. */
  itemsDropped: number;
  passingPercent: number | null;
  passed: boolean | null;
  maxAttempts: number | null;
  places: FrozenPlace[];
  /** In the order in which they were decided. */
  regrades: FrozenRegrade[];
};

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
