import type { ItemPlace } from './item-place.ts';

/** What somebody wrote about a place in an item version. Instants are UTC. */
export type ItemComment = {
  id: string;
  place: ItemPlace;
  body: string;
  author: string;
  at: Date;
  /** Null while it is open. */
  resolved: { by: string; at: Date } | null;
};
