import type { ItemDraft } from './item-draft.ts';
import type { LintFinding } from './lint/lint-finding.ts';
import { publicationFaults, type PublicationFault } from './publication-faults.ts';

/** All that keeps an item from review and publication, each said once. */
export type PublicationBlockers = { faults: PublicationFault[]; findings: LintFinding[] };

type Surroundings = Parameters<typeof publicationFaults>[1] & {
  /** Errors of the lint, and warnings that need a reason and have none. */
  open: LintFinding[];
};

/** What is missing, and the open findings at other places; null where there is neither. */
export function publicationBlockers(
  draft: ItemDraft,
  { open, ...surroundings }: Surroundings
): PublicationBlockers | null {
  const all = publicationFaults(draft, surroundings);
  // The findings say it themselves.
  const faults =
    open.length === 0 ? all : all.filter(({ fault }) => fault !== 'a writing flaw of level error');
  const named = new Set(faults.flatMap(({ places }) => places));
  const findings = open.filter(({ place }) => !named.has(place));
  return faults.length + findings.length === 0 ? null : { faults, findings };
}
