import type { CertificateDocument } from '#lib/domain/certificate/certificate-document.ts';
import { DEMONSTRATION_MARK, issuerWords } from '#lib/domain/certificate/certificate-rows.ts';

/** What was achieved, the same for everybody who got the same document and amount. */
export type AchievementFacts = {
  achievementType: 'CertificateOfCompletion';
  name: string;
  description: string;
  criteria: { narrative: string };
  humanCode: string;
  version: string;
};

/** Who stands behind a badge. */
export type IssuerFacts = { name: string; url: string };

function criteriaOf(document: CertificateDocument): string {
  const { activityTitle, activityVersion, creditLine, learningFormat, statement, demonstration } = document;
  const lines = [
    `All requirements of the activity “${activityTitle}” (version ${activityVersion}) were met.`,
    `Learning format: ${learningFormat}.`,
    `Amount: ${creditLine}. The field creditsEarned counts in this unit, not in semester hours.`,
    statement
  ];
  return (demonstration ? [`${DEMONSTRATION_MARK}: it carries no recognized credit.`, ...lines] : lines).join(
    '\n\n'
  );
}

/**
 * The achievement that a frozen document states; the amount stands in its name with its unit, because `creditsEarned`
 * alone would be read as semester hours (cme-rules.md §3).
 */
export function achievementOf(document: CertificateDocument): AchievementFacts {
  const { heading, activityTitle, activitySlug, activityVersion, creditLine, demonstration } = document;
  const name = `${activityTitle} (${creditLine})`;
  return {
    achievementType: 'CertificateOfCompletion',
    name: demonstration ? `Demonstration: ${name}` : name,
    description: `${heading}: ${activityTitle}${demonstration ? `. ${DEMONSTRATION_MARK}` : ''}`,
    criteria: { narrative: criteriaOf(document) },
    humanCode: activitySlug,
    version: activityVersion
  };
}

/** The issuer that a frozen document states. */
export function issuerOf(document: CertificateDocument, origin: string): IssuerFacts {
  return { name: issuerWords(document), url: origin };
}
