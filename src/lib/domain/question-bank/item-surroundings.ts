import type { FoundReferences } from '../reference/found-references.ts';
import type { PickableReference } from '../reference/pickable-reference.ts';

/** What an author of an item chooses from. */
export type ItemSurroundings = {
  /** The activities that draw on its bank, by title. */
  activities: { id: string; title: string }[];
  objectives: { id: string; code: string; wording: string }[];
  sections: { slug: string; title: string }[];
  references: PickableReference[];
  /** What the library gave for a search without a script; null: nothing was searched for. */
  found: FoundReferences | null;
};
