import type { PackageProblem } from '#lib/domain/interchange/package-problem.ts';
import type { SectionChange } from './compare-sections.ts';
import type { WrittenVersion } from './write-imported-version.ts';

/** What an import brought, or found to be here. */
export type ImportedActivity = WrittenVersion & {
  /** `already-there`: this version is here with the same content, and nothing was changed. */
  outcome: 'imported' | 'already-there';
  slug: string;
  version: string;
  activityId: string;
  /** Whether there was no activity with this slug. */
  isNew: boolean;
  sections: SectionChange[];
  /** What has to be mended before it can be published. */
  later: PackageProblem[];
};
