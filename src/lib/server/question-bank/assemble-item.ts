import type { KeyedItem } from '#lib/domain/question-bank/keyed-item.ts';
import type { ItemCitationRow, ItemOptionRow, ItemTargetRow, ItemVersionRow } from './queries.ts';

export type ItemParts = { options: ItemOptionRow[]; targets: ItemTargetRow[]; citations: ItemCitationRow[] };

/** The key of an ordering item: its options by their right place. */
function orderOfKey(options: ItemOptionRow[]): string[] {
  return options
    .toSorted((one, other) => (one.keyPosition ?? 0) - (other.keyPosition ?? 0))
    .map(({ id }) => id);
}

const keysOf = (options: ItemOptionRow[]) => options.filter(({ isKey }) => isKey).map(({ id }) => id);

const tolerancesOf = (options: ItemOptionRow[]) =>
  Object.fromEntries(options.map(({ id, tolerance }) => [id, tolerance ?? '0']));

/** What all types have; the columns are named, so that one added to the tables does not slip in. */
function assembleBase(row: ItemVersionRow, parts: ItemParts) {
  return {
    versionId: row.versionId,
    itemId: row.itemId,
    externalId: row.externalId,
    version: row.version,
    stem: row.stem,
    keyPoint: row.keyPoint,
    objectiveId: row.objectiveId,
    lessonSection: row.lessonSection,
    options: parts.options.map(({ id, text, rationale }) => ({ id, text, rationale })),
    citations: parts.citations.map(({ citationKey, locator, supports, passageKind, passage, url }) => ({
      citationKey,
      locator,
      supports,
      passageKind,
      passage,
      url
    }))
  };
}

const matchesOf = ({ options, targets }: ItemParts) => ({
  targets: targets.map(({ id, text, rationale }) => ({ id, text, rationale })),
  key: Object.fromEntries(options.map(({ id, matchTargetId }) => [id, matchTargetId ?? '']))
});

/** One item with its key, from the rows of its version. */
export function assembleItem(row: ItemVersionRow, parts: ItemParts): KeyedItem {
  const base = assembleBase(row, parts);
  switch (row.type) {
    case 'single':
    case 'multiple':
    case 'true-false': {
      const key = keysOf(parts.options);
      return { ...base, type: row.type, select: row.select ?? key.length, key };
    }
    case 'matching':
      return { ...base, type: 'matching', ...matchesOf(parts) };
    case 'ordering':
      return { ...base, type: 'ordering', key: orderOfKey(parts.options) };
    case 'numeric':
      return {
        ...base,
        type: 'numeric',
        unit: row.unit,
        key: keysOf(parts.options),
        tolerances: tolerancesOf(parts.options)
      };
    case 'short-text':
      return { ...base, type: 'short-text', key: keysOf(parts.options) };
    default:
      return row.type satisfies never;
  }
}
