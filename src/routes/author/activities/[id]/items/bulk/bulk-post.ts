import type { FieldProblem } from '#lib/domain/identity/field-problem.ts';
import { readItemFilter } from '#lib/domain/question-bank/item-filter.ts';
import { MOST_ITEMS } from '#lib/domain/question-bank/plan-bulk-change.ts';
import { readBulkChange } from '#lib/domain/question-bank/read-bulk-change.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { listActivityBanks } from '#lib/server/activity/list-activity-banks.ts';
import { readObjectives } from '#lib/server/activity/read-objectives.ts';
import { listMatchingItems } from '#lib/server/report/list-matching-items.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { readPostedFields } from '../../../../../posted-fields.ts';
import { requireAuthored, shownVersion } from '../../require-authored.ts';
import type { RequestEvent } from './$types';

const NONE = 'Choose at least one item, or all that match';
const TOO_MANY = `Narrow the filter: one change takes ${MOST_ITEMS} items at most`;

const uuidsOf = (values: string[]) => [...new Set(values)].filter(isUuid);

type Scope = { bankIds: string[]; query: string; ticked: string[]; all: boolean };

/** Which items are meant, or why they cannot be changed at once. */
async function readScope(
  db: Executor,
  { bankIds, query, ticked, all }: Scope
): Promise<Result<string[], string>> {
  const { filter } = readItemFilter(new URLSearchParams(query));
  const found = all ? await listMatchingItems(db, { bankIds, filter }) : success(uuidsOf(ticked));
  if (!found.ok || found.value.length > MOST_ITEMS) return failure(TOO_MANY);
  return found.value.length === 0 ? failure(NONE) : found;
}

/** Who changes what in which items: those ticked, or all that the filter of the table lets through. */
export async function readBulkPost(event: RequestEvent) {
  const { person, activity } = await requireAuthored(event);
  const posted = await readPostedFields(event.request);
  const fields = new URLSearchParams(
    [...posted].flatMap(([name, values]) => values.map((value) => [name, value]))
  );
  const { db } = event.locals;
  const { versionId } = shownVersion(activity);
  const banks = await listActivityBanks(db, versionId);
  const { entries: objectives } = await readObjectives(db, versionId);
  const bankIds = banks.map(({ id }) => id);
  const all = fields.get('scope') === 'all';
  const query = fields.get('query') ?? '';
  const scope = await readScope(db, { bankIds, query, ticked: fields.getAll('item'), all });
  const change = readBulkChange(fields, { objectiveIds: objectives.map(({ id }) => id), bankIds });
  const problems: FieldProblem[] = [
    ...(scope.ok ? [] : [{ field: 'none', message: scope.problem }]),
    ...(change.ok ? [] : change.problem)
  ];
  const asked = scope.ok && change.ok ? { itemIds: scope.value, change: change.value } : null;
  return { person, activity, query, all, asked, problems, seen: fields.get('seen') ?? '' };
}
