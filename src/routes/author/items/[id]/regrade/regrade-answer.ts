import type { FieldProblem } from '#lib/domain/identity/field-problem.ts';
import { fingerprintOf } from '#lib/domain/attempt/dry-run.ts';
import { dryRunWords } from '#lib/domain/attempt/dry-run-words.ts';
import type { RegradePreview } from '#lib/server/attempt/apply-regrade.ts';
import { countCreditedAttempts } from '#lib/server/credit/count-credited-attempts.ts';
import type { Executor } from '#lib/server/db/index.ts';

/** A dry run as the page shows it. `seen` goes back with the form that carries it out. */
export async function shownPreview(
  db: Executor,
  { dryRun, openAttempts }: RegradePreview,
  itemVersionId: string
) {
  const creditHolders = await countCreditedAttempts(db, itemVersionId);
  const words = dryRunWords(dryRun, { openAttempts, creditHolders });
  return { words, forms: dryRun.forms, seen: fingerprintOf(dryRun) };
}

type ShownPreview = Awaited<ReturnType<typeof shownPreview>>;

/** The answer to a form that was not carried out: what was sent, what is wrong, and what would happen. */
export const answered = (
  posted: Map<string, string[]>,
  more: { problems?: FieldProblem[]; preview?: ShownPreview | null; undo?: ShownPreview | null }
) => ({ posted, problems: [], preview: null, undo: null, ...more });
