import type { SectionFacts } from '#lib/domain/lesson/authored-section.ts';
import { fingerprintOf } from './fingerprint.ts';

/** Names the state of the facts of a section that a form was filled in from. */
export const sectionBase = ({ title, minutes, objectiveIds }: SectionFacts): string =>
  fingerprintOf({ title, minutes, objectiveIds: objectiveIds.toSorted() });
