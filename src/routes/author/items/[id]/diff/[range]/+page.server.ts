import { error } from '@sveltejs/kit';
import { effectLine } from '#lib/domain/question-bank/effect-line.ts';
import { readEffect } from '#lib/server/attempt/read-effect.ts';
import { compareVersions } from '#lib/server/question-bank/compare-versions.ts';
import { requireItem } from '../../../require-item.ts';
import type { PageServerLoad } from './$types';

const NOT_FOUND = 'We cannot find that page.';

export const load: PageServerLoad = async (event) => {
  const { itemId } = await requireItem(event);
  const { db } = event.locals;
  const { range } = event.params;
  const numbers = /^(\d{1,6})\.\.(\d{1,6})$/.exec(range);
  if (numbers === null) error(404, NOT_FOUND);
  const [before, after] = [Number(numbers[1]), Number(numbers[2])];
  const comparison = await compareVersions(db, { itemId, before, after });
  if (comparison === null) error(404, NOT_FOUND);
  const effect = await readEffect(db, comparison.before);
  return { itemId, comparison, effect: effect && effectLine(effect) };
};
