import type { CompletionEvidence, FrozenEvent } from './completion-evidence.ts';
import { instantWords, list, paragraph, type EvidenceSection } from './evidence-block.ts';

/** The entries of the audit log that made the record; who read or hid it later is not a part of it. */
export const RECORD_ACTIONS = [
  'attempt.start-attempt',
  'attempt.submit-response',
  'attempt.finish-attempt',
  'attempt.regrade',
  'attempt.undo-regrade',
  'evaluation.submit',
  'credit.record-completion',
  'credit.claim',
  'credit.correct',
  'credit.permit-report',
  'credit.refuse-report',
  'certificate.issue',
  'certificate.correct',
  'certificate.revoke'
] as const;

const eventWords = ({ id, at, action, subjectKind, subjectId, actorId }: FrozenEvent) =>
  `${id} · ${instantWords(at)} · ${action} · ${subjectKind} ${subjectId} · by ${actorId ?? 'the program'}`;

/** When each part of the record was written, by the numbers of the audit log. */
export function auditSection({ audit }: CompletionEvidence): EvidenceSection {
  return {
    id: 'audit',
    title: 'Audit log',
    blocks: [
      ...paragraph('Number of the entry, instant, action, what it was about, and the account that acted.'),
      ...list(audit.map(eventWords))
    ]
  };
}
