import type { FieldProblem } from '#lib/domain/identity/field-problem.ts';
import type { ItemDraft } from '#lib/domain/question-bank/item-draft.ts';
import { formOfDraft } from '#lib/domain/question-bank/item-form.ts';
import { itemFormProblems } from '#lib/domain/question-bank/item-form-problems.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import type { Executor } from '../db/index.ts';
import { listReferenceIds } from './draft-part-queries.ts';
import { existsObjective } from './save-queries.ts';

/** What of a draft the tables cannot hold, each with the field of the editor: too long, or naming what is not there. */
export async function findStorageProblems(db: Executor, draft: ItemDraft): Promise<FieldProblem[]> {
  const problems = itemFormProblems(formOfDraft(draft, []));
  const { objectiveId, citations } = draft;
  if (objectiveId !== null && !(isUuid(objectiveId) && (await existsObjective(db, objectiveId))))
    problems.push({ field: 'objective', message: 'Choose an objective from the list. This one is gone.' });
  const known = await listReferenceIds(
    db,
    citations.map(({ citationKey }) => citationKey)
  );
  citations.forEach(({ citationKey }, index) => {
    if (!known.has(citationKey)) {
      const message = `The library holds no reference “${citationKey}”. Remove this citation and choose another.`;
      problems.push({ field: `citation-${index + 1}-passage`, message });
    }
  });
  return problems;
}
