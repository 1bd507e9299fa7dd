import { readPageNumber } from '#lib/domain/identity/people-search.ts';
import { itemFilterQuery, readItemFilter } from '#lib/domain/question-bank/item-filter.ts';
import { listActivityBanks } from '#lib/server/activity/list-activity-banks.ts';
import { readObjectives } from '#lib/server/activity/read-objectives.ts';
import { listRecentChanges } from '#lib/server/question-bank/list-recent-changes.ts';
import { readItemsTable } from '#lib/server/report/read-items-table.ts';
import { requireAuthored, shownVersion } from '../require-authored.ts';
import type { PageServerLoad } from './$types';

/** What the change before this page came to; null: there was none. */
function doneWords(sent: URLSearchParams): string | null {
  const number = (name: string) => (/^\d{1,4}$/.test(sent.get(name) ?? '') ? Number(sent.get(name)) : null);
  const [changed, undone, kept] = [number('changed'), number('undone'), number('kept')];
  if (changed !== null) return `Changed: ${changed === 1 ? '1 item' : `${changed} items`}.`;
  if (undone === null) return null;
  return `Undone for ${undone === 1 ? '1 item' : `${undone} items`}.${kept ? ` ${kept === 1 ? '1 stays' : `${kept} stay`} as now: changed since, or not fit to go back.` : ''}`;
}

export const load: PageServerLoad = async (event) => {
  const { person, activity } = await requireAuthored(event);
  const { db, now } = event.locals;
  const { versionId } = shownVersion(activity);
  const banks = await listActivityBanks(db, versionId);
  const { filter, wrong } = readItemFilter(event.url.searchParams);
  const page = readPageNumber(event.url.searchParams.get('page'));
  const table = await readItemsTable(db, { bankIds: banks.map(({ id }) => id), filter, page });
  const { entries: objectives } = await readObjectives(db, versionId);
  const query = itemFilterQuery(filter).toString();
  const recent = await listRecentChanges(db, { personId: person.id, now });
  const done = doneWords(event.url.searchParams);
  return { activity, banks, objectives, filter, wrong, page, query, recent, done, ...table };
};
