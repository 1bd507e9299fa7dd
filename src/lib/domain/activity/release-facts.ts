import type { AccreditationStanding } from './accreditation-details.ts';
import type { Shortage } from './blueprint-coverage.ts';
import type { HonestMinutes } from './honest-minutes.ts';

/** All that the checklist looks at. Days are `YYYY-MM-DD`. */
export type ReleaseFacts = {
  today: string;
  settingsProblems: string[];
  /** What the front matter leaves unsaid although learners should read it, e.g. `the fee`. */
  unsaid: string[];
  reviewDate: string;
  expiryDate: string;
  estimatedMinutes: number;
  honestMinutes: HonestMinutes;
  creditWarning: string | null;
  limitWarning: string | null;
  objectives: { code: string; sections: number; items: number }[];
  sections: {
    title: string;
    isEmpty: boolean;
    citations: number;
    /** Of the citations, those without the passage that they lean on. */
    withoutPassage: number;
    undrawnFigures: number;
    faults: number;
  }[];
  /** Keys that sections cite and the reference list does not hold. */
  unlisted: string[];
  /** The same of live items, with the items that cite each. */
  unlistedInItems: { key: string; items: string[] }[];
  references: { key: string; isCited: boolean; isRetracted: boolean }[];
  forms: {
    kind: 'pre-test' | 'practice' | 'assessment';
    title: string;
    itemCount: number;
    passingPercent: number | null;
    requiredForCompletion: boolean;
    /** Whether it shows keys after each item, from the bank that the assessment draws on. */
    tellsKeys: boolean;
    shortages: (Shortage & { code: string })[];
    missingFixedItems: number;
  }[];
  itemsWithErrors: string[];
  itemsCitingRetracted: string[];
  disclosures: { name: string; open: string[]; late: string[] }[];
  hasEvaluationForm: boolean;
  accreditation: AccreditationStanding;
};
