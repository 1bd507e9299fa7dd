import { amountWords } from './amount-words.ts';
import type { CertificateDocument } from './certificate-document.ts';
import { documentKind, DOCUMENT_WORDS } from './document-kind.ts';
import { holderName } from './holder-name.ts';

/** What a document is made of on the day of issue. */
export type CertificateFacts = {
  holder: { givenName: string; familyName: string; credentials: string; profession: string; country: string };
  activity: { slug: string; version: string; title: string; format: string };
  accreditation: { mode: 'demonstration' | 'accredited'; provider: string | null; statement: string };
  quarterCredits: number;
  completedOn: string;
};

/** A learning format in words: `enduring-material` becomes `Enduring material`. */
function learningFormatWords(format: string): string {
  const words = format.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * The text of the document to issue. No accreditor's wording stands here: the statement is that of the activity version,
 * and a demonstration says so in its amount, its statement and its flag.
 */
export function certificateText(facts: CertificateFacts): CertificateDocument {
  const { holder, activity, accreditation, quarterCredits, completedOn } = facts;
  const kind = documentKind(holder.profession);
  const demonstration = accreditation.mode === 'demonstration';
  return {
    kind,
    ...DOCUMENT_WORDS[kind],
    holder: holderName(holder),
    activityTitle: activity.title,
    activitySlug: activity.slug,
    activityVersion: activity.version,
    learningFormat: learningFormatWords(activity.format),
    provider: demonstration ? null : accreditation.provider,
    quarterCredits,
    creditLine: amountWords({ kind, quarterCredits, demonstration }),
    completedOn,
    statement: accreditation.statement,
    demonstration,
    paper: holder.country === 'US' || holder.country === 'CA' ? 'letter' : 'a4'
  };
}
