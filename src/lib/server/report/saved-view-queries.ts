import { and, asc, desc, eq, or, sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { profiles } from '../db/schema/identity.ts';
import { savedViews } from '../db/schema/report-summary.ts';

const mine = (ownerId: string) => eq(savedViews.ownerId, ownerId);
const ownOne = ({ id, ownerId }: { id: string; ownerId: string }) =>
  and(eq(savedViews.id, id), mine(ownerId));

/** The views of a person and those that others share, one's own first, by name. */
export function listSavedViews(db: Executor, personId: string) {
  return db
    .select({
      id: savedViews.id,
      name: savedViews.name,
      query: savedViews.query,
      isShared: savedViews.isShared,
      ownerId: savedViews.ownerId,
      ownerName: sql<string>`btrim(coalesce(${profiles.givenName}, '') || ' ' || coalesce(${profiles.familyName}, ''))`
    })
    .from(savedViews)
    .leftJoin(profiles, eq(profiles.personId, savedViews.ownerId))
    .where(or(mine(personId), eq(savedViews.isShared, true)))
    .orderBy(desc(mine(personId)), asc(sql`lower(${savedViews.name})`), asc(savedViews.id));
}

type NewView = typeof savedViews.$inferInsert;

/** Keeps a view; false where its owner has one of that name. */
export async function insertSavedView(tx: Executor, view: NewView): Promise<boolean> {
  const rows = await tx
    .insert(savedViews)
    .values(view)
    .onConflictDoNothing()
    .returning({ id: savedViews.id });
  return rows.length > 0;
}

type Change = Partial<Pick<NewView, 'name' | 'query' | 'isShared'>>;

/** Changes a view of one's own; false where there is none of that id. */
export async function updateSavedView(
  tx: Executor,
  which: { id: string; ownerId: string },
  change: Change & { updatedAt: Date }
): Promise<boolean> {
  const rows = await tx.update(savedViews).set(change).where(ownOne(which)).returning({ id: savedViews.id });
  return rows.length > 0;
}

/** Whether the owner has another view of that name. */
export async function hasViewNamed(
  tx: Executor,
  { ownerId, name, id }: { ownerId: string; name: string; id: string }
): Promise<boolean> {
  const others = and(mine(ownerId), eq(savedViews.name, name), sql`${savedViews.id} <> ${id}`);
  return (await tx.$count(savedViews, others)) > 0;
}

/** Removes a view of one's own; false where there is none of that id. */
export async function deleteSavedView(
  tx: Executor,
  which: { id: string; ownerId: string }
): Promise<boolean> {
  const rows = await tx.delete(savedViews).where(ownOne(which)).returning({ id: savedViews.id });
  return rows.length > 0;
}
