import type { LookedUp, LookUpIdentifier, LookUpProblem } from '#lib/domain/reference/looked-up.ts';
import { failure, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { selectLooksUp } from './settings-queries.ts';
import { webLookup, type WebLookup } from './web-lookup.ts';

/** Asks the web about a reference, if an admin allows it; else nothing leaves the server (product.md, promise 7). */
export async function lookUpReference(
  db: Executor,
  { asked, lookup = webLookup() }: { asked: LookUpIdentifier; lookup?: WebLookup | undefined }
): Promise<Result<LookedUp, LookUpProblem>> {
  if (!(await selectLooksUp(db))) return failure('switched-off');
  return lookup(asked);
}
