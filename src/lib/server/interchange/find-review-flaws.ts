import { checkWriting } from '#lib/domain/interchange/check-writing.ts';
import type { PackageProblem } from '#lib/domain/interchange/package-problem.ts';
import { publicationFaults } from '#lib/domain/question-bank/publication-faults.ts';
import type { Executor } from '../db/index.ts';
import { listRetractedCitationKeys } from '../question-bank/lint-queries.ts';
import type { ActivityPackage } from './import-parse-package.ts';
import { readLenientItem } from './lenient-item.ts';

/** The keys of what the library or the package itself knows as retracted. */
async function listRetracted(tx: Executor, references: ActivityPackage['references']): Promise<string[]> {
  const own = references.filter(({ custom }) => custom.status === 'retracted').map(({ id }) => id);
  return [...new Set([...(await listRetractedCitationKeys(tx)), ...own])];
}

/** What keeps items that the package calls reviewed from being published: missing parts, else errors of writing. */
export async function findReviewFlaws(
  tx: Executor,
  { items, references }: ActivityPackage
): Promise<PackageProblem[]> {
  const reviewed = items
    .filter(({ status }) => status === 'reviewed')
    .map(readLenientItem)
    .filter((item) => 'draft' in item);
  const retractedKeys = await listRetracted(tx, references);
  const faults = reviewed.flatMap(({ id, draft }) =>
    publicationFaults(draft, { retractedKeys, lintErrors: 0 }).map(({ words }) => ({
      file: 'items.json',
      where: `item ${id}`,
      why: `It is marked reviewed, but it has a fault: ${words}.`,
      mend: 'Mend the item, or set its status to "draft".'
    }))
  );
  if (faults.length > 0) return faults;
  return checkWriting(reviewed, { listedKeys: references.map(({ id }) => id), retractedKeys });
}

/** Sections that lean on what the library knows as retracted: they cannot be published. */
export async function findRetractedSections(
  tx: Executor,
  { sections, references }: ActivityPackage
): Promise<PackageProblem[]> {
  const retracted = new Set(await listRetracted(tx, references));
  return sections.flatMap(({ listing, markdown }) =>
    [...new Set(markdown.citationKeys)]
      .filter((key) => retracted.has(key))
      .map((key) => ({
        file: listing.file,
        where: `[@${key}]`,
        why: 'The reference was retracted.',
        mend: 'Cite another one, or write what no longer leans on it.'
      }))
  );
}
