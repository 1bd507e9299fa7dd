import { error } from '@sveltejs/kit';
import { effectLine } from '#lib/domain/question-bank/effect-line.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { readEffect } from '#lib/server/attempt/read-effect.ts';
import { compareVersions } from '#lib/server/question-bank/compare-versions.ts';
import { requireRole } from '../../../../../guard.ts';
import type { PageServerLoad } from './$types';

const NOT_FOUND = 'We cannot find that page.';

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'educator');
  const { db } = event.locals;
  const { id: itemId, range } = event.params;
  const numbers = /^(\d{1,6})\.\.(\d{1,6})$/.exec(range);
  if (!isUuid(itemId) || numbers === null) error(404, NOT_FOUND);
  const [before, after] = [Number(numbers[1]), Number(numbers[2])];
  const comparison = await compareVersions(db, { itemId, before, after });
  if (comparison === null) error(404, NOT_FOUND);
  const effect = await readEffect(db, comparison.before);
  return { itemId, comparison, effect: effect && effectLine(effect) };
};
