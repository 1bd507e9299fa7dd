import { asc, eq } from 'drizzle-orm';
import type { Executor } from '#lib/server/db/index.ts';
import { items, itemVersions } from '#lib/server/db/schema/question-bank.ts';
import { approveItem } from '#lib/server/question-bank/approve-item.ts';
import { startNextVersion } from '#lib/server/question-bank/start-next-version.ts';
import { submitForReview } from '#lib/server/question-bank/submit-for-review.ts';
import { makePerson } from './people.ts';

export const AT = new Date('2026-12-02T12:00:00Z');

/** An educator's id. */
export async function makeEducator(db: Executor, familyName = 'Müller'): Promise<string> {
  return (await makePerson(db, { roles: ['educator'], familyName })).id;
}

/** The id of an item of the sample, by the id that its package gives it. */
export async function sampleItem(db: Executor, externalId: string): Promise<string> {
  const [item] = await db.select({ id: items.id }).from(items).where(eq(items.externalId, externalId));
  if (!item) throw new Error(`The sample has no item ${externalId}`);
  return item.id;
}

/** All versions of an item, oldest first. */
export function versionsOf(db: Executor, itemId: string) {
  const { id, version, status, revision, publishedAt, retiredAt } = itemVersions;
  return db
    .select({ id, version, status, revision, publishedAt, retiredAt })
    .from(itemVersions)
    .where(eq(itemVersions.itemId, itemId))
    .orderBy(asc(version));
}

/** Where a version stands. */
export async function stateOf(db: Executor, versionId: string) {
  const { status, revision } = itemVersions;
  const [row] = await db
    .select({ status, revision })
    .from(itemVersions)
    .where(eq(itemVersions.id, versionId));
  return row;
}

/** Approves a revision, as the person. */
export const approve = (db: Executor, versionId: string, actorId: string, revision = 1) =>
  approveItem(db, { versionId, revision, actorId, note: '', now: AT });

export type Draft = { itemId: string; versionId: string; authorId: string };

/** The next version of a sample item as a draft, with its author. */
export async function startDraft(db: Executor, externalId: string): Promise<Draft> {
  const itemId = await sampleItem(db, externalId);
  const authorId = await makeEducator(db);
  const started = await startNextVersion(db, { itemId, actorId: authorId, now: AT });
  if (!started.ok || !started.value.isNew) throw new Error(`No version of ${externalId} could be started.`);
  return { itemId, versionId: started.value.versionId, authorId };
}

/** The same, given to its reviewers. */
export async function startReview(db: Executor, externalId: string): Promise<Draft> {
  const draft = await startDraft(db, externalId);
  const { versionId, authorId } = draft;
  const submitted = await submitForReview(db, { versionId, actorId: authorId, now: AT });
  if (!submitted.ok) throw new Error(JSON.stringify(submitted.problem));
  return draft;
}

/** The same, approved by someone else. */
export async function startApproved(db: Executor, externalId: string): Promise<Draft> {
  const draft = await startReview(db, externalId);
  const approved = await approve(db, draft.versionId, await makeEducator(db));
  if (!approved.ok) throw new Error(approved.problem.kind);
  return draft;
}
