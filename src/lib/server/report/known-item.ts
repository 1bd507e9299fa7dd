import type { KnownItem, KnownOption } from '#lib/domain/report/items/known-item.ts';
import type { listFiguresOfForm } from './known-items-queries.ts';

type Row = Omit<
  Awaited<ReturnType<typeof listFiguresOfForm>>[number],
  'itemId' | 'externalId' | 'version' | 'stem'
>;

/** How many of a group have it right: the share was kept, and the size. */
const rightOf = (facility: number | null, size: number) => Math.round(((facility ?? 0) * size) / 100);

/** An item on a form, as it is kept in a row. */
export function knownItem(row: Row, options: KnownOption[]): KnownItem {
  const { responses, sumX, sumXx, sumXt, sumT, sumTt, facilityLow, facilityHigh } = row;
  return {
    sums: { responses, sumX, sumXx, sumXt, sumT, sumTt },
    exposure: row.exposure,
    computedAt: row.computedAt,
    standardDeviation: row.standardDeviation,
    randomGuessScore: row.randomGuessScore,
    intendedWeight: row.intendedWeight,
    effectiveWeight: row.effectiveWeight,
    discriminationIndex: row.discriminationIndex,
    discriminativeEfficiency: row.discriminativeEfficiency,
    facilityInterval:
      facilityLow === null || facilityHigh === null ? null : { low: facilityLow, high: facilityHigh },
    upper: { size: row.upperSize, right: rightOf(row.upperFacility, row.upperSize) },
    lower: { size: row.lowerSize, right: rightOf(row.lowerFacility, row.lowerSize) },
    alphaIfDeleted: row.alphaIfDeleted,
    internalConsistency: row.internalConsistency,
    isFixedForm: row.isFixedForm,
    medianSeconds: row.medianSeconds,
    options
  };
}
