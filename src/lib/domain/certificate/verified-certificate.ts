import type { CertificateDocument } from './certificate-document.ts';
import { issuerWords } from './certificate-rows.ts';

/** What anybody with the code may know (cme-rules.md §3): never licence, NPI, e-mail, birth date or score. */
export type VerifiedCertificate = {
  heading: string;
  holder: string;
  activityTitle: string;
  creditLine: string;
  completedOn: string;
  issuer: string;
  status: 'valid' | 'demonstration';
};

/** An allow-list: what is added to the document later stays off the public page. */
export function toVerifiedCertificate(document: CertificateDocument): VerifiedCertificate {
  return {
    heading: document.heading,
    holder: document.holder,
    activityTitle: document.activityTitle,
    creditLine: document.creditLine,
    completedOn: document.completedOn,
    issuer: issuerWords(document),
    status: document.demonstration ? 'demonstration' : 'valid'
  };
}
