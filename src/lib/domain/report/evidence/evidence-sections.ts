import { accreditationSection } from './accreditation-section.ts';
import { activitySection } from './activity-section.ts';
import { attemptSection } from './attempt-section.ts';
import { auditSection } from './audit-section.ts';
import { certificateSection } from './certificate-section.ts';
import type { CompletionEvidence } from './completion-evidence.ts';
import { creditSection } from './credit-section.ts';
import { disclosureSection } from './disclosure-section.ts';
import { evaluationSection } from './evaluation-section.ts';
import type { EvidenceSection } from './evidence-block.ts';
import { lessonSection, referenceSection } from './lesson-section.ts';
import { summarySection } from './summary-section.ts';

/** The whole document in the order of the learner's way; page and PDF show these. */
export function evidenceSections(evidence: CompletionEvidence): EvidenceSection[] {
  return [
    summarySection(evidence),
    activitySection(evidence),
    accreditationSection(evidence),
    disclosureSection(evidence),
    lessonSection(evidence),
    referenceSection(evidence),
    ...evidence.attempts.map((attempt) => attemptSection(attempt, evidence)),
    evaluationSection(evidence),
    creditSection(evidence),
    certificateSection(evidence),
    auditSection(evidence)
  ];
}
