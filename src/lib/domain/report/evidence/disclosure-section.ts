import { natureWords } from '#lib/domain/activity/relationship-kinds.ts';
import type { CompletionEvidence } from './completion-evidence.ts';
import type { FrozenDisclosure, FrozenRelationship } from './frozen-activity.ts';
import { heading, list, paragraph, type EvidenceBlock, type EvidenceSection } from './evidence-block.ts';

const RELEVANCE = new Map<boolean | null, string>([
  [true, 'relevant'],
  [false, 'not relevant to the content'],
  [null, 'relevance not judged']
]);

function relationshipWords(relationship: FrozenRelationship): string {
  const { company, ended, relevant, mitigation, mitigatedOn } = relationship;
  const state = [ended ? 'ended' : '', RELEVANCE.get(relevant)].filter(Boolean).join(', ');
  const mitigated =
    mitigation === '' ? '' : ` Mitigated${mitigatedOn === null ? '' : ` on ${mitigatedOn}`}: ${mitigation}`;
  return `${company}: ${natureWords(relationship) || 'relationship'} (${state}).${mitigated}`;
}

/** What one person declared, as published, with what was done about it. */
function disclosureBlocks(disclosure: FrozenDisclosure): EvidenceBlock[] {
  const { name, role, relationships, declaredOn, financialRelationships } = disclosure;
  return [
    heading([name, role].filter(Boolean).join(', ')),
    ...paragraph(relationships),
    ...list(financialRelationships.map(relationshipWords)),
    ...paragraph(declaredOn === null ? null : `Declared on ${declaredOn}.`)
  ];
}

/** What those in control of content declared, as published with the version. */
export function disclosureSection({
  activity,
  disclosures
}: Pick<CompletionEvidence, 'activity' | 'disclosures'>): EvidenceSection {
  return {
    id: 'disclosures',
    title: 'Disclosures',
    blocks: [...paragraph(activity.disclosureStatement), ...disclosures.flatMap(disclosureBlocks)]
  };
}
