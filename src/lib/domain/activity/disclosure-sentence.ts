/** A relationship with an ineligible company within the 24 months before the declaration. */
export type FinancialRelationship = {
  company: string;
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
    ({ company, nature, ended }) => `${company} (${nature}${ended ? ', ended' : ''})`
  );
  return `${named.join('; ')}. All relevant financial relationships have been mitigated.`;
}

/** What is open in a declaration before its person may control content, in words; empty where nothing is. */
export function openDisclosure(disclosure: {
  declaredOn: string | null;
  relationships: FinancialRelationship[];
}): string[] {
  if (disclosure.declaredOn === null) return ['has not declared yet'];
  return disclosure.relationships.flatMap(({ company, relevant, mitigation, mitigatedOn }) => {
    if (relevant === null) return [`it is not decided whether ${company} is relevant`];
    if (!relevant) return [];
    return mitigation === '' || mitigatedOn === null
      ? [`the relationship with ${company} is not mitigated`]
      : [];
  });
}
