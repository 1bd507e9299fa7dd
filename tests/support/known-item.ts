import type { KnownItem } from '#lib/domain/report/items/known-item.ts';

/** An item that `right` of `of` people have right; its options as `[id, chosen, sumRest]`. */
export function knownItem(right: number, of: number, options: [string, number, number][] = []): KnownItem {
  return {
    sums: { responses: of, sumX: right, sumXx: right, sumXt: right * 6, sumT: of * 5, sumTt: of * 27 },
    exposure: of + 3,
    computedAt: new Date('2026-12-03T02:20:00Z'),
    ...{ standardDeviation: 0.5, randomGuessScore: 25, intendedWeight: 10, effectiveWeight: 12 },
    ...{ discriminationIndex: 34.5, discriminativeEfficiency: 40, facilityInterval: { low: 40, high: 60 } },
    ...{ upper: { size: 20, right: 15 }, lower: { size: 20, right: 6 }, alphaIfDeleted: 51 },
    ...{ internalConsistency: 55, isFixedForm: true, medianSeconds: 41.2 },
    options: options.map(([optionId, chosen, sumRest]) => ({
      ...{ optionId, chosen, sumRest, upperChosen: chosen, lowerChosen: 0 }
    }))
  };
}
