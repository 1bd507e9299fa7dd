import { error } from '@sveltejs/kit';
import { effectLine } from '#lib/domain/question-bank/effect-line.ts';
import { countAttemptsByVersion } from '#lib/server/attempt/count-attempts-by-version.ts';
import { readItemHistory } from '#lib/server/question-bank/read-item-history.ts';
import { requireItem } from '../../require-item.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { itemId } = await requireItem(event);
  const { db } = event.locals;
  const history = await readItemHistory(db, itemId);
  if (history === null) error(404, 'We cannot find that page.');
  const versionIds = history.versions.map(({ versionId }) => versionId);
  const counts = await countAttemptsByVersion(db, versionIds);
  return {
    itemId,
    name: history.name,
    versions: history.versions.map((version) => ({
      ...version,
      effect: effectLine({ version: version.version, attempts: counts.get(version.versionId) ?? 0 })
    }))
  };
};
