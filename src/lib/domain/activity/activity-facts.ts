import type { AccreditationFacts } from '../accreditation/accreditation-facts.ts';

/** A form of the activity, as far as a learner is told of it before the start. */
export type AssessmentFacts = {
  id: string;
  kind: 'pre-test' | 'practice' | 'assessment';
  title: string;
  /** Items on a form: the sum of the blueprint. */
  itemCount: number;
  feedback: 'none' | 'after-each-item' | 'after-submission';
  showsScore: boolean;
  /** Whole per cent; null where nothing is to be passed. */
  passingPercent: number | null;
  /** Null: as many as the learner likes. */
  maxAttempts: number | null;
  requiredForCompletion: boolean;
};

/** What stands in a list of activities. Dates are `YYYY-MM-DD`. */
export type ActivityCard = {
  activityVersionId: string;
  slug: string;
  title: string;
  summary: string;
  estimatedMinutes: number;
  releaseDate: string;
  expiryDate: string;
  maximumQuarterCredits: number;
  accreditation: AccreditationFacts;
  assessments: AssessmentFacts[];
};

/** All facts of the live version of an activity that must stand before the start (cme-rules.md §1.2). */
export type ActivityFacts = ActivityCard & {
  activityId: string;
  /** The label that people see, e.g. `0.1.0`. */
  version: string;
  audience: string[];
  audienceNote: string;
  /** Learning format, e.g. `enduring-material`. */
  format: string;
  reviewDate: string;
  disclosureStatement: string;
  supportStatement: string;
  medicalDisclaimer: string;
  /** What the activity is needed for, and the next three: null where nothing is said. */
  practiceGap: string | null;
  offLabelUse: string | null;
  contact: string | null;
  fee: string | null;
  /** Minutes for an attempt at the assessment; null: it is not timed. */
  timeLimitMinutes: number | null;
  objectives: { id: string; code: string; wording: string }[];
  disclosures: { name: string; role: string; relationships: string }[];
  lessonId: string;
  sections: { id: string; slug: string; title: string; minutes: number }[];
  referenceCount: number;
};
