/**
 * What a relationship with an ineligible company is, as one chooses it (the list in the disclosure template of the
 * Standards for Integrity and Independence; cme-rules.md §1.1). `words`: as learners read it.
 */
export const RELATIONSHIP_KINDS = [
  { id: 'owner', label: 'Owner or founder of a company that is not listed', words: 'owner' },
  { id: 'employee', label: 'Employee, executive or officer', words: 'employee' },
  { id: 'stock', label: 'Shares or options of a listed company', words: 'stock' },
  { id: 'consultant', label: 'Consultant or advisor', words: 'consultant' },
  { id: 'speaker', label: 'Speaker', words: 'speaker' },
  { id: 'research', label: 'Research funding', words: 'research funding' },
  { id: 'contractor', label: 'Independent contractor', words: 'independent contractor' },
  { id: 'royalties', label: 'Royalties or patents', words: 'royalties' },
  { id: 'other', label: 'Something else', words: '' }
] as const;

export type RelationshipKind = (typeof RELATIONSHIP_KINDS)[number]['id'];

/** What learners read of a relationship: the declared words, else those of its kind. */
export const natureWords = ({ kind, nature }: { kind: RelationshipKind | null; nature: string }): string =>
  nature === '' ? (RELATIONSHIP_KINDS.find(({ id }) => id === kind)?.words ?? '') : nature;
