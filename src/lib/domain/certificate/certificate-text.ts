import { entitledAmount, type Entitlement } from '../accreditation/entitlement.ts';
import type { CertificateDocument } from './certificate-document.ts';
import { DOCUMENT_WORDS } from './document-kind.ts';
import { frozenLines } from './frozen-lines.ts';
import { holderName } from './holder-name.ts';

/** What a document is made of on the day of issue. */
export type CertificateFacts = {
  holder: { givenName: string; familyName: string; credentials: string; country: string };
  activity: { slug: string; version: string; title: string; format: string };
  accreditation: { provider: string | null; statement: string };
  credit: Pick<Entitlement, 'document' | 'demonstration' | 'unit' | 'lines'>;
  quarterCredits: number;
  completedOn: string;
};

/** A learning format in words: `enduring-material` becomes `Enduring material`. */
function learningFormatWords(format: string): string {
  const words = format.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * The text of the document to issue. Its kind, unit and lines are those of the rules under which the credit is awarded,
 * its statement that of the activity version; a demonstration says so in its amount, its statement and its flag.
 */
export function certificateText(facts: CertificateFacts): CertificateDocument {
  const { holder, activity, accreditation, credit, quarterCredits, completedOn } = facts;
  const { document: kind, demonstration, unit } = credit;
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
    creditLine: entitledAmount(credit, quarterCredits),
    unit,
    completedOn,
    lines: frozenLines(credit.lines, quarterCredits),
    statement: accreditation.statement,
    demonstration,
    paper: holder.country === 'US' || holder.country === 'CA' ? 'letter' : 'a4'
  };
}
