import type { CreditRule } from '#lib/domain/accreditation/credit-rule.ts';
import type { Provider } from '#lib/domain/accreditation/provider.ts';
import type { RelationshipKind } from '#lib/domain/activity/relationship-kinds.ts';
import type { CslReference } from '#lib/domain/reference/csl-reference.ts';

/** A source as it read when what cites it was published; `csl` is null where nothing was kept. */
export type FrozenReference = {
  citationKey: string;
  /** Its number in the list of the activity version; null: it is not on it. */
  number: number | null;
  csl: CslReference | null;
  authorsTruncated: boolean;
};

/** The activity version as it was published. Days are `YYYY-MM-DD`, instants ISO 8601 in UTC. */
export type FrozenActivity = {
  activityId: string;
  versionId: string;
  slug: string;
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
  publishedAt: string | null;
  maximumQuarterCredits: number;
  disclosureStatement: string;
  supportStatement: string;
  medicalDisclaimer: string;
  practiceGap: string | null;
  offLabelUse: string | null;
  contact: string | null;
  fee: string | null;
  timeLimitMinutes: number | null;
  authors: { name: string }[];
  reviewers: { name: string }[];
  objectives: { code: string; wording: string }[];
  references: FrozenReference[];
};

export type FrozenAttestation = {
  id: string;
  wording: string;
  facts: Record<string, unknown>;
  attestedAt: string;
  /** The id of the account; names of today are no evidence. */
  attestedBy: string;
  provider: Provider;
};

export type FrozenRule = {
  id: string;
  key: string;
  version: number;
  validFrom: string;
  rule: CreditRule;
};

/** Under which words and rules credit was offered. */
export type FrozenAccreditation = {
  statement: { id: string; mode: string; label: string; statement: string; providerName: string | null };
  attestations: FrozenAttestation[];
  offers: { maximumQuarterCredits: number; rule: FrozenRule }[];
};

export type FrozenRelationship = {
  company: string;
  kind: RelationshipKind | null;
  nature: string;
  ended: boolean;
  relevant: boolean | null;
  mitigation: string;
  mitigatedOn: string | null;
};

export type FrozenDisclosure = {
  name: string;
  role: string;
  /** The sentence that learners read. */
  relationships: string;
  declaredOn: string | null;
  financialRelationships: FrozenRelationship[];
};

export type FrozenSection = {
  slug: string;
  title: string;
  minutes: number;
  objectives: string[];
  markdown: string;
  figures: { figureId: string; alt: string; caption: string; svg: string }[];
  citations: {
    citationKey: string;
    locator: string | null;
    passage: string | null;
    passageKind: 'quote' | 'paraphrase' | null;
  }[];
  /** When the learner first opened it before the completion; null: never. */
  openedAt: string | null;
};
