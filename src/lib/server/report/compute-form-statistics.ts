import {
  analyseCountedForm,
  type CountedForm,
  type FormItemFigures
} from '#lib/domain/report/psychometrics/analyse-counted-form.ts';
import type { KeyedItem } from '#lib/domain/question-bank/keyed-item.ts';
import type { Executor } from '../db/index.ts';
import { readKeyedItems } from '../question-bank/read-keyed-items.ts';
import { listCountedRows, listExposures, listMedianSeconds } from './counted-form-queries.ts';
import {
  deleteStatistics,
  insertFormStatistics,
  insertItemStatistics,
  lockStatistics
} from './statistics-queries.ts';

type Rows = Awaited<ReturnType<typeof listCountedRows>>;

/** In the order of their ids, so that the same responses give the same figures to the last digit. */
function countedForm(rows: Rows, items: Map<string, KeyedItem>): CountedForm {
  const byItem = Map.groupBy(rows, ({ itemVersionId }) => itemVersionId);
  return {
    totals: byItem.get(null) ?? [],
    items: [...byItem].flatMap(([id, cells]) => {
      const item = id === null ? undefined : items.get(id);
      return item === undefined ? [] : [{ item, cells }];
    })
  };
}

/** The sums as they are kept: numbers without rounding. */
function storedSums({ responses, sumX, sumXx, sumXt, sumT, sumTt }: FormItemFigures['sums']) {
  const [x, xx, xt, t, tt] = [sumX, sumXx, sumXt, sumT, sumTt].map(String);
  return { responses, sumX: x ?? '', sumXx: xx ?? '', sumXt: xt ?? '', sumT: t ?? '', sumTt: tt ?? '' };
}

function itemRow({ sums, upper, lower, interval, ...item }: FormItemFigures) {
  return {
    ...storedSums(sums),
    itemVersionId: item.itemVersionId,
    facility: item.facility,
    standardDeviation: item.standardDeviation,
    randomGuessScore: item.randomGuessScore,
    intendedWeight: item.intendedWeight,
    effectiveWeight: item.effectiveWeight,
    discriminationIndex: item.discriminationIndex,
    discriminativeEfficiency: item.discriminativeEfficiency,
    facilityLow: interval?.low ?? null,
    facilityHigh: interval?.high ?? null,
    upperFacility: upper.facility,
    lowerFacility: lower.facility,
    upperSize: upper.size,
    lowerSize: lower.size,
    alphaIfDeleted: item.alphaIfDeleted
  };
}

type Which = { assessmentId: string; now: Date };

/** Facts of the items that are no figures of their marks. */
async function readUses(tx: Executor, assessmentId: string) {
  const exposures = await listExposures(tx, assessmentId);
  const seconds = await listMedianSeconds(tx, assessmentId);
  return {
    exposure: new Map(exposures.map((row) => [row.itemVersionId, row.attempts])),
    seconds: new Map(seconds.map((row) => [row.itemVersionId, row.seconds]))
  };
}

async function writeItems(tx: Executor, { assessmentId, now }: Which, items: FormItemFigures[]) {
  const uses = await readUses(tx, assessmentId);
  for (const item of items) {
    const { itemVersionId } = item;
    const row = {
      ...{ assessmentId, computedAt: now },
      ...itemRow(item),
      exposure: uses.exposure.get(itemVersionId) ?? item.sums.responses,
      medianSeconds: uses.seconds.get(itemVersionId) ?? null
    };
    const options = item.options.map(({ sumRest, ...option }) => ({
      ...{ assessmentId, itemVersionId, ...option },
      sumRest: String(sumRest)
    }));
    await insertItemStatistics(tx, row, options);
  }
}

/**
 * Computes the figures of one form anew from its first attempts, as their marks are now, and puts them in the place of what
 * was known. Returns how many items it found.
 */
export async function computeFormStatistics(db: Executor, { assessmentId, now }: Which): Promise<number> {
  return db.transaction(async (tx) => {
    await lockStatistics(tx, assessmentId);
    const rows = await listCountedRows(tx, assessmentId);
    const ids = [...new Set(rows.flatMap(({ itemVersionId }) => itemVersionId ?? []))];
    const { items, ...form } = analyseCountedForm(countedForm(rows, await readKeyedItems(tx, ids)));
    await deleteStatistics(tx, assessmentId);
    if (form.attempts === 0) return 0;
    await insertFormStatistics(tx, { ...form, assessmentId, computedAt: now });
    await writeItems(tx, { assessmentId, now }, items);
    return items.length;
  });
}
