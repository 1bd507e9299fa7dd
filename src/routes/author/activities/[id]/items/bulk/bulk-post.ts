import { isUuid } from '#lib/domain/uuid.ts';
import { readItemFilter } from '#lib/domain/question-bank/item-filter.ts';
import { readBulkChange } from '#lib/domain/question-bank/read-bulk-change.ts';
import { listActivityBanks } from '#lib/server/activity/list-activity-banks.ts';
import { readObjectives } from '#lib/server/activity/read-objectives.ts';
import { listMatchingItems } from '#lib/server/report/list-matching-items.ts';
import { readPostedFields } from '../../../../../posted-fields.ts';
import { requireAuthored, shownVersion } from '../../require-authored.ts';
import type { RequestEvent } from './$types';

const uuidsOf = (values: string[]) => [...new Set(values)].filter(isUuid).slice(0, 5_000);

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
  const { filter } = readItemFilter(new URLSearchParams(query));
  const itemIds = all ? await listMatchingItems(db, { bankIds, filter }) : uuidsOf(fields.getAll('item'));
  const change = readBulkChange(fields, { objectiveIds: objectives.map(({ id }) => id), bankIds });
  return { person, activity, banks, objectives, query, all, itemIds, change, fields: [...fields] };
}
