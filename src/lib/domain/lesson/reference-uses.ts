import type { NumberedReference, ReferenceEntry } from '../reference/numbered-reference.ts';
import { mentionId } from './number-mentions.ts';

/** A section that cites a reference. */
export type SectionUse = { citationKey: string; slug: string; title: string };

/** A practice item that cites a reference. Items of assessments are never told of: they are to be seen in attempts only. */
export type PracticeUse = { citationKey: string; externalId: string };

/** The whole list, each entry with the sections and practice items that lean on it. `slug`: of the activity. */
export function referenceUses(
  references: readonly NumberedReference[],
  uses: { slug: string; sections: readonly SectionUse[]; practice: readonly PracticeUse[] }
): ReferenceEntry[] {
  return references.map((reference) => ({
    ...reference,
    backLinks: uses.sections
      .filter((use) => use.citationKey === reference.citationKey)
      .map((use) => ({
        label: use.title,
        href: `/activities/${uses.slug}/lesson/${use.slug}#${mentionId({ number: reference.number, occurrence: 1 })}`
      })),
    questions: uses.practice
      .filter((use) => use.citationKey === reference.citationKey)
      .map((use) => use.externalId)
  }));
}
