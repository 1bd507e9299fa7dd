import type { ItemStatus } from './item-status.ts';

/** What became of one version of an item. Instants are UTC. */
export type VersionHistory = {
  versionId: string;
  version: number;
  status: ItemStatus;
  /** Who started it; null: it came with a package. */
  startedBy: string | null;
  startedAt: Date;
  publishedAt: Date | null;
  retiredAt: Date | null;
  authors: string[];
  approvals: {
    /** Null: the package that it came with. */
    name: string | null;
    at: Date;
    note: string;
    /** Given to an earlier revision; it counts no more. */
    isVoid: boolean;
  }[];
  kept: { id: string; reason: 'overwritten' | 'set-aside' | 'type-changed'; by: string | null; at: Date }[];
};
