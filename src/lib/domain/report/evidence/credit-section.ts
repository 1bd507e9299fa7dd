import { creditReports } from '#lib/domain/credit/credit-report.ts';
import { creditWords } from '#lib/domain/credit/format-quarter-credits.ts';
import { ruleWords } from './accreditation-section.ts';
import type { CompletionEvidence, FrozenCredit, FrozenPermission } from './completion-evidence.ts';
import {
  factsOf,
  heading,
  instantWords,
  paragraph,
  type EvidenceBlock,
  type EvidenceSection
} from './evidence-block.ts';

function creditBlocks(credit: FrozenCredit): EvidenceBlock[] {
  return [
    heading(credit.supersedesId === null ? 'Credit as claimed' : 'Credit as corrected'),
    factsOf({
      Amount: creditWords(credit.quarterCredits),
      Maximum: creditWords(credit.maximumQuarterCredits),
      'Claimed at': instantWords(credit.claimedAt),
      Rules: credit.rule === null ? null : ruleWords(credit.rule),
      'Minutes a credit': credit.rule?.rule.minutesPerCredit ?? null,
      'Source of the rules': credit.rule?.rule.source ?? null,
      Reason: credit.reason,
      Supersedes: credit.supersedesId,
      'Credit id': credit.id
    })
  ];
}

function permissionBlocks(permission: FrozenPermission): EvidenceBlock[] {
  const [report] = creditReports([permission.report]);
  return [
    heading(`Reporting: ${report?.name ?? permission.report}`),
    factsOf({
      Answer: permission.granted ? 'Permitted' : 'Not permitted',
      'Recorded at': instantWords(permission.recordedAt),
      'Version of the wording': permission.wordingVersion
    }),
    ...paragraph(permission.wording)
  ];
}

/** What was claimed and awarded under which rules, each correction, and what may be reported to whom. */
export function creditSection({ credits, permissions }: CompletionEvidence): EvidenceSection {
  return {
    id: 'credit',
    title: 'Credit and reporting permissions',
    blocks: [
      ...paragraph(credits.length === 0 ? 'No credit was claimed.' : null),
      ...credits.flatMap(creditBlocks),
      ...permissions.flatMap(permissionBlocks)
    ]
  };
}
