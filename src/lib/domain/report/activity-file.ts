import type { CompletionEvidence } from './evidence/completion-evidence.ts';
import type { ShownCount } from './small-cells.ts';

/** The version of this shape; it rises when a field changes its meaning, so that old files stay readable. */
export const ACTIVITY_FILE_FORMAT = 'footnote-activity-file/1';

/** A form of a version: what it asks, and what is to be passed. */
export type FileForm = {
  kind: 'pre-test' | 'practice' | 'assessment';
  title: string;
  bank: string;
  passingPercent: number | null;
  maxAttempts: number | null;
  feedback: string;
  blueprint: { objective: string; difficulty: string; count: number }[];
  alwaysInclude: string[];
};

/** A published version of an activity, as it was released. */
export type FileVersion = Pick<CompletionEvidence, 'activity' | 'accreditation' | 'disclosures'> & {
  status: string;
  forms: FileForm[];
  participation: Participation;
  evaluation: EvaluationSummary;
};

/** A published version of an item, with what its publication rests on. Instants are ISO 8601 in UTC. */
export type FileItem = {
  bank: string;
  externalId: string;
  version: number;
  status: string;
  type: string;
  objective: string | null;
  stem: string;
  publishedAt: string | null;
  retiredAt: string | null;
  citations: string[];
  /** `approvedBy` is the id of an account; null: it was approved before it came here, as its package says. */
  approvals: { approvedBy: string | null; approvedAt: string; note: string }[];
};

/** Who completed a version; numbers that are too small are held back. */
export type Participation = {
  completions: ShownCount;
  professions: { profession: string; completions: ShownCount }[];
  /** What was awarded in all, in quarter credits; null where so few completed it that it would tell of them. */
  quarterCredits: number | null;
};

/** What was answered to a version's evaluation; counts that are too small are held back. */
export type EvaluationSummary = {
  submitted: ShownCount;
  questions: { id: string; text: string; answers: { label: string; count: ShownCount }[] }[];
};

/** The whole file of an activity, as an accreditor asks for it at reaccreditation (cme-rules.md §1.6). */
export type ActivityFile = {
  format: typeof ACTIVITY_FILE_FORMAT;
  slug: string;
  title: string;
  versions: FileVersion[];
  items: FileItem[];
};
