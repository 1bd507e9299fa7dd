import type { ItemDraft } from '../item-draft.ts';
import type { LintFinding } from './lint-finding.ts';

/** What the rules know of the surroundings of an item. */
export type LintContext = {
  /** Citation keys in the reference list that the item may cite from; null: there is no list to compare with. */
  listedKeys: string[] | null;
  /** Citation keys of retracted references. */
  retractedKeys: string[];
  /** Whether every form that draws the item shuffles its options, so that their written order is never seen. */
  shufflesOptions: boolean;
  /** Abbreviations that need no definition here, beside the usual ones. */
  knownAbbreviations?: string[];
  /** Texts of the keys of the other items of the bank. */
  otherKeys?: string[];
};

/** A rule of item writing: a pure function that gives the flaws of this kind, none where there is none. Never throws. */
export type LintRule = (draft: ItemDraft, context: LintContext) => LintFinding[];
