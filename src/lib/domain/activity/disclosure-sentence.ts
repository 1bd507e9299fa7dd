import { yearsAfter } from '../calendar-day.ts';
import { isOwnerOrEmployee, ownerExceptionIn } from './owner-exception.ts';
import { natureWords, type RelationshipKind } from './relationship-kinds.ts';

/** A relationship with an ineligible company within the 24 months before the declaration. */
export type FinancialRelationship = {
  company: string;
  /** Null: not chosen yet. */
  kind: RelationshipKind | null;
  /** In words of their own; empty: those of the kind. */
  nature: string;
  ended: boolean;
  /** Whether the content has to do with the company's products; null: not judged yet. */
  relevant: boolean | null;
  mitigation: string;
  /** `YYYY-MM-DD`, or null. */
  mitigatedOn: string | null;
};

/**
 * What learners read of one person: companies by name only, the nature of each relationship, and that relevant ones were
 * mitigated; who has none is disclosed as having none (Standards for Integrity and Independence, standard 3.5, as
 * cme-rules.md §1.1 gives it). Relationships that are not relevant to the content are not published.
 */
export function disclosureSentence(relationships: FinancialRelationship[]): string {
  const relevant = relationships.filter((relationship) => relationship.relevant === true);
  if (relevant.length === 0) return 'No relevant financial relationships with ineligible companies.';
  const named = relevant.map(
    (relationship) =>
      `${relationship.company} (${natureWords(relationship)}${relationship.ended ? ', ended' : ''})`
  );
  return `${named.join('; ')}. All relevant financial relationships have been mitigated.`;
}

/** What is open in one relationship, in words, or null. */
function openRelationship(relationship: FinancialRelationship, today: string): string | null {
  const { company, kind, ended, relevant, mitigation, mitigatedOn } = relationship;
  if (kind === null) return `it is not chosen what the relationship with ${company} is`;
  if (!ended && isOwnerOrEmployee(relationship) && ownerExceptionIn(mitigation) === null) {
    return `is an owner or employee of ${company} and may not control content, unless one of the three exceptions is recorded`;
  }
  if (relevant === null) return `it is not decided whether ${company} is relevant`;
  if (!relevant) return null;
  if (mitigation === '' || mitigatedOn === null) return `the relationship with ${company} is not mitigated`;
  return mitigatedOn > today
    ? `the relationship with ${company} is mitigated on a day that is still to come`
    : null;
}

/** A declaration covers the 24 months before its day; after 24 further months it says nothing of the time before today. */
function openDay(declaredOn: string | null, today: string): string | null {
  if (declaredOn === null) return 'has not declared yet';
  if (declaredOn > today) return 'has declared on a day that is still to come';
  return yearsAfter(declaredOn, 2) < today ? 'has declared more than 24 months ago' : null;
}

/** What is open in a declaration before its person may control content, in words; empty where nothing is. */
export function openDisclosure(
  disclosure: { declaredOn: string | null; relationships: FinancialRelationship[] },
  today: string
): string[] {
  const day = openDay(disclosure.declaredOn, today);
  if (day !== null) return [day];
  return openRelationships(disclosure.relationships, today);
}

/** What is open in the relationships alone. */
export const openRelationships = (relationships: FinancialRelationship[], today: string): string[] =>
  relationships
    .map((relationship) => openRelationship(relationship, today))
    .filter((words) => words !== null);

/**
 * What was declared or mitigated only after its person had begun, in words: both belong before the start of a role
 * (cme-rules.md §1.1). It is past mending, so it does not block. `startedOn`: null where it is not known.
 */
export function lateDisclosure(
  { declaredOn, relationships }: { declaredOn: string | null; relationships: FinancialRelationship[] },
  startedOn: string | null
): string[] {
  if (startedOn === null) return [];
  const isLate = (day: string | null) => day !== null && day > startedOn;
  const late = relationships.filter(({ relevant, mitigatedOn }) => relevant === true && isLate(mitigatedOn));
  return [
    ...(isLate(declaredOn) ? [`began on ${startedOn} and declared after that`] : []),
    ...late.map(
      ({ company }) => `began on ${startedOn}, before the relationship with ${company} was mitigated`
    )
  ];
}
