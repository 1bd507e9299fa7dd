import type { RelationshipKind } from './relationship-kinds.ts';

/**
 * The three cases in which an owner or employee of an ineligible company may control content (Standards for Integrity and
 * Independence, standard 3.2, as cme-rules.md §1.1 gives it). The words are kept as how the relationship was mitigated.
 */
export const OWNER_EXCEPTIONS = [
  { id: 'unrelated', label: 'Exception: the content is not related to the business lines of the company' },
  {
    id: 'research',
    label: 'Exception: the content is basic science or research methods, without recommendations for care'
  },
  { id: 'technician', label: 'Exception: a technician who teaches the safe and proper use of a device' }
] as const;

/** The exception that stands as mitigation, or null. */
export const ownerExceptionIn = (mitigation: string) =>
  OWNER_EXCEPTIONS.find(({ label }) => label === mitigation) ?? null;

/** Words that say so whatever kind was chosen. */
const OWNING_WORDS =
  /\b(owners?|owns|co-?owner|(co-?)?founder|employees?|employed|employment|c[efmostd]o|chief \w+ officer|(vice[- ])?president)\b/i;

/** Whether the person owns the company or works for it. Shares of a listed company are no ownership. */
export const isOwnerOrEmployee = ({
  kind,
  nature
}: {
  kind: RelationshipKind | null;
  nature: string;
}): boolean => kind === 'owner' || kind === 'employee' || OWNING_WORDS.test(nature);
