import { strToU8 } from 'fflate';
import { certificateState } from '#lib/domain/certificate/certificate-state.ts';
import type {
  CompletionEvidence,
  FrozenCertificate
} from '#lib/domain/report/evidence/completion-evidence.ts';
import { lessonFiles } from '#lib/domain/report/evidence/lesson-files.ts';
import { newest } from '#lib/domain/report/evidence/summary-section.ts';
import { writeJson } from '#lib/domain/interchange/write-json.ts';
import { listImagesOfCertificate } from '../certificate/image-queries.ts';
import { renderCertificatePdf } from '../certificate/render-certificate-pdf.ts';
import type { Executor } from '../db/index.ts';
import { renderEvidencePdf } from './render-evidence-pdf.ts';
import { viewEvidence, type EvidenceRequest } from './view-evidence.ts';
import { writeArchive } from './write-archive.ts';

/** The document as its holder has it; the newest one of a completion stands, or was revoked. */
async function documentPdf(db: Executor, certificate: FrozenCertificate, origin: string) {
  const { id, document, code, issuedAt, revocation } = certificate;
  const revokedAt = revocation && new Date(revocation.revokedAt);
  const state = certificateState({ successor: null, revokedAt });
  const images = await listImagesOfCertificate(db, id);
  return renderCertificatePdf({ document, code, issuedAt: new Date(issuedAt), origin, state, images });
}

/** The files of the archive: the record itself, the same to read, the document, and the lesson as it was written. */
async function filesOf(
  db: Executor,
  evidence: CompletionEvidence,
  origin: string
): Promise<Map<string, Uint8Array>> {
  const certificate = newest(evidence.certificates);
  const files = new Map<string, Uint8Array>([
    ['evidence.json', strToU8(writeJson(evidence, []))],
    ['evidence.pdf', await renderEvidencePdf(evidence)]
  ]);
  for (const [path, text] of lessonFiles(evidence.lesson)) files.set(path, strToU8(text));
  if (certificate !== null) files.set('certificate.pdf', await documentPdf(db, certificate, origin));
  return files;
}

/** The evidence as one archive for an auditor, the same bytes as long as the record is the same; null: no such completion. */
export async function exportEvidence(
  db: Executor,
  { origin, ...request }: EvidenceRequest & { origin: string }
): Promise<{ fileName: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  const evidence = await viewEvidence(db, request, 'report.export-evidence');
  if (evidence === null) return null;
  const bytes = writeArchive(await filesOf(db, evidence, origin), { format: evidence.format });
  return { fileName: `evidence-${evidence.completion.id}.zip`, bytes };
}
