import type { ReferenceEntry } from '../reference/numbered-reference.ts';

/** A section among its neighbours, as the contents list it. */
export type SectionLink = { slug: string; title: string; minutes: number };

/** What the page of a section shows. `html` is sanitised. */
export type SectionView = SectionLink & {
  id: string;
  /** From 1. */
  position: number;
  html: string;
  /** What the section cites, by number, each with links back to its mentions. */
  references: ReferenceEntry[];
  previous: SectionLink | null;
  next: SectionLink | null;
};
