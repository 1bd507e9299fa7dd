import { creditWords } from '#lib/domain/credit/format-quarter-credits.ts';
import type { CompletionEvidence } from './completion-evidence.ts';
import type { FrozenAttestation, FrozenRule } from './frozen-activity.ts';
import {
  factsOf,
  heading,
  instantWords,
  list,
  paragraph,
  type EvidenceBlock,
  type EvidenceSection
} from './evidence-block.ts';

/** A rule with its version, e.g. `AMA PRA Category 1 Credit™ (ama-pra-1, version 2, valid from 2026-01-01)`. */
export const ruleWords = ({ key, version, validFrom, rule }: FrozenRule): string =>
  `${rule.name} (${key}, version ${version}, valid from ${validFrom})`;

const attested = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

function attestationBlocks({ wording, facts, provider, ...made }: FrozenAttestation): EvidenceBlock[] {
  return [
    heading('Attestation'),
    ...paragraph(wording),
    factsOf({
      Provider: provider.name,
      Accreditor: `${provider.accreditor}, id ${provider.accreditorId}`,
      Mode: provider.mode === 'joint' ? `Joint, with ${provider.jointProviders}` : 'Direct',
      Address: provider.address,
      'Attested at': instantWords(made.attestedAt),
      'Attested by account': made.attestedBy
    }),
    ...list(Object.entries(facts).map(([name, value]) => `${name}: ${attested(value)}`))
  ];
}

/** Under which words credit was offered, who attested it, and for what the activity was designated. */
export function accreditationSection({
  accreditation
}: Pick<CompletionEvidence, 'accreditation'>): EvidenceSection {
  const { statement, attestations, offers } = accreditation;
  const designated = offers.map(
    ({ rule, maximumQuarterCredits }) => `${ruleWords(rule)}: at most ${creditWords(maximumQuarterCredits)}`
  );
  return {
    id: 'accreditation',
    title: 'Accreditation',
    blocks: [
      factsOf({ Mode: statement.mode, Label: statement.label, Provider: statement.providerName }),
      ...paragraph(statement.statement),
      ...attestations.flatMap(attestationBlocks),
      ...(designated.length === 0 ? [] : [heading('Designated for'), ...list(designated)])
    ]
  };
}
