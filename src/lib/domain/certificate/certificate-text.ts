import { creditWords, formatQuarterCredits } from '#lib/domain/credit/format-quarter-credits.ts';
import { isPharmacist, isPhysician } from '#lib/domain/identity/profession.ts';
import type { CertificateDocument, DocumentKind } from './certificate-document.ts';
import { holderName } from './holder-name.ts';

/** What a document is made of on the day of issue. */
export type CertificateFacts = {
  holder: { givenName: string; familyName: string; credentials: string; profession: string; country: string };
  activity: { slug: string; version: string; title: string; format: string };
  accreditation: { mode: 'demonstration' | 'accredited'; provider: string | null; statement: string };
  quarterCredits: number;
  completedOn: string;
};

/**
 * Which document a profession gets: credit goes to physicians alone, others have their participation documented
 * (cme-rules §1.3), and for pharmacists only CPE Monitor may issue statements of credit (§0.2).
 */
export function documentKind(profession: string): DocumentKind {
  if (isPhysician(profession)) return 'certificate';
  return isPharmacist(profession) ? 'completion-summary' : 'certificate-of-participation';
}

const WORDS: Record<DocumentKind, { heading: string; lead: string }> = {
  certificate: { heading: 'Certificate of completion', lead: 'has completed' },
  'certificate-of-participation': { heading: 'Certificate of participation', lead: 'has participated in' },
  'completion-summary': { heading: 'Completion summary (not a statement of credit)', lead: 'has completed' }
};

/** The amount in words. Only a physician's document names credit; the others name time (four quarters are an hour). */
function creditLine(kind: DocumentKind, quarterCredits: number, demonstration: boolean): string {
  if (kind === 'certificate') {
    const words = creditWords(quarterCredits);
    return demonstration ? words.replace(' ', ' demonstration ') : words;
  }
  const hours = `${formatQuarterCredits(quarterCredits)} ${quarterCredits === 4 ? 'hour' : 'hours'} of participation`;
  return demonstration ? `${hours} (demonstration)` : hours;
}

/** A learning format in words: `enduring-material` becomes `Enduring material`. */
function formatWords(format: string): string {
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
    ...WORDS[kind],
    holder: holderName(holder),
    activityTitle: activity.title,
    activitySlug: activity.slug,
    activityVersion: activity.version,
    learningFormat: formatWords(activity.format),
    provider: demonstration ? null : accreditation.provider,
    quarterCredits,
    creditLine: creditLine(kind, quarterCredits, demonstration),
    completedOn,
    statement: accreditation.statement,
    demonstration,
    paper: holder.country === 'US' || holder.country === 'CA' ? 'letter' : 'a4'
  };
}
