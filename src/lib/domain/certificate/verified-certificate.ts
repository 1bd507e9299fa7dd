import type { CertificateDocument } from './certificate-document.ts';
import { issuerWords } from './certificate-rows.ts';
import type { CertificateState } from './certificate-state.ts';

/** What the document says, as far as anybody with the code may know it. */
type VerifiedFacts = {
  heading: string;
  holder: string;
  activityTitle: string;
  creditLine: string;
  completedOn: string;
  issuer: string;
};

/** The answer to a code (cme-rules.md §3): never licence, NPI, e-mail, birth date or score, nor why it was corrected. */
export type VerifiedCertificate = {
  status: 'valid' | 'demonstration' | 'superseded' | 'revoked';
  /** The day (UTC) on which it was superseded or revoked; null: it holds. */
  since: string | null;
  isDemonstration: boolean;
  /** Null: the holder has hidden for whom and for what it was issued. */
  facts: VerifiedFacts | null;
};

/** An allow-list: what is added to the document later stays off the public page. */
function toFacts(document: CertificateDocument): VerifiedFacts {
  return {
    heading: document.heading,
    holder: document.holder,
    activityTitle: document.activityTitle,
    creditLine: document.creditLine,
    completedOn: document.completedOn,
    issuer: issuerWords(document)
  };
}

/** What the page of a code shows; `showsFacts` is false where the holder has hidden them. */
export function toVerifiedCertificate(
  document: CertificateDocument,
  { state, showsFacts }: { state: CertificateState; showsFacts: boolean }
): VerifiedCertificate {
  const holds = document.demonstration ? 'demonstration' : 'valid';
  return {
    status: state.kind === 'stands' ? holds : state.kind,
    since: state.kind === 'stands' ? null : state.on,
    isDemonstration: document.demonstration,
    facts: showsFacts ? toFacts(document) : null
  };
}
