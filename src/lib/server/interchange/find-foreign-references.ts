import type { PackageProblem } from '#lib/domain/interchange/package-problem.ts';
import { isSameEntry } from '#lib/domain/reference/find-duplicates.ts';
import type { Executor } from '../db/index.ts';
import type { ActivityPackage } from './import-parse-package.ts';
import { recordOf } from './import-references.ts';
import { listReferences } from './reference-queries.ts';

/**
 * References of a package whose key names another paper in the library. To overwrite that one would put a wrong source
 * under every passage that leans on it.
 */
export async function findForeignReferences(
  tx: Executor,
  { references }: ActivityPackage
): Promise<PackageProblem[]> {
  const keys = references.map(({ id }) => id);
  const held = new Map((await listReferences(tx, keys)).map((row) => [row.citationKey, row.csl]));
  return references.flatMap((entry) => {
    const former = held.get(entry.id);
    if (!former || isSameEntry(recordOf(entry).csl, former)) return [];
    return [
      {
        file: 'references.json',
        where: entry.id,
        why: `The library has another reference under this key, “${former.title.slice(0, 120)}”, which items and sections here lean on.`,
        mend: 'Give it another key in the package, there and wherever it is cited; or mend its DOI or PMID, if it is the same.'
      }
    ];
  });
}
