import type { Difficulty, ItemDraft } from '../question-bank/item-draft.ts';
import type { RecordedReason } from '../question-bank/lint/open-findings.ts';

type Fields = Record<string, unknown>;

/** A disclosure as a package holds it. Days are ISO dates. */
export type DisclosurePart = {
  name: string;
  role: string;
  relationships: string;
  declaredOn: string | null;
  financialRelationships: {
    company: string;
    kind: string | null;
    nature: string;
    ended: boolean;
    relevant: boolean | null;
    mitigation: string;
    mitigatedOn: string | null;
  }[];
};

export type AssessmentPart = {
  kind: string;
  title: string;
  bank: string;
  pretestItemsOnly: boolean;
  feedback: string;
  showsScore: boolean;
  passingPercent: number | null;
  maxAttempts: number | null;
  requiredForCompletion: boolean;
  shuffleItems: boolean;
  shuffleOptions: boolean;
  blueprint: { objective: string; difficulty: 'any' | Difficulty; count: number }[];
  alwaysInclude: string[];
};

/** Where in a reference, and on which passage, the mentions of a section lean. */
export type CitationDetail = {
  citationKey: string;
  locator: string | null;
  passage: string | null;
  passageKind: 'quote' | 'paraphrase' | null;
};

/** `source`: as its author wrote it, with comments and instructions for drawings. */
export type SectionPart = {
  slug: string;
  title: string;
  minutes: number;
  objectives: string[];
  source: string;
  citations: CitationDetail[];
  figures: { figureId: string; svg: string }[];
};

export type ReferencePart = {
  citationKey: string;
  /** Its place in the printed list; null: only items cite it. */
  number: number | null;
  csl: Fields;
  authorsTruncated: boolean;
  custom: Fields;
  evidenceLevel: string;
  reviewDueOn: string | null;
  status: string;
  statusNote: string;
};

export type ItemPart = {
  externalId: string;
  bank: string;
  status: 'reviewed' | 'draft';
  objective: string | null;
  pairedWith: string | null;
  reviewNote: string;
  tags: string[];
  setAside: RecordedReason[];
  draft: ItemDraft;
};

/** The facts of an activity version, as its row holds them. */
export type VersionPart = {
  version: string;
  title: string;
  summary: string;
  audience: string[];
  audienceNote: string;
  format: string;
  estimatedMinutes: number;
  releaseDate: string;
  reviewDate: string;
  expiryDate: string;
  maximumQuarterCredits: number;
  disclosureStatement: string;
  supportStatement: string;
  medicalDisclaimer: string;
  /** Null, as the next three: not said, and left out of the file. */
  practiceGap: string | null;
  offLabelUse: string | null;
  contact: string | null;
  fee: string | null;
  timeLimitMinutes: number | null;
  authors: { name: string }[];
  reviewers: { name: string }[];
  extra: Fields;
  mode: string;
  label: string;
  statement: string;
  providerName: string | null;
};

/** All that a package holds of an activity, each list in its order. */
export type PackageParts = {
  slug: string;
  version: VersionPart;
  objectives: { code: string; wording: string }[];
  disclosures: DisclosurePart[];
  sections: SectionPart[];
  assessments: AssessmentPart[];
  references: ReferencePart[];
  items: ItemPart[];
  evaluation: Fields;
};
