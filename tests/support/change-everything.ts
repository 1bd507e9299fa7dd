import { eq, sql } from 'drizzle-orm';
import { BLANK_REFERENCE } from '#lib/domain/reference/reference-form.ts';
import { findAuthoredActivity } from '#lib/server/activity/find-activity.ts';
import { publishActivity } from '#lib/server/activity/publish-activity.ts';
import { readDisclosures } from '#lib/server/activity/read-disclosures.ts';
import { saveDisclosure } from '#lib/server/activity/save-disclosure.ts';
import { saveSection } from '#lib/server/activity/save-section.ts';
import { startDraft as startWorkingCopy } from '#lib/server/activity/start-draft.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { activities } from '#lib/server/db/schema/activity.ts';
import { profiles } from '#lib/server/db/schema/identity.ts';
import { items } from '#lib/server/db/schema/question-bank.ts';
import { references } from '#lib/server/db/schema/reference.ts';
import { publishItem } from '#lib/server/question-bank/publish-item.ts';
import { readItemDraft } from '#lib/server/question-bank/read-item-draft.ts';
import { retireItem } from '#lib/server/question-bank/retire-item.ts';
import { saveItemDraft } from '#lib/server/question-bank/save-item-draft.ts';
import { submitForReview } from '#lib/server/question-bank/submit-for-review.ts';
import { changeReferenceStatus } from '#lib/server/reference/change-reference-status.ts';
import { readReferenceRecord } from '#lib/server/reference/read-reference-record.ts';
import { saveReference } from '#lib/server/reference/save-reference.ts';
import { approve, makeEducator, startDraft } from './review-steps.ts';

const NEXT_DAY = new Date('2027-02-01T12:00:00Z');

/** A new live version of an item, in other words. */
async function rewriteItem(db: Executor, externalId: string): Promise<void> {
  const { versionId, authorId: actorId } = await startDraft(db, externalId);
  const found = await readItemDraft(db, versionId);
  if (!found) throw new Error('There is no draft.');
  const draft = { ...found.draft, stem: `Written anew: ${found.draft.stem}` };
  await saveItemDraft(db, { versionId, baseRevision: found.revision, draft, actorId, now: NEXT_DAY });
  await submitForReview(db, { versionId, actorId, now: NEXT_DAY });
  await approve(db, versionId, await makeEducator(db), found.revision + 1);
  const published = await publishItem(db, { versionId, actorId, now: NEXT_DAY });
  if (!published.ok) throw new Error(JSON.stringify(published.problem));
}

/** The next version of the sample: another text, another disclosure. */
async function republish(db: Executor, actorId: string): Promise<void> {
  const [activity] = await db.select({ id: activities.id }).from(activities);
  const activityId = activity?.id ?? '';
  await startWorkingCopy(db, { activityId, actorId, now: NEXT_DAY });
  const copy = (await findAuthoredActivity(db, activityId))?.draft;
  if (!copy) throw new Error('There is no working copy.');
  const { versionId, lessonId } = copy;
  const edit = { activityVersionId: versionId, lessonId, slug: 'overview', baseRevision: 1, drawing: null };
  const fields = { text: 'Written anew.', details: {} };
  const saved = await saveSection(db, { ...edit, fields, actorId, now: NEXT_DAY });
  if (!saved.ok) throw new Error(JSON.stringify(saved.problem));
  const people = await readDisclosures(db, { versionId, today: '2027-02-01' });
  const base = people.find(({ personId }) => personId === actorId)?.base ?? '';
  const disclosure = { name: 'Somebody New', role: 'Planner', declaredOn: '2027-01-20', relationships: [] };
  const declared = await saveDisclosure(db, {
    activityVersionId: versionId,
    base,
    disclosure,
    actorId,
    now: NEXT_DAY
  });
  if (!declared.ok) throw new Error(declared.problem);
  const revision = (await findAuthoredActivity(db, activityId))?.draft?.revision ?? 0;
  const published = await publishActivity(db, { activityId, versionId, revision, actorId, now: NEXT_DAY });
  if (!published.ok) throw new Error(JSON.stringify(published.problem));
}

/** Another record of every reference of the library, and one of them retracted. */
async function rewordLibrary(db: Executor, actorId: string): Promise<void> {
  const rows = await db.select({ id: references.id, key: references.citationKey }).from(references);
  for (const { id, key } of rows) {
    const record = await readReferenceRecord(db, id);
    const form = { ...BLANK_REFERENCE, title: `Other words of ${key}` };
    const base = record?.base ?? '';
    const saved = await saveReference(db, {
      referenceId: id,
      form,
      base,
      twinSeen: '',
      actorId,
      now: NEXT_DAY
    });
    if (!saved.ok) throw new Error(JSON.stringify(saved.problem));
  }
  const retracted = rows.find(({ key }) => key === 'ferrara2018')?.id ?? '';
  const status = { referenceId: retracted, status: 'retracted' as const, note: 'Taken back.' };
  await changeReferenceStatus(db, { ...status, actorId, now: NEXT_DAY });
}

/** Changes whatever can be changed after a completion: lesson, items, disclosures, rules, library and name. */
export async function changeEverything(db: Executor, personId: string): Promise<void> {
  const actorId = await makeEducator(db);
  await republish(db, actorId);
  const drawn = await db.select({ externalId: items.externalId, id: items.id }).from(items);
  const live = drawn.filter(({ externalId }) => /^A(0[1-9]|1[01])$/.test(externalId));
  for (const { externalId } of live.slice(0, 3)) await rewriteItem(db, externalId);
  for (const { id } of live.slice(3)) await retireItem(db, { itemId: id, actorId, now: NEXT_DAY });
  await rewordLibrary(db, actorId);
  await db.execute(sql`insert into credit_rules (id, key, version, valid_from, rule, created_at)
    select gen_random_uuid(), key, version + 100, valid_from + 365, jsonb_set(rule, '{name}', '"Another name"'), now()
    from credit_rules`);
  await db.update(profiles).set({ familyName: 'Changed' }).where(eq(profiles.personId, personId));
}
