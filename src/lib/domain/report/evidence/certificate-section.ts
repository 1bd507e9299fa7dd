import { certificateRows } from '#lib/domain/certificate/certificate-rows.ts';
import { groupVerificationCode } from '#lib/domain/certificate/verification-code.ts';
import type { CompletionEvidence, FrozenCertificate } from './completion-evidence.ts';
import {
  factsOf,
  heading,
  instantWords,
  paragraph,
  type EvidenceBlock,
  type EvidenceSection
} from './evidence-block.ts';

/** What became of a document. */
function stateWords({ id, revocation }: FrozenCertificate, all: FrozenCertificate[]): string {
  if (revocation !== null)
    return `Revoked at ${instantWords(revocation.revokedAt)} by account ${revocation.revokedBy}: ${revocation.reason}`;
  const successor = all.find(({ supersedesId }) => supersedesId === id);
  return successor === undefined
    ? 'Stands'
    : `Superseded at ${instantWords(successor.issuedAt)} by ${successor.id}`;
}

function certificateBlocks(certificate: FrozenCertificate, all: FrozenCertificate[]): EvidenceBlock[] {
  const { document, code, issuedAt, reason, supersedesId, id } = certificate;
  const printed = certificateRows(document).map(({ label, value }) => [label, value] as const);
  return [
    heading(document.heading),
    factsOf({
      'Name, as printed': document.holder,
      ...Object.fromEntries(printed),
      'Issued at': instantWords(issuedAt),
      State: stateWords(certificate, all),
      'Reason of the correction': reason,
      Supersedes: supersedesId,
      'Verification code': groupVerificationCode(code),
      'Document id': id
    }),
    ...(document.lines ?? []).flatMap(({ text }) => paragraph(text)),
    ...paragraph(document.statement)
  ];
}

/** Every document that was issued for the completion, and what became of each. */
export function certificateSection({ certificates }: CompletionEvidence): EvidenceSection {
  return {
    id: 'documents',
    title: 'Documents issued',
    blocks: [
      ...paragraph(certificates.length === 0 ? 'No document was issued.' : null),
      ...certificates.flatMap((certificate) => certificateBlocks(certificate, certificates))
    ]
  };
}
