/** The mention of a reference by an item: where in the source, and the passage that it leans on. */
type ItemCitation = {
  citationKey: string;
  locator: string | null;
  supports: string;
  passageKind: 'quote' | 'paraphrase';
  passage: string;
  url: string | null;
};

type KeyedOption = { id: string; text: string; rationale: string };

/** A target of a matching item; one that fits no option (a decoy) has a rationale of its own. */
type KeyedTarget = { id: string; text: string; rationale: string | null };

type KeyedItemBase = {
  versionId: string;
  itemId: string;
  externalId: string;
  version: number;
  stem: string;
  keyPoint: string;
  objectiveId: string | null;
  lessonSection: string | null;
  options: KeyedOption[];
  citations: ItemCitation[];
};

/** `key`: the ids of the options to choose. */
export type KeyedChoiceItem = KeyedItemBase & {
  type: 'single' | 'multiple' | 'true-false';
  select: number;
  key: string[];
};

/** `key`: option id to target id. */
export type KeyedMatchingItem = KeyedItemBase & {
  type: 'matching';
  targets: KeyedTarget[];
  key: Record<string, string>;
};

/** `key`: all option ids in the right order. */
export type KeyedOrderingItem = KeyedItemBase & { type: 'ordering'; key: string[] };

/**
 * `options` are the responses that are expected, right (those of `key`) or wrong; the learner sees none of them.
 * `tolerances`: option id to how far a number may be off, a decimal.
 */
export type KeyedNumericItem = KeyedItemBase & {
  type: 'numeric';
  unit: string;
  key: string[];
  tolerances: Record<string, string>;
};

/** `options` are the responses that are expected, right (those of `key`) or wrong; the learner sees none of them. */
export type KeyedShortTextItem = KeyedItemBase & { type: 'short-text'; key: string[] };

/**
 * An item version with its key and rationales. It must not leave the server before the learner may see them:
 * `toPublicItem` is the only gate.
 */
export type KeyedItem =
  KeyedChoiceItem | KeyedMatchingItem | KeyedOrderingItem | KeyedNumericItem | KeyedShortTextItem;

export type ItemType =
  'single' | 'multiple' | 'matching' | 'ordering' | 'true-false' | 'numeric' | 'short-text';
