import { isEnough } from './item-facts.ts';
import { reviewReason } from './item-warnings.ts';
import type { KnownItem } from './known-item.ts';
import { shownShare, type ShownShare } from './shown-share.ts';

/** An item in the table of a form; what is held back is null. */
export type FormItemRow = {
  itemId: string;
  externalId: string;
  version: number;
  stem: string;
  responses: number;
  facility: ShownShare;
  discriminationIndex: number | null;
  discriminativeEfficiency: number | null;
  effectiveWeight: number | null;
  medianSeconds: number | null;
  reason: ReturnType<typeof reviewReason>;
  isHeld: boolean;
};

type Named = Pick<FormItemRow, 'itemId' | 'externalId' | 'version' | 'stem'>;

/** An item as the table of its form shows it. */
export function formItemRow(name: Named, known: KnownItem): FormItemRow {
  const isShown = isEnough(known);
  return {
    ...name,
    responses: known.sums.responses,
    facility: shownShare(known.sums.sumX, known.sums.responses),
    discriminationIndex: isShown ? known.discriminationIndex : null,
    discriminativeEfficiency: isShown ? known.discriminativeEfficiency : null,
    effectiveWeight: isShown ? known.effectiveWeight : null,
    medianSeconds: known.medianSeconds,
    reason: reviewReason(known),
    isHeld: !isShown
  };
}

export const FORM_ITEM_SORTS = [
  'item',
  'responses',
  'facility',
  'discrimination',
  'efficiency',
  'weight',
  'time'
] as const;

export type FormItemSort = (typeof FORM_ITEM_SORTS)[number];

/** How the table is sorted, as an address says it; by item where it says nothing that is known. */
export type FormItemOrder = { sort: FormItemSort; descending: boolean };

/** Reads `?sort=facility&descending`. */
export function readFormItemOrder(address: URLSearchParams): FormItemOrder {
  const sort = FORM_ITEM_SORTS.find((known) => known === address.get('sort')) ?? 'item';
  return { sort, descending: address.has('descending') };
}

function valueOf(row: FormItemRow, sort: FormItemSort): number | null {
  switch (sort) {
    case 'item':
      return null;
    case 'responses':
      return row.responses;
    case 'facility':
      return row.facility.percent;
    case 'discrimination':
      return row.discriminationIndex;
    case 'efficiency':
      return row.discriminativeEfficiency;
    case 'weight':
      return row.effectiveWeight;
    case 'time':
      return row.medianSeconds;
  }
}

const byName = (one: FormItemRow, other: FormItemRow) =>
  one.externalId.localeCompare(other.externalId, 'en', { numeric: true }) || one.version - other.version;

/** The rows in this order; those without a value come last either way. */
export function sortFormItems(
  rows: readonly FormItemRow[],
  { sort, descending }: FormItemOrder
): FormItemRow[] {
  const sign = descending ? -1 : 1;
  return rows.toSorted((one, other) => {
    if (sort === 'item') return sign * byName(one, other);
    const [first, second] = [valueOf(one, sort), valueOf(other, sort)];
    if (first === null || second === null)
      return Number(first === null) - Number(second === null) || byName(one, other);
    return sign * (first - second) || byName(one, other);
  });
}
