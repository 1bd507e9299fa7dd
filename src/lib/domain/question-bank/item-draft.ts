import type { ItemType } from './keyed-item.ts';

export type Difficulty = 'easy' | 'medium' | 'hard';

/**
 * An option while it is written, with its part of the key by type of item: `isKey` (single, multiple, true-false,
 * numeric, short-text), `matchTargetId` (matching) or `keyPosition`, from 1 (ordering); null where it has none yet. Of a
 * numeric item `text` is the expected value and `tolerance` how far a response may be off, both as decimals.
 */
export type DraftOption = {
  id: string;
  text: string;
  rationale: string;
  isKey: boolean | null;
  matchTargetId: string | null;
  keyPosition: number | null;
  tolerance: string | null;
};

/** A target of a matching item; one that fits no option (a decoy) needs a rationale. */
export type DraftTarget = { id: string; text: string; rationale: string };

/** How far the passage was checked: against the source, against the page that quotes it, or not yet. */
export type Verification = 'verified' | 'source-page' | 'needs-expert-review';

/** A citation while it is written. `citationKey` names the reference, e.g. `chen2017`. */
export type DraftCitation = {
  citationKey: string;
  /** Where in the source, e.g. `p. 325`; empty: not given. */
  locator: string;
  /** Which statement leans on it. */
  supports: string;
  passageKind: 'quote' | 'paraphrase';
  passage: string;
  verification: Verification;
  /** Where the passage itself can be read; empty: not known. */
  url: string;
};

/**
 * The content of an item version as its author writes it. Anything may still be missing: the lint says what. Texts may
 * hold citation marks, `[@chen2017]`.
 */
export type ItemDraft = {
  type: ItemType;
  /** Vignette and lead-in, parted by an empty line (stem-parts.ts). */
  stem: string;
  /** How many options are to be chosen; null for types without that. */
  select: number | null;
  /** What a numeric response is given in; empty: nothing, or another type. */
  unit: string;
  keyPoint: string;
  objectiveId: string | null;
  difficulty: Difficulty;
  /** Slug of the section to reread. */
  lessonSection: string | null;
  usableInPretest: boolean;
  options: DraftOption[];
  targets: DraftTarget[];
  citations: DraftCitation[];
};
